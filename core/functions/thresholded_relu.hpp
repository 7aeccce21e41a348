#pragma once

#include "function.hpp"

namespace activation {

/// Thresholded ReLU. K. Konda, R. Memisevic and D. Krueger 2014, arXiv:1402.3337.
/// Exact for every x.
struct ThresholdedRelu {
  static constexpr Parameter parameters[] = {{.name = "theta",
                                              .symbol = "θ",
                                              .meaning = "x passes above this",
                                              .standard = 1,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = -5,
                                              .slider_maximum = 5,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0}};
  static constexpr Reference references[] = {
      {.authors = "Kishore Konda, Roland Memisevic, David Krueger",
       .year = 2014,
       .title = "Zero-bias autoencoders and the benefits of co-adapting features",
       .url = "https://arxiv.org/abs/1402.3337"},
  };
  static constexpr Version versions[] = {
      {.framework = "ONNX", .name = "ThresholdedRelu"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "thresholded_relu",
      .name = "Thresholded ReLU",
      .family = Family::rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > theta ? x : 0",
      .summary =
          "Lets only inputs above θ through, and those unchanged: weak signals count as noise. Unlike ReLU it "
          "jumps, from 0 to θ.",
      .properties = {.range = "0 and (θ, ∞) for θ ≥ 0",
                     .monotonic = "yes for θ ≥ 0",
                     .symmetry = "none",
                     .smoothness = "discontinuous; C⁰ at θ = 0",
                     .saturation = "left: f′ = 0 for x ≤ θ"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::select(x <= p[0], V(0.0), x);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::constant_at(x, math::select(x > p[0], V(1.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
