#pragma once

#include "function.hpp"
#include "vector/gated.hpp"

namespace activation {

/// ReGLU: a gated linear unit whose gate is ReLU. N. Shazeer 2020, arXiv:2002.05202. One rounding; of J^T g one for each
/// factor. At b = 0 the gate's gradient is 0, as ReLU's is.
struct ReGluGate {
  template <class V>
  static math::Scaled<V> value(V b) {
    return normalized(math::at_least(b, V(0.0)));
  }

  template <class V>
  static math::Scaled<V> gradient(V b) {
    return {math::wide(math::constant_at(b, math::select(b > V(0.0), V(1.0), V(0.0)))), V(0.0)};
  }
};

struct ReGlu : Gated<ReGluGate> {
  static constexpr double slice[] = {1.0};
  static constexpr Reference references[] = {
      {.authors = "Noam Shazeer",
       .year = 2020,
       .title = "GLU Variants Improve Transformer",
       .url = "https://arxiv.org/abs/2002.05202"},
  };
  static constexpr Info info{
      .id = "reglu",
      .name = "ReGLU",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x * max(0, 1)",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mrow><msub><mi>a</mi><mi>i</mi></msub><mo>&#x2062;</mo><mrow><mi>ReLU</mi><mo stretchy=\"false\">(</mo><msub><mi>b</mi><mi>i</mi></msub><mo stretchy=\"false\">)</mo></mrow></mrow>",
      .summary =
          "The first half of the inputs, a, is multiplied by the ReLU of the second half, b: where b is negative nothing gets "
          "through.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes in a; in b with the sign of a",
                     .symmetry = "odd in a",
                     .smoothness = "C⁰",
                     .saturation = "∂y/∂a = 0 for b ≤ 0"},
      .references = references,

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
