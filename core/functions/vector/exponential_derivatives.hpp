#pragma once

#include "exponentials.hpp"

namespace activation {

// Vector-Jacobian products and Jacobians of what is made of shares y_i = e^(s x_i / T) / sum_j e^(s x_j / T).

/// What a vector-Jacobian product has to know of g: 1.7e308 - -1.7e308 is too large although the result is not, so such a
/// g is shrunk first.
template <class V>
struct Upstream {
  double grow;
  V shrink;

  template <class T>
  explicit Upstream(std::span<const T> g)
      : grow(largest_size_of(g) > 0x1p400 ? 624.0 : 0.0), shrink(math::pow2(-grow)) {}

  /// y / 2^lift, as large as g.
  V restored(V y) const {
    if constexpr (math::is_single<V>) {
      return y;
    } else {
      return y * math::pow2(V(grow - lift<V>));
    }
  }
};

template <class V>
math::Two<V> spread(math::Two<double> x) {
  return {V(x.hi), V(x.lo)};
}
template <class V>
V spread(math::Single<double> x) {
  return V(x.raw);
}

inline double number(double x) { return x; }
inline double number(math::Single<double> x) { return x.raw; }

inline math::Two<double> unlifted(math::Two<double> sum) { return math::times_power(sum, math::pow2(-lift<double>)); }
inline math::Single<double> unlifted(math::Single<double> sum) { return sum; }

/// out = J^T g of the shares: out_i = y_i (g_i - sum_j y_j g_j) s / T. out may be x or g.
/// Every g_j is taken relative to that of the extreme, so that the inner difference does not cancel where one share is
/// nearly 1, and is 0 where all g_j are the same.
template <class T>
void shares_vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, double sign, double temperature) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const double extreme = extreme_of(x, sign);
  const Weigh<V> weigh(extreme, sign, temperature);
  const Upstream<V> upstream(g);
  std::size_t leader = 0;
  while (leader + 1 < x.size() && static_cast<double>(x[leader]) != extreme) ++leader;
  const V origin = V(static_cast<double>(g[leader])) * upstream.shrink;

  const math::Wide<S> sum = sum_of([&](V one) { return weigh(one); }, x);
  const math::Wide<S> dot =
      sum_of([&](V one, V its) { return math::times(weigh(one), math::two_sum(its * upstream.shrink, -origin)); }, x,
             g.data());
  const math::Wide<V> mean = spread<V>(math::over(dot, sum));
  const math::Wide<S> rate = Rate<S>(sign, temperature).wide;
  const math::Wide<V> factor = spread<V>(math::over(rate, unlifted(sum)));
  math::each_pair(
      x.size(), out.data(),
      [&](V one, V its) {
        const math::Wide<V> inner = math::plus(math::two_sum(its * upstream.shrink, -origin), math::negated(mean));
        return upstream.restored(math::rounded(math::times(math::times(weigh(one), inner), factor)));
      },
      x.data(), g.data());
}

/// A sum of weights in which what the extremes add is apart, so that what the others do is not lost beside it.
template <class T>
struct Apart {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  double extreme;
  double ties;           ///< how many numbers are the extreme
  math::Wide<S> others;  ///< 2^lift times the sum of the other weights

  Apart(std::span<const T> x, double sign, double temperature) : extreme(extreme_of(x, sign)) {
    const Weigh<V> weigh(extreme, sign, temperature);
    const V top(extreme);
    others = sum_of([&](V one) { return math::chosen(one == top, math::wide(V(0.0)), weigh(one)); }, x);
    // inf - inf, which is among the ties.
    others = math::plus(others, math::wide(S(extreme - extreme)));
    ties = count_of(x, extreme);
  }

  static constexpr double unit = math::is_single<V> ? 1.0 : 0x1p500;
  math::Wide<S> sum() const { return math::plus(math::wide(S(ties * unit)), others); }
  bool is_infinite() const { return extreme - extreme != 0; }
  /// The sum of all weights but that of one number.
  math::Wide<S> beside(T one, const Weigh<S>& weigh) const {
    const auto own = static_cast<double>(one);
    return own == extreme ? beside_one() : math::plus(sum(), math::negated(weigh(S(own))));
  }
  /// The same for an extreme.
  math::Wide<S> beside_one() const { return math::plus(math::wide(S((ties - 1) * unit)), others); }
};

/// out[i n + j] = y_i (delta_ij - y_j) s / T.
template <class T>
void shares_jacobian(std::span<const T> x, std::span<T> out, double sign, double temperature) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const Apart<T> apart(x, sign, temperature);
  const Weigh<V> weigh(apart.extreme, sign, temperature);
  const Weigh<S> weigh_one(apart.extreme, sign, temperature);
  const math::Wide<S> sum = unlifted(apart.sum());
  const math::Wide<S> factor = math::over(math::over(Rate<S>(sign, temperature).wide, sum), sum);
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i) {
    const math::Wide<S> share = math::times(weigh_one(S(static_cast<double>(x[i]))), factor);
    const math::Wide<V> minus_share = spread<V>(math::negated(share));
    math::each_pair(
        n, out.data() + i * n,
        [&](V one) { return lowered(lowered(math::rounded(math::times(weigh(one), minus_share)))); }, x.data());
    const math::Wide<S> others = apart.beside(x[i], weigh_one);
    out[i * n + i] = static_cast<T>(number(lowered(lowered(math::rounded(math::times(share, others))))));
  }
}

}  // namespace activation
