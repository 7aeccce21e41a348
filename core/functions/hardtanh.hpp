#pragma once

#include "function.hpp"

namespace activation {

/// Hardtanh. R. Collobert 2004.
/// Exact for every x. Where min_val > max_val, max_val wins, as in min(max(x, min_val), max_val).
struct Hardtanh {
  static constexpr Parameter parameters[] = {{.name = "min_val",
                                              .symbol = "a",
                                              .meaning = "least result",
                                              .standard = -1,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = -5,
                                              .slider_maximum = 0,
                                              .step = 0.1},
                                             {.name = "max_val",
                                              .symbol = "b",
                                              .meaning = "greatest result",
                                              .standard = 1,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 5,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0}, {.parameter = 1}};
  static constexpr Reference references[] = {
      {.authors = "Ronan Collobert",
       .year = 2004,
       .title = "Large Scale Machine Learning (doctoral thesis, Université Paris VI)",
       .url = ""},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Hardtanh"},
      {.framework = "Keras 3", .name = "keras.activations.hard_tanh"},
      {.framework = "JAX", .name = "jax.nn.hard_tanh", .differs = "the gradient is 1 at −1 and 1"},
      {.framework = "ONNX",
       .name = "Clip",
       .differs = "min and max are inputs, without limits by default",
       .id = "linear"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "hardtanh",
      .name = "Hardtanh",
      .family = Family::hard,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "min(max(x, min_val), max_val)",
      .summary =
          "Tanh made of three straight lines: x itself between a and b, and held at these limits outside. It costs "
          "next to nothing.",
      .properties = {.range = "[a, b]",
                     .monotonic = "yes",
                     .symmetry = "odd at a = −b",
                     .smoothness = "C⁰",
                     .saturation = "both sides: f′ = 0 for x ≤ a and for x ≥ b"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::at_most(math::at_least(x, p[0]), p[1]);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const auto inside = math::both(x > p[0], x < p[1]);
    return math::constant_at(x, math::select(inside, V(1.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
