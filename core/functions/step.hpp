#pragma once

#include "function.hpp"

namespace activation {

/// Step, the Heaviside function, the unit of the first neural networks. W. S. McCulloch and W. Pitts 1943.
/// Exact for every x.
struct Step {
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Warren S. McCulloch, Walter Pitts",
       .year = 1943,
       .title = "A logical calculus of the ideas immanent in nervous activity",
       .url = "https://doi.org/10.1007/BF02478259"},
      {.authors = "Frank Rosenblatt",
       .year = 1958,
       .title = "The perceptron: A probabilistic model for information storage and organization in the brain",
       .url = "https://doi.org/10.1037/h0042519"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "step",
      .name = "Step",
      .family = Family::squashing,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? 1 : 0",
      .summary =
          "Fires or does not: 1 for positive inputs, 0 for all others, as the perceptron of 1958 did. Its gradient "
          "is 0 everywhere, so gradient descent cannot train it.",
      .properties = {.range = "0 and 1",
                     .monotonic = "yes",
                     .symmetry = "f(−x) = 1 − f(x) for x ≠ 0",
                     .smoothness = "discontinuous",
                     .saturation = "everywhere: f′ = 0"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::constant_at(x, math::select(x > V(0.0), V(1.0), V(0.0)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
