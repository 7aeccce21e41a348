#pragma once

#include "function.hpp"
#include "../math/mills.hpp"
#include "vector/gated.hpp"

namespace activation {

/// GEGLU: a gated linear unit whose gate is GELU (the exact one). N. Shazeer 2020, arXiv:2002.05202.
/// Within 0.6 ulp, 0.8 where subnormal; J^T g too. A b below -39 counts as -inf.
struct GeGluGate {
  template <class V>
  static math::Scaled<V> value(V b) {
    const V t = math::abs(b);
    const math::Scaled<V> tail = cut(t, math::normal_tail(math::at_most(t, V(limit<V>))));
    return product(normal(b, tail), multiplier(b));
  }

  /// With t = |b|: Phi(-t) - t phi(t) on the left, and 1 less that on the right.
  template <class V>
  static math::Scaled<V> gradient(V b) {
    const V t = math::abs(b);
    return normal(b, cut(t, math::normal_tail_less_density(math::at_most(t, V(limit<V>)))));
  }

 private:
  /// Phi(-39) is 2^-1108. (The exponential of float32 goes down to -700.)
  template <class V>
  static constexpr double limit = math::is_single<V> ? 37.0 : 39.0;

  template <class V>
  static math::Scaled<V> cut(V t, const math::Scaled<V>& tail) {
    return {math::chosen(t > V(limit<V>), math::wide(V(0.0)), tail.significand), tail.exponent};
  }

  /// The tail on the left, 1 less the tail on the right.
  template <class V>
  static math::Scaled<V> normal(V b, const math::Scaled<V>& tail) {
    const auto negative = b < V(0.0);
    return {math::chosen(negative, tail.significand, math::fast_plus(V(1.0), math::negated(math::beside_one(tail)))),
            math::select(negative, tail.exponent, V(0.0))};
  }

  /// b, but -limit beyond: infinity times 0 would be NaN.
  template <class V>
  static math::Scaled<V> multiplier(V b) {
    return normalized(math::at_least(b, V(-limit<V>)));
  }
};

struct GeGlu : Gated<GeGluGate> {
  static constexpr double slice[] = {1.0};
  static constexpr Reference references[] = {
      {.authors = "Noam Shazeer",
       .year = 2020,
       .title = "GLU Variants Improve Transformer",
       .url = "https://arxiv.org/abs/2002.05202"},
  };
  static constexpr Version versions[] = {
      {.framework = "Hugging Face",
       .name = "diffusers.models.activations.GEGLU",
       .differs = "has the linear layer inside"},
  };
  static constexpr Info info{
      .id = "geglu",
      .name = "GEGLU",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x * (1 + erf(1 / sqrt(2))) / 2",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mrow><msub><mi>a</mi><mi>i</mi></msub><mo>&#x2062;</mo><mrow><mi>GELU</mi><mo stretchy=\"false\">(</mo><msub><mi>b</mi><mi>i</mi></msub><mo stretchy=\"false\">)</mo></mrow></mrow>",
      .summary =
          "The first half of the inputs, a, is multiplied by the GELU of the second half, b. Found in the feed-forward layers of "
          "transformers such as T5 1.1 and Gemma, which take the tanh approximation of GELU.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes in a, or falling where GELU(b) < 0; not in b",
                     .symmetry = "odd in a",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "|∂y/∂a| < 0.01 for b < −2.675"},
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
