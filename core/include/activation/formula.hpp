#pragma once

#include <activation/catalog.hpp>
#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace activation {

/// Why a text is no formula.
enum class FormulaFault : std::uint8_t {
  empty,
  unexpected,           ///< a character or a word where it cannot stand
  unclosed,             ///< a bracket or bar without its partner
  missing,              ///< an operand, argument or branch that is not there
  unknown_function,     ///< a name with brackets that is no function
  wrong_arguments,      ///< too few, too many, or none of that name
  not_a_condition,      ///< a number where a condition belongs
  too_long,             ///< more than Formula::most_characters
  too_deep,             ///< more than Formula::most_nesting
  too_many_parameters,  ///< more than Formula::most_parameters
  number_out_of_range,  ///< a number that is no finite float64
};

/// What is wrong with a text, where, and what would be right. Positions count UTF-16 units, as JavaScript's strings do.
struct FormulaProblem {
  FormulaFault fault{};
  std::size_t position = 0;
  std::size_t length = 0;
  std::string message;     ///< a sentence
  std::string suggestion;  ///< what to put in place of [position, position + length); empty where nothing is at hand
};

/// The languages in which a formula can be printed as code.
enum class CodeFormat : std::uint8_t { numpy, pytorch, jax, keras, cpp, javascript };

struct CodeOptions {
  std::string_view name = "activation";  ///< of the function or class; an identifier of every language
  std::span<const double> parameters{};  ///< the values to print as defaults; all 1 where empty
  bool learnable = false;                ///< PyTorch and Keras: parameters are trained
};

/// Any function of x that a person can write, with exact derivatives.
class Formula {
 public:
  static constexpr std::size_t most_characters = 10'000;
  static constexpr std::size_t most_nesting = 200;
  static constexpr std::size_t most_parameters = 8;

  /// Null, and `problem` filled, when the text (UTF-8) is no formula.
  static std::unique_ptr<Formula> parse(std::string_view text, FormulaProblem& problem);

  ~Formula();
  Formula(const Formula&) = delete;
  Formula& operator=(const Formula&) = delete;

  /// The names that are neither x nor known, in the order of first use.
  std::span<const std::string> parameters() const;

  /// The formula in plain text that parses to the same again.
  std::string text() const;
  /// f, f' or f'' simplified, in plain text, as the children of a <math> element, and in LaTeX.
  std::string text(Quantity quantity) const;
  std::string mathml(Quantity quantity) const;
  std::string latex(Quantity quantity) const;
  /// A program that computes f and f'.
  std::string code(CodeFormat format, const CodeOptions& options) const;

  /// out[i] = f(x[i]), f'(x[i]) or f''(x[i]); x and out have the same length and are the same array or do not overlap.
  /// bad_parameter unless `parameters` holds one finite number for each; bad_argument for lengths that differ.
  Status evaluate(Quantity quantity, std::span<const double> x, std::span<double> out,
                  std::span<const double> parameters) const;
  /// All three in one pass. One of them may be written over x; otherwise none overlaps another.
  Status evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                  std::span<double> curvature, std::span<const double> parameters) const;
  /// float32 in and out, computed in float64 with parameters rounded to float32, each result rounded once.
  Status evaluate(Quantity quantity, std::span<const float> x, std::span<float> out,
                  std::span<const double> parameters) const;

  /// The places between from and to where f, f' or f'' may jump, increasing: the doubles at which a condition changes, an
  /// argument of abs, sign, min, max, clip or floor passes its corner, or an activation has a kink. At most `most`;
  /// `all`, where given, becomes false when there may be more.
  std::vector<double> kinks(double from, double to, std::span<const double> parameters, std::size_t most = 512,
                            bool* all = nullptr) const;

  /// After how much of x its sines, cosines and tangents come again, the shortest of those at from, at to and between
  /// them: what a curve has to know that has fewer samples than there are waves. 0 for a formula without.
  double wave(double from, double to, std::span<const double> parameters) const;

  /// How many operations a value takes.
  std::size_t steps() const;

 private:
  struct Parts;
  explicit Formula(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace activation
