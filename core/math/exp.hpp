#pragma once

#include "coefficients.hpp"

namespace activation::math {

/// e^x = 2^exponent * 2^(j/64) * e^r, j one of 0 to 63 and |r| <= ln(2)/128. Kept apart, the parts serve e^x where it
/// underflows and e^x - 1 where it cancels. For |x| <= 1400, to 2^-58.
/// P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
template <class V>
struct Exponential {
  Two<V> step;  ///< 2^(j/64) = hi (1 + lo)
  Two<V> rest;  ///< e^r - 1
  V exponent;   ///< an integer, at most 0 where x <= 0.005
};

/// On the way to a float32: for |x| <= 700, to 2^-31.
template <class V>
struct Exponential<Single<V>> {
  Single<V> rest;  ///< e^x = 2^exponent * (1 + rest)
  Single<V> exponent;
};

namespace detail {

/// Which multiple of ln(2)/64 is nearest to x, and x less that, as a difference of two numbers of which the first is large.
template <class V>
struct Reduced {
  V shifted;  ///< holds the multiple in its last bits
  V k;        ///< the multiple
  V high;
  V low;
};

template <class V>
Reduced<V> reduced(V x) {
  const V magic = spread<V>(round_magic);
  const V shifted = x * spread<V>(steps_per_unit) + magic;
  const V k = shifted - magic;
  return {shifted, k, x - k * spread<V>(step_high), k * spread<V>(step_low)};  // the difference is exact
}

template <class V>
Exponential<V> exponential(const Reduced<V>& x) {
  const V r = x.high - x.low;
  const Two<V> rest = fast_two_sum(r, r * r * polynomial(exp_tail, r));
  // floor(k / 64): k / 64 - 63/128 is never halfway between two integers.
  const V exponent = nearest(x.k * V(1.0 / 64) - V(63.0 / 128));
  return {looked_up(exp_steps, x.shifted), {rest.hi, rest.lo + ((x.high - r) - x.low)}, exponent};
}

}  // namespace detail

/// NaN gives a NaN rest.
template <class V>
Exponential<V> exponential(V x) {
  return detail::exponential(detail::reduced(x));
}

/// For x = hi + lo.
template <class V>
Exponential<V> exponential(Two<V> x) {
  detail::Reduced<V> reduced = detail::reduced(x.hi);
  reduced.low = reduced.low - x.lo;
  return detail::exponential(reduced);
}

template <class V>
Exponential<Single<V>> exponential(Single<V> x) {
  const Single<V> k = nearest(x * spread<Single<V>>(log2_e));
  const Single<V> r = x - k * spread<Single<V>>(ln2);
  return {r + (r * r) * polynomial(exp_tail_single, r), k};
}

/// e^x / 2^exponent, in [0.99, 2].
template <class V>
Two<V> significand(const Exponential<V>& e) {
  return fast_two_sum(e.step.hi, e.step.hi * (e.step.lo + e.rest.hi));
}
template <class V>
Single<V> significand(const Exponential<Single<V>>& e) {
  return Single<V>(1.0) + e.rest;
}

template <class V>
Scaled<V> scaled(const Exponential<V>& e) {
  return {significand(e), e.exponent};
}

/// Up to this size of x neither e^x nor the low halves of what is made of it come near the ends of the range: kernels
/// have a short text for such numbers, and a careful one for the others, which are rare.
inline constexpr double ordinary = 650;

template <class V>
auto extreme(V x) {
  return abs(x) > spread<V>(ordinary);
}

namespace detail {

/// hi + lo, not normalized: lo is up to 1/180 of hi.
template <class V>
Two<V> ordinary_power(const Reduced<V>& x) {
  const V r = x.high - x.low;
  const V square = r * r;
  const auto c = [](int i) { return spread<V>(exp_tail_near[i]); };
  const V rest = r + square * ((c(0) + c(1) * r) + (c(2) + c(3) * r) * square);
  const Two<V> step = looked_up(exp_steps, x.shifted);
  const V high = raised_by_64ths(step.hi, x.shifted);
  return {high, high * (rest + step.lo)};
}

}  // namespace detail

/// e^x for |x| <= 700, to 2^-57, as hi + lo with lo up to 1/180 of hi.
template <class V>
Two<V> ordinary_power(V x) {
  return detail::ordinary_power(detail::reduced(x));
}
template <class V>
Two<V> ordinary_power(Two<V> x) {
  detail::Reduced<V> reduced = detail::reduced(x.hi);
  reduced.low = reduced.low - x.lo;
  return detail::ordinary_power(reduced);
}

/// e^x for every x, within 0.54 ulp (0.79 where subnormal): infinite above 709.78, 0 below -745.13. NaN stays NaN.
template <class V>
V exp(V x) {
  const V limit(is_single<V> ? 700.0 : 1400.0);
  return rounded(scaled(exponential(at_least(at_most(x, limit), -limit))));
}

/// 2^t on the way to a float32, as 2^n (even + odd) / (even - odd): for |t| <= 1000, to 2^-32. What is made of it ends in
/// a division anyway, or has room for one: the divider works beside the adders, which are what kernels wait for. sigmoid
/// takes two thirds of the time that it took with a polynomial.
template <class S>
struct Power {
  S even;
  S odd;
  S shifted;  ///< n + round_magic

  S numerator() const { return raised(even + odd, shifted); }
  S denominator() const { return even - odd; }
};

template <class V>
Power<Single<V>> power_of_two(Single<V> t) {
  using S = Single<V>;
  const S magic = spread<S>(round_magic);
  const S shifted = t + magic;
  const S r = t - (shifted - magic);
  const S square = r * r;
  const auto c = [](int i) { return spread<S>(power_ratio[i]); };
  return {square * c(2) + c(1), r * (square + c(0)), shifted};
}

/// e^x for a float32 and |x| <= 600.
template <class V>
Single<V> power(Single<V> x) {
  const auto p = power_of_two(x * spread<Single<V>>(log2_e));
  return p.numerator() / p.denominator();
}

/// 2^t + 1 and 2^t - 1, both times 2^-n (even - odd), to 2^-30 of themselves however small t is.
template <class S>
struct AroundPower {
  S more;
  S less;
};

template <class S>
AroundPower<S> around(const Power<S>& p) {
  const S one = spread<S>(unity);
  const S scale = raised(one, p.shifted);
  const S above = scale + one;
  const S below = one - scale;
  return {above * p.even - below * p.odd, above * p.odd - below * p.even};  // the latter -0 for t = -0
}

/// e^x - 1 for a float32 and |x| <= 600, to 2^-30 of itself.
template <class V>
Single<V> power_less_one(Single<V> x) {
  const auto p = power_of_two(x * spread<Single<V>>(log2_e));
  return around(p).less / p.denominator();
}

/// e^x - 1, to 2^-57 of itself however small x is.
template <class V>
Two<V> minus_one(const Exponential<V>& e) {
  const V power = pow2(at_least(e.exponent, V(-1022.0)));
  const V step = e.step.hi * power;
  const Two<V> whole = two_sum(step, V(-1.0));  // 0, or larger than the rest
  const Two<V> sum = fast_two_sum(whole.hi, e.rest.hi);
  const V low = whole.lo + step * e.step.lo;
  return fast_two_sum(sum.hi, sum.lo + ((e.rest.lo + low) + (whole.hi + low) * e.rest.hi));
}
template <class V>
Single<V> minus_one(const Exponential<Single<V>>& e) {
  const Single<V> power = pow2(e.exponent);
  return (power - Single<V>(1.0)) + e.rest * power;
}

}  // namespace activation::math
