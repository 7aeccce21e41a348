#pragma once

#include "function.hpp"

namespace activation {

/// Hard shrink, hard thresholding. D. L. Donoho and I. M. Johnstone 1994.
/// Exact for every x.
struct Hardshrink {
  static constexpr Parameter parameters[] = {{.name = "lambd",
                                              .symbol = "λ",
                                              .meaning = "x passes farther from 0 than this",
                                              .standard = 0.5,
                                              .minimum = 0,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 3,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0, .scale = -1}, {.parameter = 0}};
  static constexpr Reference references[] = {
      {.authors = "David L. Donoho, Iain M. Johnstone",
       .year = 1994,
       .title = "Ideal spatial adaptation by wavelet shrinkage",
       .url = "https://doi.org/10.1093/biomet/81.3.425"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Hardshrink"},
      {.framework = "Keras 3", .name = "keras.activations.hard_shrink", .differs = "λ is called threshold"},
      {.framework = "ONNX", .name = "Shrink"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "hardshrink",
      .name = "Hard shrink",
      .family = Family::shrinkage,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "abs(x) > lambd ? x : 0",
      .summary =
          "Keeps inputs that are farther from 0 than λ and drops the rest: small values count as noise. Unlike "
          "soft shrink it leaves large ones as they are, and jumps.",
      .properties = {.range = "(−∞, −λ), 0 and (λ, ∞)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "discontinuous; linear at λ = 0",
                     .saturation = "in the middle: f′ = 0 for |x| ≤ λ"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::select(math::abs(x) <= p[0], V(0.0), x);
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
