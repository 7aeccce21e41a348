#pragma once

#include "function.hpp"

namespace activation {

/// Sparse sigmoid, which is sparsemax for two classes. A. F. T. Martins and R. F. Astudillo 2016, arXiv:1602.02068.
/// One rounding (0.5 ulp) for every x.
struct SparseSigmoid {
  static constexpr Kink kinks[] = {{.offset = -1}, {.offset = 1}};
  static constexpr Reference references[] = {
      {.authors = "André F. T. Martins, Ramón F. Astudillo",
       .year = 2016,
       .title = "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification",
       .url = "https://arxiv.org/abs/1602.02068"},
      {.authors = "Mathieu Blondel, André F. T. Martins, Vlad Niculae",
       .year = 2020,
       .title = "Learning with Fenchel-Young Losses",
       .url = "https://arxiv.org/abs/1901.02324"},
  };
  static constexpr Version versions[] = {
      {.framework = "Keras 3", .name = "keras.activations.sparse_sigmoid"},
      {.framework = "JAX", .name = "jax.nn.sparse_sigmoid"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "sparse_sigmoid",
      .name = "Sparse sigmoid",
      .family = Family::hard,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "min(max((x + 1) / 2, 0), 1)",
      .summary =
          "What the sigmoid is to softmax this is to sparsemax: a probability that is exactly 0 or 1 once the "
          "answer is clear. It is the gradient of Sparse plus.",
      .properties = {.range = "[0, 1]",
                     .monotonic = "yes",
                     .symmetry = "f(−x) = 1 − f(x)",
                     .smoothness = "C⁰",
                     .saturation = "both sides: f′ = 0 for |x| ≥ 1"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const V right = math::select(x >= V(1.0), V(1.0), V(0.5) * (x + V(1.0)));
    return math::select(x <= V(-1.0), V(0.0), right);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, math::select(math::abs(x) < V(1.0), V(0.5), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
