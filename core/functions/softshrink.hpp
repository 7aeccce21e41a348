#pragma once

#include "function.hpp"

namespace activation {

/// Soft shrink, soft thresholding. D. L. Donoho 1995.
/// One rounding (0.5 ulp) for every x.
struct Softshrink {
  static constexpr Parameter parameters[] = {{.name = "lambd",
                                              .symbol = "λ",
                                              .meaning = "how far results are drawn towards 0",
                                              .standard = 0.5,
                                              .minimum = 0,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 3,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0, .scale = -1}, {.parameter = 0}};
  static constexpr Reference references[] = {
      {.authors = "David L. Donoho",
       .year = 1995,
       .title = "De-noising by soft-thresholding",
       .url = "https://doi.org/10.1109/18.382009"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Softshrink"},
      {.framework = "Keras 3", .name = "keras.activations.soft_shrink", .differs = "λ is called threshold"},
      {.framework = "ONNX",
       .name = "Shrink",
       .differs = "bias is 0 by default, which is hard shrink; with bias = lambd it is this",
       .id = "hardshrink"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "softshrink",
      .name = "Soft shrink",
      .family = Family::shrinkage,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > lambd ? x - lambd : x < -lambd ? x + lambd : 0",
      .summary =
          "Draws every input towards 0 by λ and makes 0 of those nearer than that. It removes noise from signals "
          "and makes codes sparse.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C⁰; linear at λ = 0",
                     .saturation = "in the middle: f′ = 0 for |x| ≤ λ"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V shrunk = math::copysign(math::abs(x) - p[0], x);
    return math::select(math::abs(x) <= p[0], V(0.0), shrunk);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::constant_at(x, math::select(math::abs(x) > p[0], V(1.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
