#pragma once

#include "exp.hpp"
#include "logarithm.hpp"

namespace activation::math {

// Exponentials and powers to any base, over double and SIMD vectors of them.

/// 2^x, within 0.54 ulp (0.79 where subnormal), and exact for whole x.
template <class V>
V exp2(V x) {
  const V inside = at_least(at_most(x, V(1100.0)), V(-1100.0));
  return rounded(scaled(exponential(times(constant<V>(ln2_wide), inside))));
}

/// e^x - 1, within 0.55 ulp.
template <class V>
V expm1(V x) {
  const Exponential<V> e = exponential(at_least(at_most(x, V(1400.0)), V(-800.0)));
  const V near = rounded(minus_one(e));
  // Beside e^x of 2^57 the 1 is nothing, and minus_one() would overflow.
  return select(abs(x) < V(0x1p-60), x, select(x > V(40.0), rounded(scaled(e)), near));
}

/// x^(1/3), within 0.54 ulp, and exact for cubes; of the sign of x.
template <class V>
V cbrt(V x) {
  const V root = rounded(scaled(exponential(times(log_of_size(x), constant<V>(third)))));
  return select(both(x == x, both(abs(x) < V(infinite), abs(x) > V(0.0))), copysign(root, x), x);
}

/// x^y, within 0.6 ulp (0.8 where subnormal). NaN in either gives NaN; for x < 0 and a y that is not whole it is NaN.
/// Otherwise as IEEE 754 has it: 0^y, infinities, and 1 for x^0.
template <class V>
V pow(V x, V y) {
  const V size = abs(x);
  const Two<V> log = log_of_size(size);
  // Beyond 2^80 every power is 0, 1 or infinite; so is the logarithm of 1 as long as it is 0.
  const V bounded = at_least(at_most(y, V(0x1p80)), V(-0x1p80));
  const Two<V> product = times(log, bounded);
  const V limited = at_least(at_most(product.hi, V(1400.0)), V(-1400.0));
  const V low = select(limited == product.hi, product.lo, V(0.0));
  const V general = rounded(scaled(exponential(fast_two_sum(limited, low))));
  const V rising = select(y > V(0.0), V(infinite), V(0.0));  // of a size beyond 1
  const V falling = select(y < V(0.0), V(infinite), V(0.0));
  V power = select(size == V(infinite), rising, select(size == V(0.0), falling, general));
  power = select(y == V(0.0), V(1.0), power);
  // Adding 2^52 takes away what is behind the point; the half of an odd number has a half there. From 2^53 on all are even.
  const V past = V(0x1p52);
  const V exponent_size = at_most(abs(y), V(0x1p53));
  const V half = exponent_size * V(0.5);
  const auto is_whole = either(exponent_size >= past, (exponent_size + past) - past == exponent_size);
  const V odd = select((half + past) - past == half, V(0.0), select(is_whole, V(1.0), V(0.0)));
  const V sign = copysign(V(1.0), x);
  const V negative = select(odd > V(0.5), -power, select(is_whole, power, V(not_a_number)));
  const V of_zero = select(odd > V(0.5), sign * power, power);
  const V y_signed = select(x < V(0.0), negative, select(x == V(0.0), of_zero, power));
  return select(both(x == x, y == y), y_signed, x + y);
}

}  // namespace activation::math
