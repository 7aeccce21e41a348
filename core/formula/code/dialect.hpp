#pragma once

#include "../ast.hpp"
#include "../pieces.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace activation::formula::code {

/// A part of a program, and how strongly it holds together.
struct Phrase {
  std::string text;
  Strength hold = Strength::atom;

  std::string in_brackets_below(Strength least) const { return hold < least ? "(" + text + ")" : text; }
};

/// The activations that libraries have or that a line of code gives without loss: all others are made of these.
enum class Stable : std::uint8_t { relu, sigmoid, softplus, log_sigmoid };

inline constexpr std::size_t elementary_count = static_cast<std::size_t>(Elementary::clip) + 1;
inline constexpr std::size_t function_count = elementary_count + 4;

/// In trees that are about to be printed, Node::index of an activation is one of these, apart from those of the catalog.
constexpr std::uint16_t index_of(Stable name) {
  return static_cast<std::uint16_t>(0x8000 + static_cast<unsigned>(name));
}
constexpr bool is_stable(const Node& node) { return node.op == Op::activation && node.index >= 0x8000; }

/// How something is written: %0, %1, %2 stand for the arguments as they are, #0, #1, #2 for them in brackets unless they
/// are atoms, @0 and @1 for them in brackets unless they hold as comparisons do.
struct Template {
  std::string_view text;
  Strength hold = Strength::atom;
  std::string_view helper{};  ///< the name of the helper that the text calls
};

/// Lines of code printed above the function that calls them.
struct Helper {
  std::string_view name;
  std::string_view text;
  std::string_view needs{};  ///< another helper, which stands above it in the list
};

/// What one library says: where its functions take arrays, or plain numbers.
struct Vocabulary {
  std::array<Template, function_count> functions;
  std::string_view pi;
  std::string_view e;
  Template power;
  Template choose;
  Template conjunction;
  Template disjunction;
  Template negation;
  Template as_number;  ///< of a condition
};

struct Dialect {
  const Vocabulary& arrays;
  /// For what rests on no array, where the functions of `arrays` take nothing else; else null.
  const Vocabulary* numbers = nullptr;
  std::span<const Helper> helpers{};
  /// C++ divides 1 / 2 to 0: numbers always have a point.
  bool point = false;
  /// alpha = 1.0, where it says that alpha is no whole number.
  bool point_in_defaults = true;
  /// JavaScript rejects -x ** 2.
  bool bracket_power_of_negation = false;
  std::string_view local = "%0 = %1";  ///< a statement that names a part
  /// A choice between two that are no arrays, whose type would be the library's, not that of x; empty where that is no matter.
  Template choose_numbers{};
  Template choose_parameters{};
  /// choose(u > c, c, u) and choose(u < c, c, u), whose gradient where u = c is that of u; empty where there is no such word.
  Template at_most{};
  Template at_least{};
  /// Python's plain numbers have no 1 / 0, and (-8) ** 0.5 is complex: a statement that makes a parameter (%0, from %1) what
  /// the library computes with, by the rules of floating point; and those of its numbers that are no literals.
  std::string_view as_array{};
  std::string_view infinity{};
  std::string_view not_a_number{};
  /// Names that mean something else: to all, to what stands where functions do, and to what is an attribute of a class.
  std::span<const std::string_view> reserved{};
  std::span<const std::string_view> reserved_functions{};
  std::span<const std::string_view> reserved_parameters{};
};

}  // namespace activation::formula::code
