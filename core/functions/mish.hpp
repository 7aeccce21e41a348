#pragma once

#include "../math/range.hpp"
#include "../math/smooth_coefficients.hpp"
#include "function.hpp"

namespace activation {

/// Mish. D. Misra 2019, arXiv:1908.08681.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Mish {
  static constexpr Reference references[] = {
      {.authors = "Diganta Misra",
       .year = 2019,
       .title = "Mish: A Self Regularized Non-Monotonic Activation Function",
       .url = "https://arxiv.org/abs/1908.08681"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Mish"},
      {.framework = "Keras 3", .name = "keras.activations.mish"},
      {.framework = "JAX", .name = "jax.nn.mish"},
      {.framework = "ONNX", .name = "Mish"},
  };
  static constexpr Info info{
      .id = "mish",
      .name = "Mish",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x * tanh(log(1 + exp(x)))",
      .summary =
          "A close relative of SiLU with a slightly deeper dip: its input times the tanh of softplus. Known from object "
          "detectors such as YOLOv4.",
      .properties = {.range = "[−0.308843, ∞)",
                     .monotonic = "no: falls to −0.308843 at x = −1.1924, then rises",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −6.264"},
      .references = references,
      .versions = versions,
  };

  // With q = e^-|x|, tanh(ln(1 + e^x)) is (1 + 2q) / D, D = 1 + 2q + 2q^2, on the right, and q (2 + q) / D,
  // D = 2 + 2q + q^2, on the left.

  template <class V>
  static V value(V x, const Params<V>&) {
    if constexpr (math::is_single<V>) {
      return near(math::contained(x), math::at_least(x, V(-math::vanishing<V>)));
    } else {
      const auto left = x < V(0.0);
      const math::Scaled<V> e = math::scaled(math::exponential(-math::at_most(math::abs(x), V(1459.0))));
      const V power = math::pow2(math::at_least(e.exponent, V(-1022.0)));
      const math::Wide<V> q = math::times_power(e.significand, power);
      const math::Wide<V> times_q = math::times(e.significand, q);
      const math::Wide<V> numerator =
          math::fast_plus(math::chosen(left, math::times_power(e.significand, V(2.0)), math::wide(V(1.0))),
                          math::chosen(left, times_q, math::times_power(q, V(2.0))));
      const math::Wide<V> ratio = math::over(numerator, denominator(left, q, math::times_power(times_q, power)));
      return math::weighted(x, math::Scaled<V>{ratio, math::select(left, e.exponent, V(0.0))});
    }
  }

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>&) {
    static constexpr float lowest = -200;  // below this float32 has -0
    return math::by_pairs(math::at_least(x, math::spread<math::Float4>(lowest)), [](auto v) { return near(v, v); });
  }

  /// q (4 - 4t + (6 - 4t) q + 4 q^2 + q^3) / D^2 on the left, with t = |x|, and on the right
  /// (1 + 4q + (6 + 4t) q^2 + (4 + 4t) q^3) / D^2.
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const math::Decay<V> at = decay_at(left, x, math::mish_slope_left.origin, math::mish_slope_right.origin);
    const math::Wide<V> sum = math::sum_of(left, math::mish_slope_left, math::mish_slope_right, at);
    const math::Wide<V> q = math::beside_one(at.power);
    const math::Wide<V> d = denominator(left, q, math::times(q, q));
    const math::Wide<V> factor = math::chosen(left, at.power.significand, math::wide(V(1.0)));
    return math::scale(math::rounded(math::over(math::times(sum, factor), math::times(d, d))),
                       math::select(left, at.power.exponent, V(0.0)));
  }

  /// 4q (4 - 2t + (8 - 2t) q + (6 + 3t) q^2 + (2 + 2t) q^3) / D^3 on the left, and on the right
  /// 4q^2 (2 - 2t + (6 - 3t) q + (8 + 2t) q^2 + (4 + 2t) q^3) / D^3.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const auto left = x < V(0.0);
    const math::Decay<V> at = decay_at(left, x, math::mish_bend_left.origin, math::mish_bend_right.origin);
    const math::Wide<V> sum = math::sum_of(left, math::mish_bend_left, math::mish_bend_right, at);
    const math::Wide<V> q = math::beside_one(at.power);
    const math::Wide<V> d = denominator(left, q, math::times(q, q));
    const math::Wide<V> s = at.power.significand;
    const math::Wide<V> factor = math::chosen(left, s, math::times(s, s));
    const V exponent = math::select(left, at.power.exponent, at.power.exponent + at.power.exponent);
    return math::scale(math::rounded(math::over(math::times(sum, factor), math::times(math::times(d, d), d))),
                       math::at_least(exponent, V(-2040.0)) + V(2.0));
  }

 private:
  /// x w / (w + 2) with w = e^t (e^t + 2) for a float32 and t >= -690: to it this is x from 20 on.
  template <class V>
  static V near(V x, V t) {
    static constexpr double enough = 40;
    const auto e = math::power_of_two(math::at_most(t, math::spread<V>(enough)) * math::spread<V>(math::log2_e));
    const V over = e.numerator();
    const V under = e.denominator();
    const V twice = under + under;
    const V w = over * (over + twice);
    return x * w / (w + twice * under);
  }

  template <class V, class Mask>
  static math::Decay<V> decay_at(Mask left, V x, const math::Origin& on_left, const math::Origin& on_right) {
    const V t = math::at_most(math::abs(x), V(math::vanishing<V>));
    return math::decay<V>(math::wide(t), math::origins<V>(left, on_left, on_right));
  }

  /// 2 + 2q + q^2 on the left, 1 + 2q + 2q^2 on the right.
  template <class Mask, class Number>
  static Number denominator(Mask left, Number q, Number square) {
    using V = decltype(math::lead(q));
    const V first = math::select(left, V(2.0), V(1.0));
    const V third = math::select(left, V(1.0), V(2.0));
    return math::fast_plus(math::fast_plus(first, math::times_power(q, V(2.0))), math::times_power(square, third));
  }
};

}  // namespace activation
