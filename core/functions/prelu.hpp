#pragma once

#include "leaky_relu.hpp"

namespace activation {

/// PReLU, parametric ReLU: leaky ReLU whose slope is learned. K. He, X. Zhang, S. Ren and J. Sun 2015, arXiv:1502.01852.
/// One rounding (0.5 ulp) for every x.
struct Prelu {
  static constexpr Parameter parameters[] = {{.name = "weight",
                                              .symbol = "a",
                                              .meaning = "slope for negative x; learned in training",
                                              .standard = 0.25,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = -1,
                                              .slider_maximum = 1,
                                              .step = 0.01}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun",
       .year = 2015,
       .title = "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
       .url = "https://arxiv.org/abs/1502.01852"},
  };
  static constexpr double zero[] = {0};
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.PReLU"},
      {.framework = "Keras 3",
       .name = "keras.layers.PReLU",
       .differs = "the slope starts at 0, which is ReLU",
       .parameters = zero},
      {.framework = "ONNX", .name = "PRelu", .differs = "the slope is a second input, without a default"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "prelu",
      .name = "PReLU",
      .family = Family::rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? x : weight * x",
      .summary =
          "Leaky ReLU whose slope a for negative inputs is not chosen but learned, like the weights: one for all "
          "channels, or one for each. a starts at 0.25.",
      .properties = {.range = "(−∞, ∞) for a > 0; [0, ∞) for a ≤ 0",
                     .monotonic = "yes for a ≥ 0",
                     .symmetry = "none; odd at a = 1, even at a = −1",
                     .smoothness = "C⁰; linear at a = 1",
                     .saturation = "no; left: f′ = a, so |f′| < 0.01 where |a| < 0.01"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return LeakyRelu::value(x, p);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return LeakyRelu::gradient(x, p);
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return LeakyRelu::curvature(x, p);
  }
};

}  // namespace activation
