#pragma once

#include "ast.hpp"
#include "loops.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace activation::formula {

/// The number of a register of a tape.
using Place = std::uint16_t;

/// One step: a register from up to three others.
struct Instruction {
  enum class Kind : std::uint8_t { function, activation, operation, choose, negate, negate_condition };

  Kind kind{};
  bool flat = false;  ///< the result has no derivative
  std::uint16_t which =
      0;  ///< function: see function_loops(); activation: its index in the catalog; operation: an Operator
  Place to = 0;
  std::array<Place, 3> from{};
  std::array<Place, 4> parameters{};  ///< of an activation: registers that are the same for all x
  std::uint8_t parameter_count = 0;
};

/// A formula, or several, as a list of steps over registers. The registers are, in this order: x; what is the same for all x;
/// those without a derivative; those with one. The last two are used again as soon as nobody needs them.
struct Tape {
  struct Constant {
    Place to;
    double number;
  };
  struct Slot {
    Place to;
    std::uint16_t parameter;
  };

  std::vector<Constant> constants;
  std::vector<Slot> parameters;
  std::vector<Instruction> once;  ///< what is the same for all x
  std::vector<Instruction> each;
  std::vector<Place> roots;
  std::size_t uniform = 0;  ///< how many registers of each sort there are
  std::size_t flat = 0;
  std::size_t curved = 0;

  bool is_curved(Place place) const { return place == 0 || place >= 1 + uniform + flat; }
};

/// False when it would need more registers than a Place can number, which no text of Formula::most_characters does.
bool compile(const Ast& ast, std::span<const Id> roots, Tape& tape);

/// Of the steps for each x those that the root with that index needs.
std::vector<Instruction> steps_for(const Tape& tape, std::size_t root);

/// A tape at work, with room for a block of numbers: a few dozen kB, less than a MB whatever the formula.
class Machine {
 public:
  /// For blocks of at most `most` numbers, and parameters that stay the same; with derivatives or without.
  Machine(const Tape& tape, std::span<const double> parameters, bool jets, std::size_t most);

  /// As many numbers as fit in a block.
  std::size_t block() const { return block_; }

  /// Computes all roots at n <= block() numbers.
  void run(const double* x, std::size_t n) { run(x, n, tape_.each, tape_.roots); }
  /// One of them, `steps` being those for it.
  void run(const double* x, std::size_t n, std::span<const Instruction> steps, std::size_t root) {
    run(x, n, steps, {&tape_.roots[root], 1});
  }

  /// The first root at n <= block() numbers, to y, derivatives where this machine makes them; no x may lie where it is
  /// written to.
  void run_to(const double* x, const Register& y, std::size_t n);

  /// What came out, of the root with that index. The derivatives only where they were asked for; they are to be taken for NaN
  /// where the value is.
  const Register& root(std::size_t index) const { return registers_[tape_.roots[index]]; }

  /// Whether all parameters of activations are what their kernels are made for.
  bool is_within_limits() const;

 private:
  void run(const double* x, std::size_t n, std::span<const Instruction> steps, std::span<const Place> roots);
  void run(const Instruction& step, std::size_t n, bool jets, bool careful);
  std::array<double, 4> parameters_of(const Instruction& step) const;

  const Tape& tape_;
  bool jets_;
  std::size_t block_;
  std::unique_ptr<double[]> memory_;
  std::vector<Register> registers_;
  double* memory_x_ = nullptr;  ///< for numbers that do not fill a block
};

}  // namespace activation::formula
