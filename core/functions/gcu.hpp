#pragma once

#include "../math/arctan.hpp"
#include "../math/root.hpp"
#include "../math/trig.hpp"
#include "function.hpp"

namespace activation {

/// GCU, growing cosine unit. M. M. Noel, A. L, A. Trivedi and P. Dutta 2021, arXiv:2108.12943.
/// Within 0.55 ulp for every x, at 1e308 too, and 0.7 at the doubles that come nearest to zeros of the gradient.
struct Gcu {
  static constexpr Reference references[] = {
      {.authors = "Mathew Mithra Noel, Arunkumar L, Advait Trivedi, Praneet Dutta",
       .year = 2021,
       .title = "Growing Cosine Unit: A Novel Oscillatory Activation Function That Can Speedup Training and Reduce "
                "Parameters in Convolutional Neural Networks",
       .url = "https://arxiv.org/abs/2108.12943"},
  };
  static constexpr Info info{
      .id = "gcu",
      .name = "GCU",
      .family = Family::periodic,
      .period = {.length = 6.283185307179586},
  };
  static constexpr Notes notes{
      .formula = "x * cos(x)",
      .summary =
          "A wave that grows with its distance from 0. One neuron with it can tell apart what ReLU needs a layer for, such "
          "as exclusive or.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "no: up and down; between −0.8603 and 0.8603 it rises",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "no; f′ = 0 where x tan x = 1: ±0.8603, ±3.4256, …"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const Far<V> far(x);
    const V y = math::rounded(math::times(math::sine<2>(x), x * far.shrink)) * far.grow;
    return math::select(math::abs(x) < V(0x1p-30), x, y);  // the low half of a product may underflow
  }

  /// cos t - t sin t = -sqrt(1 + t^2) sin(t - arctan(1/t))
  template <class V>
  static V gradient(V x, const Params<V>&) {
    return -wave<1>(x, math::gcu_minima);
  }

  /// -2 sin t - t cos t = -sqrt(4 + t^2) sin(t - arctan(2/t) + pi/2), which is odd.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const V y = wave<2>(x, math::gcu_bends);
    return math::select(math::abs(x) < V(0x1p-30), V(-3.0) * x, math::select(x < V(0.0), y, -y));
  }

 private:
  /// Factors that keep products with x finite.
  template <class V>
  struct Far {
    V shrink;
    V grow;
    explicit Far(V x) {
      const auto far = math::abs(x) > V(0x1p900);
      shrink = math::select(far, V(0x1p-64), V(1.0));
      grow = math::select(far, V(0x1p64), V(1.0));
    }
  };

  static constexpr double near_end = 47.5;

  /// sqrt(c^2 + t^2) sin(t - arctan(c/t) + (c - 1) pi/2) for t = |x|.
  template <unsigned c, class V>
  static V wave(V x, const double (&zeros)[64]) {
    const V t = math::abs(x);
    // The sine of d more or less than a multiple of pi, which counts by being odd or even.
    math::Angle<V> angle = near_phase<c>(math::at_most(t, V(near_end)), zeros);
    const auto far = t >= V(near_end);
    if (math::any(far)) {
      const math::Angle<V> other = far_phase<c>(t);
      angle = {math::select(far, other.steps, angle.steps), math::chosen(far, other.rest, angle.rest)};
    }
    const V odd = math::negated_if_odd(V(1.0), angle.steps);
    const Far<V> size(t);
    const V inside = math::at_most(t, V(0x1p60));  // beyond, the root is t
    const auto root = math::square_root(math::plus(math::two_product(inside, inside), V(c * c)));
    const auto amplitude = math::chosen(t > inside, math::wide(t * size.shrink), root);
    return math::rounded(math::times(sine_of(angle.rest), amplitude)) * (odd * size.grow);
  }

  /// From a zero z, t - arctan(c/t) moves d + arctan(c d / (c^2 + t z)) where t moves by d: right to the last bit
  /// however small d is.
  template <unsigned c, class V>
  static math::Angle<V> near_phase(V t, const double (&zeros)[64]) {
    const V k = math::nearest(t * math::spread<V>(math::half_turns_per_radian) + V(c == 1 ? -0.2 : 0.3));
    const V row = k + k + math::spread<V>(math::round_magic);
    const math::Place<V> zero = row_of(zeros, row);
    const auto d = math::beyond(math::wide(t), zero);
    const auto z = near_place<V>(zero);
    const auto ratio = math::over(math::times(d, V(c)), math::plus(math::times(z, t), V(c * c)));
    return {k + math::spread<V>(math::round_magic), math::plus(d, arctan_of(ratio))};
  }

  /// From 47.5 on arctan(c/t) is a short series.
  template <unsigned c, class V>
  static math::Angle<V> far_phase(V t) {
    math::Angle<V> angle = math::half_turns<2 * (c - 1)>(t);
    const V inside = math::at_least(math::at_most(t, V(0x1p200)), V(near_end));
    const auto u = math::over(math::wide(V(c)), math::wide(inside));
    const auto square = math::times(u, u);
    auto sum = math::wide(math::polynomial(math::arctan_series_tail, math::lead(square)));
    for (int i = 3; i >= 0; --i) {
      sum = math::plus(math::times(sum, square), math::constant<V>(math::arctan_series_lead[i]));
    }
    const auto phase = math::plus(math::times(math::times(sum, square), u), u);
    angle.rest = math::plus(angle.rest, math::negated(phase));
    return angle;
  }

  template <class V>
  static math::Place<V> row_of(const double (&zeros)[64], V row) {
    const math::Two<V> first = math::looked_up(zeros, row);
    const math::Two<V> second = math::looked_up(zeros, row + V(1.0));
    return {first.hi, first.lo, second.hi};
  }
  template <class V>
  static math::Place<math::Single<V>> row_of(const double (&zeros)[64], math::Single<V> row) {
    const math::Two<V> first = math::looked_up(zeros, row.raw);
    return {math::Single<V>::of(first.hi), math::Single<V>::of(first.lo), math::Single<V>(0.0)};
  }

  template <class V>
  static math::Wide<V> near_place(const math::Place<V>& zero) {
    if constexpr (math::is_single<V>) {
      return zero.high;
    } else {
      return {zero.high, zero.middle};
    }
  }

  template <class V>
  static math::Two<V> arctan_of(math::Two<V> w) {
    const auto y = math::arctan(math::abs(w.hi));
    const V low = w.lo / (V(1.0) + w.hi * w.hi);
    const auto negative = w.hi < V(0.0);
    return {math::select(negative, -y.hi, y.hi), math::select(negative, -y.lo, y.lo) + low};
  }
  template <class V>
  static math::Single<V> arctan_of(math::Single<V> w) {
    return math::copysign(math::arctan(math::abs(w)), w);
  }

  /// The sine of a number near 0.
  template <class V>
  static math::Two<V> sine_of(math::Two<V> d) {
    return math::sine<0, V>(d, V(0.0));
  }
  template <class V>
  static math::Single<V> sine_of(math::Single<V> d) {
    return math::sine<0>(d);
  }
};

}  // namespace activation
