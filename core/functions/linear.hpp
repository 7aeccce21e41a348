#pragma once

#include "function.hpp"

namespace activation {

/// Linear, the identity function. As the unit of an adaptive network: B. Widrow and M. E. Hoff 1960.
/// Exact for every x.
struct Linear {
  static constexpr Reference references[] = {
      {.authors = "Bernard Widrow, Marcian E. Hoff",
       .year = 1960,
       .title = "Adaptive Switching Circuits",
       .url = "https://apps.dtic.mil/sti/citations/AD0241531"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Identity"},
      {.framework = "Keras 3", .name = "keras.activations.linear"},
      {.framework = "JAX", .name = "jax.nn.identity"},
      {.framework = "ONNX", .name = "Identity"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "linear",
      .name = "Linear",
      .family = Family::linear,
      .tutorial = true,
  };
  static constexpr Notes notes{
      .formula = "x",
      .summary =
          "Returns its input: the output layer of a regression. Hidden layers need something else, since a stack "
          "of linear layers is one linear layer.",
      .properties =
          {.range = "(−∞, ∞)", .monotonic = "yes", .symmetry = "odd", .smoothness = "C∞ (smooth)", .saturation = "no"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return x;
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, V(1.0));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
