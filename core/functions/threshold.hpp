#pragma once

#include "function.hpp"

namespace activation {

/// Threshold: x above it, one fixed value below. R. Collobert, K. Kavukcuoglu and C. Farabet 2011 (Torch7).
/// Exact for every x.
struct Threshold {
  static constexpr Parameter parameters[] = {{.name = "threshold",
                                              .symbol = "t",
                                              .meaning = "x passes above this",
                                              .standard = 0.1,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = -5,
                                              .slider_maximum = 5,
                                              .step = 0.1},
                                             {.name = "value",
                                              .symbol = "v",
                                              .meaning = "the result for all other x",
                                              .standard = 20,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = -20,
                                              .slider_maximum = 20,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0}};
  static constexpr Reference references[] = {
      {.authors = "Ronan Collobert, Koray Kavukcuoglu, Clément Farabet",
       .year = 2011,
       .title = "Torch7: A Matlab-like Environment for Machine Learning",
       .url = ""},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2",
       .name = "torch.nn.Threshold",
       .differs = "threshold and value have no default; 0.1 and 20 are its example"},
      {.framework = "Keras 3",
       .name = "keras.activations.threshold",
       .differs = "no defaults either; value is called default_value"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "threshold",
      .name = "Threshold",
      .family = Family::rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > threshold ? x : value",
      .summary =
          "Passes inputs above the threshold t on and puts the value v in place of all others. With t = v = 0 it "
          "is ReLU; otherwise it usually jumps at t.",
      .properties = {.range = "(t, ∞) and v",
                     .monotonic = "yes for v ≤ t",
                     .symmetry = "none",
                     .smoothness = "discontinuous; C⁰ at v = t",
                     .saturation = "left: f′ = 0 for x ≤ t"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::select(x <= p[0], p[1], x);
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
