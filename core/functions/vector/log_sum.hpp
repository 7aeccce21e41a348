#pragma once

#include "../../math/log.hpp"
#include "exponential_derivatives.hpp"

namespace activation {

// ln sum_j e^(x_j / T), and functions made of it.

/// ln(1 + u) for u >= 0, to 2^-57 of itself: 1 + u is 2^k (1 + rest), and where k is 0 the rest is u with all its digits.
template <class S>
math::Wide<S> log_of_one_and(math::Wide<S> u) {
  const math::Wide<S> sum = math::plus(u, math::wide(S(1.0)));
  const S k = math::exponent(math::lead(sum));
  const math::Wide<S> shrunk = math::plus(math::times_power(sum, math::pow2(-k)), math::wide(S(-1.0)));
  const math::Wide<S> rest = math::chosen(k == S(0.0), u, shrunk);
  return math::plus(math::times(math::constant<S>(math::ln2_wide), math::wide(k)), math::log1p(rest));
}

/// ln sum_j e^((x_j - extreme) / T), at least 0. It is -log1p(sum of the others) that a dominant logit gets, not 0.
template <class T>
math::Wide<ScalarOf<math::PairOf<T>>> log_of_sum(const Apart<T>& apart) {
  using S = typename Apart<T>::S;
  // From here on ln(1 + u) is u, which may be subnormal: rounded once.
  const S alone = math::rounded(apart.others);
  if (apart.ties == 1 && alone < S(0x1p-100 * Apart<T>::unit)) return math::wide(lowered(alone));
  return log_of_one_and<S>(unlifted(apart.beside_one()));
}

/// y_i = (x_i - extreme) / T - log. x and y may be the same.
template <class T>
void log_shares(std::span<const T> x, std::span<T> y, double temperature) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const Apart<T> apart(x, 1, temperature);
  const math::Wide<V> minus_log = spread<V>(math::negated(log_of_sum(apart)));
  // A quarter of x, so that no difference overflows.
  const V top(0.25 * apart.extreme);
  const math::Wide<V> rate = spread<V>(math::times_power(Rate<S>(1, temperature).wide, S(4.0)));
  // Below this an output is infinite, unless all are NaN.
  const V least = math::lead(minus_log) + V(-std::numeric_limits<double>::max());
  math::each_pair(
      x.size(), y.data(),
      [&](V one) {
        const math::Wide<V> distance = math::times(math::two_sum(V(0.25) * one, -top), rate);
        const V sum = math::rounded(math::plus(distance, minus_log));
        return math::select(math::lead(distance) < least, math::lead(distance), sum);
      },
      x.data());
}

/// out = J^T g of log_shares: out_i = (g_i - y_i sum_j g_j) / T with y_i the shares. out may be x or g.
template <class T>
void log_shares_vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, double temperature) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const Weigh<V> weigh(extreme_of(x, 1), 1, temperature);
  const Upstream<V> upstream(g);
  const math::Wide<S> sum = sum_of([&](V one) { return weigh(one); }, x);
  const math::Wide<S> total = sum_of([&](V its) { return math::wide(its * upstream.shrink); }, g);
  const math::Wide<V> minus_mean = spread<V>(math::negated(math::over(total, unlifted(sum))));
  const math::Wide<V> rate = Rate<V>(1, temperature).wide;
  const V unit(Apart<T>::unit);
  math::each_pair(
      x.size(), out.data(),
      [&](V one, V its) {
        const math::Wide<V> own = math::wide(its * upstream.shrink * unit);
        const math::Wide<V> inner = math::plus(own, math::times(weigh(one), minus_mean));
        return upstream.restored(math::rounded(math::times(inner, rate)));
      },
      x.data(), g.data());
}

/// out[i n + j] = (delta_ij - y_j) / T.
template <class T>
void log_shares_jacobian(std::span<const T> x, std::span<T> out, double temperature) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const Apart<T> apart(x, 1, temperature);
  const Weigh<V> weigh(apart.extreme, 1, temperature);
  const Weigh<S> weigh_one(apart.extreme, 1, temperature);
  const math::Wide<S> factor = math::over(Rate<S>(1, temperature).wide, unlifted(apart.sum()));
  const math::Wide<V> minus_factor = spread<V>(math::negated(factor));
  const std::size_t n = x.size();
  for (std::size_t i = 0; i < n; ++i) {
    math::each_pair(
        n, out.data() + i * n, [&](V one) { return lowered(math::rounded(math::times(weigh(one), minus_factor))); },
        x.data());
    const math::Wide<S> others = apart.beside(x[i], weigh_one);
    out[i * n + i] = static_cast<T>(number(lowered(math::rounded(math::times(others, factor)))));
  }
}

/// ln sum_j e^x_j.
template <class T>
T log_sum(std::span<const T> x) {
  using S = ScalarOf<math::PairOf<T>>;
  const Apart<T> apart(x, 1, 1);
  if (apart.is_infinite()) {
    for (const T one : x) {
      if (one != one) return one;
    }
    return static_cast<T>(apart.extreme);
  }
  return static_cast<T>(number(math::rounded(math::plus(log_of_sum(apart), math::wide(S(apart.extreme))))));
}

/// out_i = y_i g, with y_i the shares at T = 1. out may be x.
template <class T>
void log_sum_vjp(std::span<const T> x, std::span<const T> g, std::span<T> out) {
  using V = math::PairOf<T>;
  using S = ScalarOf<V>;
  const Weigh<V> weigh(extreme_of(x, 1), 1, 1);
  const Upstream<V> upstream(g);
  const math::Wide<S> sum = sum_of([&](V one) { return weigh(one); }, x);
  const S own = S(static_cast<double>(g[0])) * S(math::pow2(-upstream.grow));
  const math::Wide<V> factor = spread<V>(math::over(math::wide(own), unlifted(sum)));
  math::each_pair(
      x.size(), out.data(), [&](V one) { return upstream.restored(math::rounded(math::times(weigh(one), factor))); },
      x.data());
}

}  // namespace activation
