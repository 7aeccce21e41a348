#pragma once

#include "coefficients.hpp"

namespace activation::math {

/// e^x = 2^exponent * (1 + fraction), for |x| <= 1400, to 2^-58; on the way to a float32 for |x| <= 700, to 2^-33.
/// Kept apart, the two serve e^x where it underflows and e^x - 1 where it cancels.
template <class V>
struct Exponential {
  Wide<V> fraction;  ///< in [-0.30, 0.42]
  V exponent;        ///< an integer, at most 0 where x <= 0.3
};

/// For x = hi + lo. NaN gives a NaN fraction.
template <class V>
Exponential<V> exponential(Two<V> x) {
  const V k = nearest(x.hi * spread<V>(log2_e));
  Two<V> r = fast_two_sum(x.hi - k * spread<V>(ln2_high),
                          k * spread<V>(minus_ln2_low));  // the difference is exact, and |r| <= ln(2)/2
  r = fast_two_sum(r.hi, r.lo + x.lo);
  // e^r - 1 = r + r^2/2 + r^3 q(r). Only the first two need more than 53 bits: |r^3 q| < 0.007, 2^-7.1 of 1, and
  // r^2 q < 0.021, 2^-5.5 of r.
  const V top = top_half(r.hi);
  const V half_square = V(0.5) * (top * top);
  const V half_square_rest = V(0.5) * ((r.hi - top) * (r.hi + top));
  const Two<V> sum = fast_two_sum(r.hi, half_square);
  const V cubic = r.hi * r.hi * r.hi * polynomial(exp_tail, r.hi);
  const V rest = (sum.lo + half_square_rest) + (r.lo + r.lo * sum.hi);
  return {fast_two_sum(sum.hi, cubic + rest), k};
}

template <class V>
Exponential<Single<V>> exponential(Single<V> x) {
  const Single<V> k = nearest(x * spread<Single<V>>(log2_e));
  const Single<V> r = x - k * spread<Single<V>>(ln2);
  return {r + (r * r) * polynomial(exp_tail_single, r), k};
}

template <class V>
Exponential<V> exponential(V x) {
  return exponential(Two<V>{x, V(0.0)});
}

inline constexpr double one = 1;

/// 2^t for |t| <= 1000, to 2^-33.
template <class V>
Single<V> power_of_two(Single<V> t) {
  using S = Single<V>;
  const S magic = spread<S>(round_magic);
  const S shifted = t + magic;
  const S r = t - (shifted - magic);
  // 1 + r q(r) by pairs of powers: Horner's scheme would wait for each product.
  const auto c = [](int i) { return spread<S>(power_single[i]); };
  const S r2 = r * r;
  const S high = ((c(3) + c(4) * r) + (c(5) + c(6) * r) * r2) * (r2 * r2);
  return raised((spread<S>(one) + c(0) * r) + ((c(1) + c(2) * r) * r2 + high), shifted);
}

/// e^x / 2^exponent, in [0.7, 1.42].
template <class V>
Wide<V> significand(const Exponential<V>& e) {
  return fast_plus(V(1.0), e.fraction);
}

template <class V>
Scaled<V> scaled(const Exponential<V>& e) {
  return {significand(e), e.exponent};
}

/// e^x for every x, within 0.54 ulp (0.79 where subnormal): infinite above 709.78, 0 below -745.13. NaN stays NaN.
template <class V>
V exp(V x) {
  const V limit(is_single<V> ? 700.0 : 1400.0);
  return rounded(scaled(exponential(at_least(at_most(x, limit), -limit))));
}

/// e^x - 1, to 2^-57 of itself however small x is.
template <class V>
Wide<V> minus_one(const Exponential<V>& e) {
  const V power = pow2(at_least(e.exponent, V(-1022.0)));
  return plus(fast_two_sum(V(-1.0), power), times_power(e.fraction, power));
}

}  // namespace activation::math
