#pragma once

#include "../math/smooth_coefficients.hpp"
#include "function.hpp"
#include "vector/gated.hpp"

namespace activation {

/// SwiGLU: a gated linear unit whose gate is SiLU. N. Shazeer 2020, arXiv:2002.05202.
/// Within 0.6 ulp, 0.8 where subnormal; J^T g too, next to the zero of SiLU's gradient as elsewhere. A b below -1400 counts as -inf.
struct SwiGluGate {
  template <class V>
  static math::Scaled<V> value(V b) {
    return product(Decayed<V>(b).logistic(b), normalized(math::at_least(b, V(-1500.0))));
  }

  /// (1 + e + b e) / (1 + e)^2 on the right, with e = e^-u and u = |b|, and e (1 + e - u) / (1 + e)^2 on the left, where
  /// 1 + e - u is seen from its zero: r M - d, see decay.hpp.
  template <class V>
  static math::Scaled<V> gradient(V b) {
    const V u = math::at_most(math::abs(b), V(Decayed<V>::limit));
    const auto negative = b < V(0.0);
    const math::Origins<V> from = math::origins<V>(negative, math::silu_minimum, math::at_zero);
    const math::Decay<V> e = math::decay<V>(math::wide(u), from);
    const math::Wide<V> power = math::beside_one(e.power);
    const math::Wide<V> denominator = math::fast_plus(V(1.0), power);
    const math::Wide<V> bend =
        math::times(math::chosen(negative, from.power, math::wide(u)), math::chosen(negative, e.step, power));
    const math::Wide<V> sum = math::plus(math::chosen(negative, math::negated(e.distance), denominator), bend);
    const math::Wide<V> left = math::chosen(b < V(-Decayed<V>::limit), math::wide(V(0.0)), e.power.significand);
    const math::Wide<V> numerator = math::times(sum, math::chosen(negative, left, math::wide(V(1.0))));
    return {math::over(numerator, math::times(denominator, denominator)),
            math::select(negative, e.power.exponent, V(0.0))};
  }
};

struct SwiGlu : Gated<SwiGluGate> {
  static constexpr double slice[] = {1.0};
  static constexpr Reference references[] = {
      {.authors = "Noam Shazeer",
       .year = 2020,
       .title = "GLU Variants Improve Transformer",
       .url = "https://arxiv.org/abs/2002.05202"},
  };
  static constexpr Version versions[] = {
      {.framework = "ONNX", .name = "SwiGLU"},
  };
  static constexpr Info info{
      .id = "swiglu",
      .name = "SwiGLU",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + exp(-1))",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mrow><msub><mi>a</mi><mi>i</mi></msub><mo>&#x2062;</mo><mrow><mi>SiLU</mi><mo stretchy=\"false\">(</mo><msub><mi>b</mi><mi>i</mi></msub><mo stretchy=\"false\">)</mo></mrow></mrow>",
      .summary =
          "The first half of the inputs, a, is multiplied by the SiLU of the second half, b. The feed-forward layers of LLaMA and "
          "of most language models since are made of it.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes in a, or falling where b < 0; not in b",
                     .symmetry = "odd in a",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "|∂y/∂a| < 0.01 for b < −6.471"},
      .references = references,
      .versions = versions,
  };

  using Gated::value;

  // The curve of a_0 gate(b_0) along a_0 is a straight line.

  template <class V>
  static V value(V x, const Params<V>&) {
    return times_gate(x, V(slice[0]));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, times_gate(V(1.0), V(slice[0])));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
