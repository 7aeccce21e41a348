#include "../math/powers.hpp"
#include "pair_loops.hpp"

namespace activation::formula {
namespace {

struct Add {
  static V value(V a, V b) { return a + b; }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    return {a.value + b.value, a.first + b.first, a.second + b.second};
  }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, V b) {
    return {a.value + b, a.first, a.second};
  }
  template <bool>
  static Jet<V> jet(V a, const Jet<V>& b) {
    return {a + b.value, b.first, b.second};
  }
};

struct Subtract {
  static V value(V a, V b) { return a - b; }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, const Jet<V>& b) {
    return {a.value - b.value, a.first - b.first, a.second - b.second};
  }
  template <bool>
  static Jet<V> jet(const Jet<V>& a, V b) {
    return {a.value - b, a.first, a.second};
  }
  template <bool>
  static Jet<V> jet(V a, const Jet<V>& b) {
    return {a - b.value, V(0.0) - b.first, V(0.0) - b.second};
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
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, V b) {
    return {a.value * b, product<careful>(a.first, b), product<careful>(a.second, b)};
  }
  template <bool careful>
  static Jet<V> jet(V a, const Jet<V>& b) {
    return jet<careful>(b, a);
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
  template <bool careful>
  static Jet<V> jet(const Jet<V>& a, V b) {
    const V inverse = V(1.0) / b;
    return {a.value / b, product<careful>(a.first, inverse), product<careful>(a.second, inverse)};
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
  template <bool>
  static Jet<V> jet(const Jet<V>& a, V b) {
    const V slope = math::abs(a.first);
    const auto bends = math::either(slope > V(0.0), math::both(slope == V(0.0), math::abs(a.second) > V(0.0)));
    const auto second = math::either(Before::holds(b, a.value), math::both(a.value == b, bends));
    return {value(a.value, b), select(second, V(0.0), a.first), select(second, V(0.0), a.second)};
  }
  template <bool>
  static Jet<V> jet(V a, const Jet<V>& b) {
    const auto second = Before::holds(b.value, a);
    return {value(a, b.value), select(second, b.first, V(0.0)), select(second, b.second, V(0.0))};
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

template <class F>
void operator_value(const double* a, const double* b, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, F::value(pair(a + i), pair(b + i))); });
}

template <class F, bool careful>
void both_jet(const Register& a, const Register& b, const Register& y, std::size_t n) {
  each_pair(n, [=](std::size_t i) { store(y, i, F::template jet<careful>(jet_at(a, i), jet_at(b, i))); });
}

template <class F, bool careful>
void first_jet(const Register& a, const Register& b, const Register& y, std::size_t n) {
  each_pair(n, [=](std::size_t i) { store(y, i, F::template jet<careful>(jet_at(a, i), pair(b.value + i))); });
}

template <class F, bool careful>
void second_jet(const Register& a, const Register& b, const Register& y, std::size_t n) {
  each_pair(n, [=](std::size_t i) { store(y, i, F::template jet<careful>(pair(a.value + i), jet_at(b, i))); });
}

/// That of two jets stands in where there is no shorter one: the other operand's derivatives are zeros.
template <class F, bool careful>
constexpr JetLoops jets_of() {
  JetLoops loops{both_jet<F, careful>, both_jet<F, careful>, both_jet<F, careful>};
  if constexpr (requires(Jet<V> a, V b) { F::template jet<careful>(a, b); }) loops.first = first_jet<F, careful>;
  if constexpr (requires(V a, Jet<V> b) { F::template jet<careful>(a, b); }) loops.second = second_jet<F, careful>;
  return loops;
}

template <class F>
constexpr OperatorLoops operator_of = {operator_value<F>, jets_of<F, false>(), jets_of<F, true>()};

/// Those whose jets are the same with and without care.
template <class F>
constexpr OperatorLoops plain_of = {operator_value<F>, jets_of<F, false>(), jets_of<F, false>()};

/// Conditions: 1 or 0, and no derivative.
template <class F>
constexpr OperatorLoops condition_of = {operator_value<F>, {}, {}};

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

const OperatorLoops& operator_loops(Operator what) { return operators[static_cast<std::size_t>(what)]; }

}  // namespace activation::formula
