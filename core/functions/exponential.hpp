#pragma once

#include "../math/exp.hpp"
#include "function.hpp"

namespace activation {

/// Exponential. As the mean of a count in generalized linear models: J. A. Nelder and R. W. M. Wedderburn 1972.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Exponential {
  static constexpr Reference references[] = {
      {.authors = "John A. Nelder, Robert W. M. Wedderburn",
       .year = 1972,
       .title = "Generalized Linear Models",
       .url = "https://doi.org/10.2307/2344614"},
  };
  static constexpr Version versions[] = {
      {.framework = "Keras 3", .name = "keras.activations.exponential"},
  };
  static constexpr Info info{
      .id = "exponential",
      .name = "Exponential",
      .family = Family::bump,
  };
  static constexpr Notes notes{
      .formula = "exp(x)",
      .summary =
          "Makes any number positive: an output layer for rates and counts, whose logarithm the network then "
          "predicts. It grows too fast for hidden layers.",
      .properties = {.range = "(0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −4.606"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::exp(x);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::exp(x);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::exp(x);
  }
};

}  // namespace activation
