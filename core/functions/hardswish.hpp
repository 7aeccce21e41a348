#pragma once

#include "../math/sixth.hpp"
#include "function.hpp"

namespace activation {

/// Hard swish, x times the hard sigmoid. A. Howard et al. 2019, arXiv:1905.02244.
/// Within 0.51 ulp for every x, next to its zero at -3 and that of its gradient at -1.5 too. At ±3 the gradient is that of the
/// outer side, 0 and 1.
struct Hardswish {
  static constexpr Kink kinks[] = {{.offset = -3}, {.offset = 3}};
  static constexpr Reference references[] = {
      {.authors =
           "Andrew Howard, Mark Sandler, Grace Chu, Liang-Chieh Chen, Bo Chen, Mingxing Tan, Weijun Wang, Yukun Zhu, Ruoming Pang, Vijay Vasudevan, Quoc V. Le, Hartwig Adam",
       .year = 2019,
       .title = "Searching for MobileNetV3",
       .url = "https://arxiv.org/abs/1905.02244"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2",
       .name = "torch.nn.Hardswish",
       .differs = "the gradient at −3 and 3 was −0.5 and 1.5 in version 1"},
      {.framework = "Keras 3", .name = "keras.activations.hard_silu"},
      {.framework = "JAX", .name = "jax.nn.hard_silu"},
      {.framework = "ONNX", .name = "HardSwish"},
  };
  static constexpr Info info{
      .id = "hardswish",
      .name = "Hard swish",
      .family = Family::hard,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x * min(max(x / 6 + 0.5, 0), 1)",
      .summary =
          "SiLU with the hard sigmoid in place of the sigmoid: a parabola between two straight lines. MobileNetV3 "
          "uses it on phones, where an exponential is dear.",
      .properties = {.range = "[−0.375, ∞)",
                     .monotonic = "no: falls to −0.375 at x = −1.5, then rises",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C⁰: f′ jumps at ±3",
                     .saturation = "left: f′ = 0 for x ≤ −3"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const math::Wide<V> product = math::times(math::fast_two_sum(V(3.0), x), x);
    const V inside = math::rounded(math::sixth(product));
    const V curved = math::select(math::abs(x) < V(0x1p-400), V(0.5) * x, inside);  // where low halves would underflow
    const V right = math::select(x >= V(3.0), x, curved);
    return math::select(x <= V(-3.0), V(0.0), right);
  }

  /// (2 x + 3) / 6 between the kinks. The sum is exact though 2 x may be the larger: 3 is a multiple of its last bit.
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V inside = math::rounded(math::sixth(math::fast_two_sum(V(3.0), x + x)));
    const V right = math::select(x >= V(3.0), V(1.0), inside);
    return math::select(x <= V(-3.0), V(0.0), right);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, math::select(math::abs(x) < V(3.0), V(1.0 / 3.0), V(0.0)));
  }
};

}  // namespace activation
