#pragma once

#include "../math/two.hpp"
#include "function.hpp"

namespace activation {

/// Sparse plus, the integral of the sparse sigmoid; the two-class loss of sparsemax, turned round. A. F. T. Martins and
/// R. F. Astudillo 2016, arXiv:1602.02068.
/// Within 0.51 ulp for every x.
struct SparsePlus {
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
      {.framework = "Keras 3", .name = "keras.activations.sparse_plus"},
      {.framework = "JAX", .name = "jax.nn.sparse_plus"},
  };
  static constexpr Info info{
      .id = "sparse_plus",
      .name = "Sparse plus",
      .family = Family::smooth_rectifier,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x <= -1 ? 0 : x < 1 ? (x + 1)^2 / 4 : x",
      .summary =
          "ReLU with its corner replaced by a parabola from −1 to 1. Like softplus it is smooth, but it does reach "
          "0 and x.",
      .properties = {.range = "[0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C¹",
                     .saturation = "left: f′ = 0 for x ≤ −1, |f′| < 0.01 for x < −0.98"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const math::Wide<V> sum = math::fast_two_sum(V(1.0), x);
    const V curved = V(0.25) * math::rounded(math::times(sum, sum));
    return math::select(x <= V(-1.0), V(0.0), math::select(x >= V(1.0), x, curved));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V right = math::select(x >= V(1.0), V(1.0), V(0.5) * (x + V(1.0)));
    return math::select(x <= V(-1.0), V(0.0), right);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, math::select(math::abs(x) < V(1.0), V(0.5), V(0.0)));
  }
};

}  // namespace activation
