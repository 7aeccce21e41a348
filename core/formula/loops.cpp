#include "loops.hpp"

#include "../functions/gaussian.hpp"
#include "../functions/gelu.hpp"
#include "../functions/logsigmoid.hpp"
#include "../functions/sigmoid.hpp"
#include "../functions/silu.hpp"
#include "../functions/tanh.hpp"
#include "../math/packs.hpp"
#include "jets_exponential.hpp"
#include "jets_plain.hpp"
#include "jets_trigonometric.hpp"
#include "primitive.hpp"

#include <array>

namespace activation::formula {
namespace {

using V = math::Double2;
using math::pair;
using math::select;
using math::store;

/// step(i) for pairs, two in a row, so that one has something to do while the other waits.
template <class Step>
void each(std::size_t n, Step step) {
  for (std::size_t i = 0; i < n; i += grain) {
    step(i);
    step(i + 2);
  }
}

/// The same one by one: jets have enough to do, and are long.
template <class Step>
void each_pair(std::size_t n, Step step) {
  for (std::size_t i = 0; i < n; i += 2) step(i);
}

void store(const Register& y, std::size_t i, const Jet<V>& jet) {
  store(y.value + i, jet.value);
  store(y.first + i, jet.first);
  store(y.second + i, jet.second);
}

Jet<V> jet_at(const Register& a, std::size_t i) { return {pair(a.value + i), pair(a.first + i), pair(a.second + i)}; }

template <class F>
void value_loop(const double* u, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, F::value(pair(u + i))); });
}

template <class F>
void jet_loop(const double* u, const Register& y, std::size_t n) {
  each_pair(n, [u, &y](std::size_t i) { store(y, i, F::jet(pair(u + i))); });
}

template <class F>
constexpr FunctionLoops loops_of = {value_loop<F>, jet_loop<F>};

constexpr FunctionLoops none{nullptr, nullptr};

namespace f = function;

constexpr std::array<FunctionLoops, primitive_count> functions = {
    loops_of<f::Exp>,
    loops_of<f::Exp2>,
    loops_of<f::Expm1>,
    loops_of<f::Log>,
    loops_of<f::Log2>,
    loops_of<f::Log10>,
    loops_of<f::Log1p>,
    loops_of<f::Sqrt>,
    loops_of<f::Cbrt>,
    loops_of<f::Sine>,
    loops_of<f::Cosine>,
    loops_of<f::Tangent>,
    loops_of<f::Arcsine>,
    loops_of<f::Arccosine>,
    loops_of<f::Arctangent>,
    loops_of<f::Sinh>,
    loops_of<f::Cosh>,
    loops_of<f::Standard<Tanh>>,
    loops_of<f::Arsinh>,
    loops_of<f::Arcosh>,
    loops_of<f::Artanh>,
    loops_of<f::Erf>,
    loops_of<f::Erfc>,
    loops_of<f::NormalCdf>,
    loops_of<f::Abs>,
    loops_of<f::Sign>,
    loops_of<f::Floor>,
    loops_of<f::Ceil>,
    none,  // min
    none,  // max
    none,  // clip
    loops_of<f::Square>,
    loops_of<f::Cube>,
    loops_of<f::InverseSquare>,
    loops_of<f::Length>,
    loops_of<f::LengthLessOne>,
    loops_of<f::Standard<Sigmoid>>,
    loops_of<f::Softplus1>,
    loops_of<f::Standard<LogSigmoid>>,
    loops_of<f::Standard<Silu>>,
    loops_of<f::Standard<Gelu>>,
    loops_of<f::Standard<Gaussian>>,
};

/// a * b; careful: 0 where one of them is 0, though the other is infinite or NaN.
template <bool careful>
V product(V a, V b) {
  const V y = a * b;
  if constexpr (!careful) return y;
  const auto dead = math::either(a == V(0.0), b == V(0.0));
  return select(y == y, y, select(dead, V(0.0), y));
}

template <bool careful>
Jet<V> chained(const Jet<V>& outer, V first, V second) {
  return {outer.value, product<careful>(outer.first, first),
          product<careful>(outer.second, first * first) + product<careful>(outer.first, second)};
}

template <bool careful>
void chain_loop(const Register& u, const Register& y, std::size_t n) {
  each(n, [&](std::size_t i) {
    const Jet<V> jet = chained<careful>(jet_at(y, i), pair(u.first + i), pair(u.second + i));
    store(y.first + i, jet.first);
    store(y.second + i, jet.second);
  });
}

struct Add {
  static V value(V a, V b) { return a + b; }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    return {a.value + b.value, a.first + b.first, a.second + b.second};
  }
};

struct Subtract {
  static V value(V a, V b) { return a - b; }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    return {a.value - b.value, a.first - b.first, a.second - b.second};
  }
};

struct Multiply {
  static V value(V a, V b) { return a * b; }
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V cross = product<careful>(a.first, b.first);
    return {a.value * b.value, product<careful>(a.first, b.value) + product<careful>(a.value, b.first),
            (product<careful>(a.second, b.value) + product<careful>(a.value, b.second)) + (cross + cross)};
  }
};

struct Divide {
  static V value(V a, V b) { return a / b; }
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V quotient = a.value / b.value;
    const V inverse = V(1.0) / b.value;
    const V first = product<careful>(a.first - product<careful>(quotient, b.first), inverse);
    const V cross = product<careful>(first, b.first);
    const V rest = (a.second - (cross + cross)) - product<careful>(quotient, b.second);
    return {quotient, first, product<careful>(rest, inverse)};
  }
};

/// a^b = e^(b ln a): f' = f (b' ln a + b a'/a).
struct Power {
  static V value(V a, V b) { return math::pow(a, b); }
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V y = math::pow(a.value, b.value);
    const V log = math::log(a.value);
    const V rate = a.first / a.value;
    const V bend = a.second / a.value - rate * rate;
    const V slope = product<careful>(b.first, log) + product<careful>(b.value, rate);
    const V cross = product<careful>(b.first, rate);
    const V turn = product<careful>(b.second, log) + (cross + cross) + product<careful>(b.value, bend);
    return {y, product<careful>(y, slope), product<careful>(y, slope * slope + turn)};
  }
};

struct PowerConstant {
  static V value(V a, V b) { return math::pow(a, b); }
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V n = b.value;
    const V less = n - V(1.0);
    return {math::pow(a.value, n), product<true>(n, math::pow(a.value, less)),
            product<true>(n * less, math::pow(a.value, n - V(2.0)))};
  }
};

struct PowerBase {
  static V value(V a, V b) { return math::pow(a, b); }
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V y = math::pow(a.value, b.value);
    const V log = math::log(a.value);
    const V first = product<true>(y, log);
    return {y, first, product<true>(first, log)};
  }
};

/// Of two equal ones that with the flatter slope; NaN wins.
template <class Before>
struct Extreme {
  static V value(V a, V b) {
    const V y = select(Before::holds(b, a), b, a);
    return select(a == a, select(b == b, y, b), a);
  }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    const V slope = math::abs(a.first);
    const auto as_flat = size(b.first) == slope;
    const auto flatter = math::either(size(b.first) < slope, math::both(as_flat, size(b.second) < math::abs(a.second)));
    const auto second = math::either(Before::holds(b.value, a.value), math::both(a.value == b.value, flatter));
    return {value(a.value, b.value), select(second, b.first, a.first), select(second, b.second, a.second)};
  }

 private:
  /// NaN counts as flat: it comes through then, and the block is computed once more with care.
  static V size(V slope) { return select(slope == slope, math::abs(slope), V(0.0)); }
};

struct Below {
  static auto holds(V a, V b) { return a < b; }
};
struct Above {
  static auto holds(V a, V b) { return a > b; }
};

template <class F, bool careful>
void operator_jet(const Register& a, const Register& b, const Register& y, std::size_t n) {
  each_pair(n, [&](std::size_t i) { store(y, i, F::template jet<careful>(jet_at(a, i), jet_at(b, i))); });
}

template <class F>
void operator_value(const double* a, const double* b, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, F::value(pair(a + i), pair(b + i))); });
}

template <class F>
constexpr OperatorLoops operator_of = {operator_value<F>, operator_jet<F, false>, operator_jet<F, true>};

/// Those whose jet is the same with and without care.
template <class F>
constexpr OperatorLoops plain_of = {operator_value<F>, operator_jet<F, false>, operator_jet<F, false>};

/// Conditions: 1 or 0, and no derivative.
template <class F>
constexpr OperatorLoops condition_of = {operator_value<F>, nullptr, nullptr};

struct Less {
  static V value(V a, V b) { return select(a < b, V(1.0), V(0.0)); }
};
struct LessEqual {
  static V value(V a, V b) { return select(a <= b, V(1.0), V(0.0)); }
};
struct Equal {
  static V value(V a, V b) { return select(a == b, V(1.0), V(0.0)); }
};
struct Unequal {
  static V value(V a, V b) { return select(a == b, V(0.0), V(1.0)); }
};
struct And {
  static V value(V a, V b) { return a * b; }
};
struct Or {
  static V value(V a, V b) { return select(a > b, a, b); }
};

constexpr OperatorLoops operators[] = {
    plain_of<Add>,         plain_of<Subtract>,       operator_of<Multiply>,
    operator_of<Divide>,   operator_of<Power>,       plain_of<PowerConstant>,
    plain_of<PowerBase>,   plain_of<Extreme<Below>>, plain_of<Extreme<Above>>,
    condition_of<Less>,    condition_of<LessEqual>,  condition_of<Equal>,
    condition_of<Unequal>, condition_of<And>,        condition_of<Or>,
};

}  // namespace

const FunctionLoops& function_loops(std::size_t function) { return functions[function]; }

const OperatorLoops& operator_loops(Operator what) { return operators[static_cast<std::size_t>(what)]; }

void chain(const Register& u, const Register& y, std::size_t n, bool careful) {
  careful ? chain_loop<true>(u, y, n) : chain_loop<false>(u, y, n);
}

void negate(const double* a, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, -pair(a + i)); });
}

void negate_condition(const double* a, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, V(1.0) - pair(a + i)); });
}

bool has_lost(const Register& y, std::size_t n) {
  V lost(0.0);
  for (std::size_t i = 0; i < n; i += 2) {
    const V f = pair(y.value + i);
    const V first = pair(y.first + i);
    const V second = pair(y.second + i);
    const V missing = select(math::both(first == first, second == second), V(0.0), V(1.0));
    lost = lost + select(f == f, missing, V(0.0));
  }
  return math::any(lost > V(0.0));
}

void hand_out(const double* f, const double* column, double* y, std::size_t n) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) {
    const V value = pair(f + i);
    store(y + i, select(value == value, pair(column + i), value));
  }
  if (i < n) y[i] = f[i] == f[i] ? column[i] : f[i];
}

void choose(const double* c, const double* a, const double* b, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, select(pair(c + i) == V(0.0), pair(b + i), pair(a + i))); });
}

}  // namespace activation::formula
