#pragma once

#include "../../math/exp.hpp"
#include "../../math/packs.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <type_traits>

namespace activation {

// e^(s x_j / T) of all numbers of a vector, relative to the largest of them, and their sum: what softmax and its family
// are made of. s is 1, or -1 for softmin. Sums are taken in a fixed order, so that every machine gets the same bits.

/// Weights of float64 are kept times 2^lift: then neither they nor the low halves of their products underflow.
template <class V>
inline constexpr double lift = math::is_single<V> ? 0.0 : 500.0;

/// y / 2^lift, rounded once.
template <class V>
V lowered(V y) {
  if constexpr (math::is_single<V>) {
    return y;
  } else {
    return y * math::pow2(V(-lift<V>));
  }
}

/// One lane of what is computed in V.
template <class V>
using ScalarOf = std::conditional_t<math::is_single<V>, math::Single<double>, double>;

/// s and T, and their quotient.
template <class V>
struct Rate {
  math::Wide<V> wide;
  bool is_one;
  Rate(double sign, double temperature)
      : wide(math::over(math::wide(V(sign)), math::wide(V(temperature)))), is_one(sign == 1 && temperature == 1) {}
};

/// 2^lift e^(s (x - extreme) / T), where the exponent is at most 0. NaN where either x is.
template <class V>
struct Weigh {
  V extreme;
  Rate<V> rate;

  Weigh(double x, double sign, double temperature) : extreme(x), rate(sign, temperature) {}

  math::Two<V> operator()(V x) const {
    constexpr double vanishing = math::vanishing<V>;
    const math::Two<V> distance = math::two_sum(x, -extreme);
    const math::Two<V> exponent = rate.is_one ? distance : math::times(distance, rate.wide);
    // The select also discards what an overflowing difference or an infinite x leaves in the low half.
    const auto vanishes = exponent.hi < V(-vanishing);
    const math::Exponential<V> e = math::exponential(
        math::Two<V>{math::select(vanishes, V(-vanishing), exponent.hi), math::select(vanishes, V(0.0), exponent.lo)});
    return math::times_power(math::significand(e), math::pow2(e.exponent + V(lift<V>)));
  }
};

/// 2^t
template <class S>
S weight(S t) {
  const auto power = math::power_of_two(t);
  return power.numerator() / power.denominator();
}

template <class V>
struct Weigh<math::Single<V>> {
  using S = math::Single<V>;
  S extreme;
  S rate;  ///< s / (T ln 2)

  Weigh(double x, double sign, double temperature) : extreme(x), rate(sign * math::log2_e / temperature) {}

  S operator()(S x) const { return weight(math::at_least((x - extreme) * rate, S(-1000.0))); }
};

/// The same relative to 1.
template <class S>
struct WeighAsIs {
  S rate;
  S operator()(S x) const { return weight(x * rate); }
};

/// A sum, lane by lane.
template <class V>
struct Sum {
  math::Two<V> total{V(0.0), V(0.0)};
  void add(math::Two<V> x) {
    const math::Two<V> sum = math::two_sum(total.hi, x.hi);
    total = {sum.hi, total.lo + (sum.lo + x.lo)};
  }
  math::Two<double> lane(std::size_t i) const {
    return math::fast_two_sum(math::lane(total.hi, i), math::lane(total.lo, i));
  }
};
template <class V>
struct Sum<math::Single<V>> {
  math::Single<V> total{0.0};
  void add(math::Single<V> x) { total = total + x; }
  math::Single<double> lane(std::size_t i) const { return math::lane(total, i); }
};

/// Two of them, so that neither has to wait for the other.
template <class V>
struct Sums {
  Sum<V> low;
  Sum<V> high;
  math::Wide<ScalarOf<V>> total() const {
    return math::plus(math::plus(low.lane(0), low.lane(1)), math::plus(high.lane(0), high.lane(1)));
  }
};

/// Adds up f of x, or of the pairs of two arrays.
template <class T, class F, class... More>
math::Wide<ScalarOf<math::PairOf<T>>> sum_of(F f, std::span<const T> x, const More*... more) {
  Sums<math::PairOf<T>> sums;
  std::size_t i = 0;
  for (; i + 4 <= x.size(); i += 4) {
    sums.low.add(f(math::pair(&x[i]), math::pair(more + i)...));
    sums.high.add(f(math::pair(&x[i + 2]), math::pair(more + i + 2)...));
  }
  if (i + 2 <= x.size()) {
    sums.low.add(f(math::pair(&x[i]), math::pair(more + i)...));
    i += 2;
  }
  if (i < x.size()) sums.high.add(math::first_lane(f(math::twice(x[i]), math::twice(more[i])...)));
  return sums.total();
}

/// The largest f of the numbers; -inf if there are none but NaNs.
template <class T, class F>
double largest_of(std::span<const T> x, F f) {
  using V = math::Register<T>;
  constexpr std::size_t N = 16 / sizeof(T);
  constexpr T least = -std::numeric_limits<T>::infinity();
  V best(static_cast<double>(least));
  if (x.size() >= N) {
    std::size_t i = 0;
    if (x.size() >= 4 * N) {
      V others[3] = {best, best, best};  // so that none has to wait for the one before
      for (; i + 4 * N <= x.size(); i += 4 * N) {
        best = math::at_least(best, f(math::loaded<V>(&x[i])));
        for (std::size_t k = 0; k < 3; ++k) {
          others[k] = math::at_least(others[k], f(math::loaded<V>(&x[i + (k + 1) * N])));
        }
      }
      best = math::at_least(math::at_least(best, others[0]), math::at_least(others[1], others[2]));
    }
    for (; i + N <= x.size(); i += N) best = math::at_least(best, f(math::loaded<V>(&x[i])));
    best = math::at_least(best, f(math::loaded<V>(&x[x.size() - N])));  // the rest, and some for the second time
  } else {
    for (const T one : x) best = math::at_least(best, f(V(static_cast<double>(one))));
  }
  return static_cast<double>(math::largest_lane(best));
}

/// The x with the largest exponential.
template <class T>
double extreme_of(std::span<const T> x, double sign) {
  const math::Register<T> s(sign);
  return sign * largest_of(x, [s](math::Register<T> v) { return s * v; });
}

/// How many numbers are y, of less than 2^26.
template <class T>
double count_of(std::span<const T> x, double y) {
  using V = math::Register<T>;
  constexpr std::size_t N = 16 / sizeof(T);
  V found(0.0);
  std::size_t i = 0;
  for (; i + N <= x.size(); i += N) {
    found = found + math::select(math::loaded<V>(&x[i]) == V(y), V(1.0), V(0.0));
  }
  double count = 0;
  for (std::size_t k = 0; k < N; ++k) count += static_cast<double>(found.raw[k]);
  for (; i < x.size(); ++i) count += static_cast<double>(x[i]) == y ? 1.0 : 0.0;
  return count;
}

template <class T>
double largest_size_of(std::span<const T> x) {
  return largest_of(x, [](math::Register<T> v) { return math::abs(v); });
}

/// A multiplication of weights by a constant such as the reciprocal of their sum, which is split so that the product's
/// leading term is exact.
template <class V>
struct Share {
  V rate;
  V top;
  V rest;
  explicit Share(math::Two<double> sum) {
    const math::Two<double> r = math::over(math::Two<double>{1, 0}, math::times_power(sum, math::pow2(-lift<double>)));
    const double half = math::top_half(r.hi);
    rate = V(r.hi);
    top = V(half);
    rest = V((r.hi - half) + r.lo);
  }
  V operator()(math::Two<V> weight) const {
    const V first = math::top_half(weight.hi);
    const V second = (weight.hi - first) + weight.lo;
    return lowered(first * top + (first * rest + second * rate));
  }
};
template <class V>
struct Share<math::Single<V>> {
  math::Single<V> rate;
  explicit Share(math::Single<double> sum) : rate(1.0 / sum.raw) {}
  math::Single<V> operator()(math::Single<V> weight) const { return weight * rate; }
};

/// The weights of a vector, block by block.
template <class T>
class Weights {
 public:
  using V = math::PairOf<T>;
  /// Weights that are kept, in 16 kB: those of longer vectors are computed when they are added and once more when they
  /// are divided, which takes no memory that grows.
  static constexpr std::size_t block = (std::size_t{1} << 15) / sizeof(math::Wide<V>);

  /// Computes the weights of a block and hands them to `sums`, if there are any.
  template <class Weigh, class... Sums>
  void fill(std::span<const T> x, const Weigh& weigh, Sums&... sums) {
    math::Wide<V>* to = weights_;
    std::size_t i = 0;
    if constexpr (math::is_single<V>) {
      // Eight at once, since independent chains hide each other's latency.
      for (; i + 8 <= x.size(); i += 8, to += 4) {
        const math::Four<V> a = math::four(&x[i]);
        const math::Four<V> b = math::four(&x[i + 4]);
        const V w[] = {weigh(a.low), weigh(a.high), weigh(b.low), weigh(b.high)};
        for (std::size_t k = 0; k < 4; ++k) to[k] = w[k];
        (sums.low.add(w[0]), ...);
        (sums.high.add(w[1]), ...);
        (sums.low.add(w[2]), ...);
        (sums.high.add(w[3]), ...);
      }
    }
    for (; i + 4 <= x.size(); i += 4, to += 2) {
      const math::Four<V> four = math::four(&x[i]);
      to[0] = weigh(four.low);
      to[1] = weigh(four.high);
      (sums.low.add(to[0]), ...);
      (sums.high.add(to[1]), ...);
    }
    if (i + 2 <= x.size()) {
      *to = weigh(math::pair(&x[i]));
      (sums.low.add(*to), ...);
      ++to;
      i += 2;
    }
    // One twice. (Not beside a 0, say: a lane of subnormal weight took twice the time.)
    if (i < x.size()) {
      *to = weigh(math::twice(x[i]));
      (sums.high.add(math::first_lane(*to)), ...);
    }
  }

  /// Writes their shares.
  void write(std::span<T> y, const Share<V>& share) const {
    const math::Wide<V>* from = weights_;
    std::size_t i = 0;
    for (; i + 8 <= y.size(); i += 8, from += 4) {
      math::store(&y[i], share(from[0]), share(from[1]));
      math::store(&y[i + 4], share(from[2]), share(from[3]));
    }
    for (; i + 4 <= y.size(); i += 4, from += 2) math::store(&y[i], share(from[0]), share(from[1]));
    if (i + 2 <= y.size()) {
      math::store(&y[i], share(*from++));
      i += 2;
    }
    if (i < y.size()) y[i] = static_cast<T>(math::lane(share(*from), 0));
  }

 private:
  math::Wide<V> weights_[block / 2];
};

/// y_i = weight_i / sum_j weight_j.
template <class T, class Weigh>
void write_shares(std::span<const T> x, std::span<T> y, const Weigh& weigh) {
  using V = math::PairOf<T>;
  constexpr std::size_t block = Weights<T>::block;
  Weights<T> weights;
  Sums<V> sums;
  for (std::size_t start = 0; start < x.size(); start += block) {
    weights.fill(x.subspan(start, std::min(block, x.size() - start)), weigh, sums);
  }
  const Share<V> share(sums.total());
  for (std::size_t start = 0; start < x.size(); start += block) {
    const std::size_t count = std::min(block, x.size() - start);
    if (x.size() > block) weights.fill(x.subspan(start, count), weigh);
    weights.write(y.subspan(start, count), share);
  }
}

/// y_i = e^(s x_i / T) / sum_j e^(s x_j / T). x and y have the same length, and may be the same.
inline void shares(std::span<const float> x, std::span<float> y, double sign, double temperature) {
  const double rate = sign * math::log2_e / temperature;
  // Where doubles hold all exponentials, none has to wait for the largest.
  if (largest_size_of(x) * math::abs(rate) < 450) {
    write_shares(x, y, WeighAsIs<math::Single2>{rate});
  } else {
    write_shares(x, y, Weigh<math::Single2>(extreme_of(x, sign), sign, temperature));
  }
}
inline void shares(std::span<const double> x, std::span<double> y, double sign, double temperature) {
  write_shares(x, y, Weigh<math::Double2>(extreme_of(x, sign), sign, temperature));
}

}  // namespace activation
