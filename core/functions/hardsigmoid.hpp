#pragma once

#include "../math/sixth.hpp"
#include "function.hpp"

namespace activation {

/// Hard sigmoid: a sigmoid of three straight lines. M. Courbariaux, Y. Bengio and J.-P. David 2015, arXiv:1511.00363; with
/// this slope A. Howard et al. 2019, arXiv:1905.02244.
/// Within 0.501 ulp for every x.
struct Hardsigmoid {
  static constexpr Kink kinks[] = {{.offset = -3}, {.offset = 3}};
  static constexpr Reference references[] = {
      {.authors = "Matthieu Courbariaux, Yoshua Bengio, Jean-Pierre David",
       .year = 2015,
       .title = "BinaryConnect: Training Deep Neural Networks with binary weights during propagations",
       .url = "https://arxiv.org/abs/1511.00363"},
      {.authors =
           "Andrew Howard, Mark Sandler, Grace Chu, Liang-Chieh Chen, Bo Chen, Mingxing Tan, Weijun Wang, Yukun Zhu, Ruoming Pang, Vijay Vasudevan, Quoc V. Le, Hartwig Adam",
       .year = 2019,
       .title = "Searching for MobileNetV3",
       .url = "https://arxiv.org/abs/1905.02244"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Hardsigmoid"},
      {.framework = "Keras 3", .name = "keras.activations.hard_sigmoid"},
      {.framework = "JAX", .name = "jax.nn.hard_sigmoid"},
      {.framework = "Keras 2",
       .name = "keras.activations.hard_sigmoid",
       .differs = "slope 0.2 instead of 1/6: it ends at ±2.5",
       .input_scale = 1.2},
      {.framework = "ONNX",
       .name = "HardSigmoid",
       .differs = "alpha = 0.2 instead of 1/6: it ends at ±2.5",
       .input_scale = 1.2},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "hardsigmoid",
      .name = "Hard sigmoid",
      .family = Family::hard,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "min(max(x / 6 + 0.5, 0), 1)",
      .summary =
          "A sigmoid made of three straight lines: 0 up to −3, 1 from 3 on, a slope of 1/6 between. It needs no "
          "exponential, which suits small devices.",
      .properties = {.range = "[0, 1]",
                     .monotonic = "yes",
                     .symmetry = "f(−x) = 1 − f(x)",
                     .smoothness = "C⁰",
                     .saturation = "both sides: f′ = 0 for |x| ≥ 3"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const V inside = math::rounded(math::sixth(math::fast_two_sum(V(3.0), x)));
    const V right = math::select(x >= V(3.0), V(1.0), inside);
    return math::select(x <= V(-3.0), V(0.0), right);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V slope = math::select(math::abs(x) < V(3.0), V(math::one_sixth), V(0.0));
    return math::constant_at(x, slope);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
