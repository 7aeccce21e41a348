#pragma once

#include "logistic.hpp"
#include "range.hpp"
#include "smooth_coefficients.hpp"

namespace activation::math {

// x s(beta x) with s the logistic function, and its derivatives, for beta x as hi + lo: what SiLU, swish and Quick GELU
// have in common.

/// factor x, from contained(x), exact unless it is infinite or too small to matter to e^t.
template <class V>
Wide<V> argument(V factor, V inside) {
  if constexpr (is_single<V>) {
    return factor * inside;
  } else {
    return two_product(factor * V(0x1p64), inside);
  }
}

template <class V>
Wide<V> argument(Two<double> factor, V inside) {
  if constexpr (is_single<V>) {
    return V(factor.hi) * inside;
  } else {
    return times_power(times(constant<V>(factor), inside), V(0x1p64));
  }
}

/// factor x for an x far from the ends of the range.
template <class V>
Two<V> ordinary_argument(V factor, V x) {
  return two_product(factor, x);
}
template <class V>
Two<V> ordinary_argument(Two<double> factor, V x) {
  return times(constant<V>(factor), x);
}

/// |t| as far as the limit, from which on nothing changes any more.
template <class V>
Two<V> magnitude(Two<V> t, V limit) {
  const V size = abs(t.hi);
  return {at_most(size, limit), select(size > limit, V(0.0), select(t.hi < V(0.0), -t.lo, t.lo))};
}

template <class V>
Single<V> magnitude(Single<V> t, Single<V> limit) {
  return at_most(abs(t), limit);
}

/// From here on s(t) is 1 to a float32.
inline constexpr double enough = 200;

/// x s(t) for a float32 and |t| <= 690.
template <class V>
Single<V> silu_near(Single<V> x, Single<V> t) {
  const auto e = power_of_two(t * spread<Single<V>>(minus_log2_e));
  return x * e.denominator() / (e.denominator() + e.numerator());
}

/// x s(t) where all is far from the ends of the range: not where extreme(t).
template <class V>
V ordinary_silu(V x, Wide<V> t) {
  return copysign(quotient(x, plus_one(ordinary_power(negated(t)))), x);
}

/// x s(t), from contained(x). e^t is 0 beside every x from t = -1459 on; near 0 it is x / 2, low halves underflowing.
template <class V>
[[gnu::noinline]] V careful_silu(V x, V inside, Wide<V> t) {
  const Scaled<V> e = scaled(exponential(negated(magnitude(t, V(1459.0)))));
  const auto negative = t.hi < V(0.0);
  const Wide<V> s = over(chosen(negative, e.significand, wide(V(1.0))), fast_plus(V(1.0), beside_one(e)));
  const V y = scale(rounded(times(s, inside)), select(negative, e.exponent, V(0.0)) + V(64.0));
  return select(abs(x) < V(tiny), V(0.5) * x, y);
}

/// x s(x)
template <class V>
V silu(V x) {
  if constexpr (is_single<V>) {
    return silu_near(contained(x), within(x, V(vanishing<V>)));
  } else {
    const auto far = extreme(x);
    const V y = ordinary_silu(x, wide(x));
    return any(far) ? select(far, careful_silu(x, contained(x), wide(x)), y) : y;
  }
}

/// x s(factor x)
template <class V, class Factor>
V silu(V x, Factor factor) {
  const V inside = contained(x);
  if constexpr (is_single<V>) {
    return silu_near(inside, within(argument(factor, inside), V(vanishing<V>)));
  } else {
    const Wide<V> t = ordinary_argument(factor, x);
    // x is where a product with it keeps its low half, or 0.
    const V size = abs(x);
    const auto far = either(either(extreme(t.hi), size > V(0x1p900)), both(size<V(0x1p-900), size> V(0.0)));
    const V y = ordinary_silu(x, t);
    return any(far) ? select(far, careful_silu(x, inside, argument(factor, inside)), y) : y;
  }
}

/// s(t) + t s'(t): the gradient. For u = |t| and e = e^-u it is (1 + e + u e) / (1 + e)^2 on the right, and on the left
/// e (1 + e - u) / (1 + e)^2, where 1 + e - u = r M - d as decay.hpp has it, r = e^-u at the zero.
template <class V>
[[gnu::noinline]] V careful_silu_gradient(Wide<V> t) {
  const auto negative = lead(t) < V(0.0);
  const Wide<V> u = magnitude(t, V(vanishing<V>));
  const Origins<V> from = origins<V>(negative, silu_minimum, at_zero);
  const Decay<V> e = decay<V>(u, from);
  const Wide<V> power = beside_one(e.power);
  const Wide<V> denominator = fast_plus(V(1.0), power);
  const Wide<V> product = times(chosen(negative, from.power, u), chosen(negative, e.step, power));  // r M or u e
  const Wide<V> sum = plus(chosen(negative, negated(e.distance), denominator), product);
  const Wide<V> numerator = times(sum, chosen(negative, e.power.significand, wide(V(1.0))));
  return scale(rounded(over(numerator, times(denominator, denominator))), select(negative, e.power.exponent, V(0.0)));
}

/// (1 + e + t e) / (1 + e)^2 with e = e^-t, for |t| <= 300. Next to the zero at -1.278 the sum cancels.
template <class V>
V ordinary_silu_gradient(Wide<V> t) {
  if constexpr (is_single<V>) {
    const auto e = power_of_two(t * spread<V>(minus_log2_e));
    const V over = e.numerator();
    const V under = e.denominator();
    const V sum = over + under;
    return under * (sum + t * over) / (sum * sum);
  } else {
    const Two<V> power = ordinary_power(negated(t));
    const Two<V> next = two_sum(spread<V>(unity), t.hi);
    const Two<V> product = times(fast_two_sum(power.hi, power.lo), Two<V>{next.hi, next.lo + t.lo});
    const Two<V> sum = two_sum(spread<V>(unity), product.hi);
    return quotient(Two<V>{sum.hi, sum.lo + product.lo}, square(plus_one(power)));
  }
}

template <class V>
V silu_gradient(Wide<V> t) {
  static constexpr double zero = 1.278;
  static constexpr double near = 0.0625;
  static constexpr double limit = 300;
  const V x = lead(t);
  const auto hard = either(abs(x) > spread<V>(limit), abs(x + spread<V>(zero)) < spread<V>(near));
  const V y = ordinary_silu_gradient<V>(t);
  return any(hard) ? select(hard, careful_silu_gradient<V>(t), y) : y;
}

/// 2 s'(t) + t s''(t), which is even, as 2^exponent times a significand: for u = |t| and e = e^-u it is
/// e (2 - u + e (2 + u)) / (1 + e)^3, where the sum is r M (2 + u) - (1 - r) d, r = e^-u at the zero.
template <class V>
Scaled<V> silu_curvature(Wide<V> t) {
  const Wide<V> u = magnitude(t, V(vanishing<V>));
  const Origins<V> from = origins<V>(silu_bend);
  const Decay<V> e = decay<V>(u, from);
  const Wide<V> denominator = fast_plus(V(1.0), beside_one(e.power));
  const Wide<V> sum =
      plus(times(times(e.step, from.power), plus(u, wide(V(2.0)))), times(e.distance, plus(from.power, wide(V(-1.0)))));
  const Wide<V> cube = times(times(denominator, denominator), denominator);
  return {over(times(sum, e.power.significand), cube), e.power.exponent};
}

}  // namespace activation::math
