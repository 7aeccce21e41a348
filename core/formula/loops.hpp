#pragma once

#include <cstddef>

namespace activation::formula {

/// A register: f, f', f'' of a part of the formula at the numbers of a block, n of each. Where only values are wanted, or
/// the part does not depend on x, the last two are not looked at.
struct Register {
  double* value;
  double* first;
  double* second;
};

/// Blocks are whole multiples of so many numbers.
inline constexpr std::size_t grain = 4;

/// y = f(u), or f(u), f'(u) and f''(u): of the function's own derivatives, not yet of x.
struct FunctionLoops {
  void (*value)(const double* u, double* y, std::size_t n);
  void (*jet)(const double* u, const Register& y, std::size_t n);
};

/// By Elementary, then Primitive, then what in_pairs() says. min, max and clip have none.
const FunctionLoops& function_loops(std::size_t function);

/// Under which number a function of the catalog has loops here, which are faster than its kernels for curves; 0 where it has
/// none.
std::size_t in_pairs(std::size_t activation);

/// The jet of two operands from theirs: where both depend on x, where the first one does alone, and the second.
struct JetLoops {
  using Loop = void (*)(const Register& a, const Register& b, const Register& y, std::size_t n);

  Loop both = nullptr;
  Loop first = nullptr;
  Loop second = nullptr;
};

/// Of two operands: the values, and the jets. A careful jet takes 0 times anything for 0: a factor that has died down to 0
/// outdoes one that has overflowed.
struct OperatorLoops {
  void (*value)(const double* a, const double* b, double* y, std::size_t n);
  JetLoops jets;
  JetLoops careful_jets;
};

enum class Operator : unsigned char {
  add,
  subtract,
  multiply,
  divide,
  power,           ///< both operands depend on x
  power_constant,  ///< the exponent does not: the jet is the function's own, for chain()
  power_base,      ///< the base does not: the same, for the exponent's
  min,
  max,
  less,
  less_equal,
  equal,
  unequal,
  conjunction,
  disjunction,
};

const OperatorLoops& operator_loops(Operator what);

/// From y = f(u), f'(u), f''(u) and the jet of u: that of f(u) by x, in place.
void chain(const Register& u, const Register& y, std::size_t n, bool careful);

void negate(const double* a, double* y, std::size_t n);
/// 1 - a, of a condition.
void negate_condition(const double* a, double* y, std::size_t n);
bool are_finite(const double* a, std::size_t n);
/// Whether f' or f'' is NaN anywhere where f is not.
bool has_lost(const Register& y, std::size_t n);
/// y = f', f'' or f itself of n numbers, but f where that is NaN: a formula whose derivative nobody could tell has none. n need
/// not be whole grains.
void hand_out(const double* f, const double* column, double* y, std::size_t n);
/// The same for all three at once; each of the arrays may be that of f.
void hand_out(Register from, Register to, std::size_t n);
/// y = c != 0 ? a : b
void choose(const double* c, const double* a, const double* b, double* y, std::size_t n);
void choose_jet(const double* c, const Register& a, const Register& b, const Register& y, std::size_t n);

}  // namespace activation::formula
