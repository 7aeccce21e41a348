#pragma once

#include "exp.hpp"
#include "root.hpp"

namespace activation::math {

// Derivatives of the smooth functions that are made of e^x are, over a positive denominator, sums p(t) e^-it with t = |x|
// and p at most linear: SiLU's gradient is -e^-t (t - 1 - e^-t) / (1 + e^-t)^2 on the left. Next to a zero r of such a sum
// its terms cancel. Seen from there, with d = t - r and M = e^-d - 1, they do not: t - 1 - e^-t is d - e^-r M, and M has
// the sign of -d. Both are right to the last bit however small they are, and e^-t = e^-r (1 + M) costs no second
// exponential.

/// A place, and e to the minus it.
struct Origin {
  Zero place;
  Two<double> power;
};

/// One of two per lane.
template <class V>
struct Origins {
  Place<V> place;
  Wide<V> power;
};

template <class V>
Origins<V> origins(const Origin& o) {
  return {place<V>(o.place), spread_pair<V>(o.power)};
}

template <class V, class Mask>
Origins<V> origins(Mask mask, const Origin& yes, const Origin& no) {
  const Origins<V> a = origins<V>(yes);
  const Origins<V> b = origins<V>(no);
  return {chosen(mask, a.place, b.place), chosen(mask, a.power, b.power)};
}

/// t = 0, for the side without a zero.
inline constexpr Origin at_zero{{0, 0, 0}, {1, 0}};

/// e^-t as seen from a place.
template <class V>
struct Decay {
  Wide<V> distance;  ///< d = t - place
  Wide<V> step;      ///< M = e^-d - 1
  Scaled<V> power;   ///< e^-t
};

/// For 0 <= t <= 1400.
template <class V>
Decay<V> decay(Wide<V> t, const Origins<V>& from) {
  const Wide<V> d = beyond(t, from.place);
  const Exponential<V> e = exponential(negated(d));
  return {d, minus_one(e), {times(significand(e), from.power), e.exponent}};
}

/// The sum over j of (constant[j] + slope[j] d) M^j.
template <std::size_t N>
struct Form {
  Origin origin;
  Two<double> constant[N];
  Two<double> slope[N];
};

template <class V, std::size_t N>
Wide<V> sum_of(const Form<N>& form, const Decay<V>& at) {
  Wide<V> sum{};
  for (std::size_t j = N; j-- > 0;) {
    const Wide<V> next = plus(times(spread_pair<V>(form.slope[j]), at.distance), spread_pair<V>(form.constant[j]));
    sum = j + 1 == N ? next : plus(times(sum, at.step), next);
  }
  return sum;
}

/// One of two forms per lane, each at the decay from its own origin.
template <class V, std::size_t N, class Mask>
Wide<V> sum_of(Mask mask, const Form<N>& yes, const Form<N>& no, const Decay<V>& at) {
  Wide<V> sum{};
  for (std::size_t j = N; j-- > 0;) {
    const Wide<V> slope = chosen(mask, spread_pair<V>(yes.slope[j]), spread_pair<V>(no.slope[j]));
    const Wide<V> start = chosen(mask, spread_pair<V>(yes.constant[j]), spread_pair<V>(no.constant[j]));
    const Wide<V> next = plus(times(slope, at.distance), start);
    sum = j + 1 == N ? next : plus(times(sum, at.step), next);
  }
  return sum;
}

}  // namespace activation::math
