#pragma once

#include "function.hpp"
#include "vector/gated.hpp"

namespace activation {

/// GLU, gated linear unit: the sigmoid of one half of x opens and closes the other. Y. N. Dauphin, A. Fan, M. Auli and
/// D. Grangier 2017, arXiv:1612.08083. Within 0.6 ulp, 0.8 where subnormal; J^T g too. A b below -1400 counts as -inf.
struct GluGate {
  template <class V>
  static math::Scaled<V> value(V b) {
    return Decayed<V>(b).logistic(b);
  }

  /// e / (1 + e)^2
  template <class V>
  static math::Scaled<V> gradient(V b) {
    const Decayed<V> e(b);
    return {math::over(e.significand, math::times(e.denominator, e.denominator)), e.exponent};
  }
};

struct Glu : Gated<GluGate> {
  static constexpr double slice[] = {1.0};
  static constexpr Reference references[] = {
      {.authors = "Yann N. Dauphin, Angela Fan, Michael Auli, David Grangier",
       .year = 2017,
       .title = "Language Modeling with Gated Convolutional Networks",
       .url = "https://arxiv.org/abs/1612.08083"},
      {.authors = "Noam Shazeer",
       .year = 2020,
       .title = "GLU Variants Improve Transformer",
       .url = "https://arxiv.org/abs/2002.05202"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.GLU", .differs = "takes dim, the axis that it halves"},
      {.framework = "Keras 3", .name = "keras.activations.glu"},
      {.framework = "JAX", .name = "jax.nn.glu"},
  };
  static constexpr Info info{
      .id = "glu",
      .name = "GLU",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + exp(-1))",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mrow><msub><mi>a</mi><mi>i</mi></msub><mo>&#x2062;</mo><mrow><mi>σ</mi><mo stretchy=\"false\">(</mo><msub><mi>b</mi><mi>i</mi></msub><mo stretchy=\"false\">)</mo></mrow></mrow>",
      .summary =
          "The first half of the inputs, a, is multiplied by the sigmoid of the second half, b: a gate that learns what to let "
          "through.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes in a; in b with the sign of a",
                     .symmetry = "odd in a",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "∂y/∂a < 0.01 for b < −4.596"},
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
