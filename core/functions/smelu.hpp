#pragma once

#include "../math/two.hpp"
#include "function.hpp"

namespace activation {

/// SmeLU, smooth ReLU. G. I. Shamir, D. Lin and L. Coviello 2020, arXiv:2010.09931.
/// Within 0.51 ulp for every x.
struct Smelu {
  static constexpr Parameter parameters[] = {{.name = "beta",
                                              .symbol = "β",
                                              .meaning = "half the width of the parabola",
                                              .standard = 1,
                                              .minimum = 1e-6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 5,
                                              .step = 0.1}};
  static constexpr Kink kinks[] = {{.parameter = 0, .scale = -1}, {.parameter = 0}};
  static constexpr Reference references[] = {
      {.authors = "Gil I. Shamir, Dong Lin, Lorenzo Coviello",
       .year = 2020,
       .title = "Smooth Activations and Reproducibility in Deep Networks",
       .url = "https://arxiv.org/abs/2010.09931"},
      {.authors = "Gil I. Shamir, Dong Lin",
       .year = 2022,
       .title = "Real World Large Scale Recommendation Systems Reproducibility and Smooth Activations",
       .url = "https://arxiv.org/abs/2202.06499"},
  };
  static constexpr Info info{
      .id = "smelu",
      .name = "SmeLU",
      .family = Family::smooth_rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x <= -beta ? 0 : x < beta ? (x + beta)^2 / (4 * beta) : x",
      .summary =
          "ReLU with its corner replaced by a parabola from −β to β. Networks with it give more similar answers "
          "when they are trained again.",
      .properties = {.range = "[0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C¹",
                     .saturation = "left: f′ = 0 for x ≤ −β, |f′| < 0.01 for x < −0.98 β"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V beta = p[0];
    const math::Wide<V> sum = math::two_sum(x, beta);
    const V curved = math::rounded(math::over(math::times(sum, sum), math::wide(V(4.0) * beta)));
    return math::select(x <= -beta, V(0.0), math::select(x >= beta, x, curved));
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const V beta = p[0];
    const V sloped = math::rounded(math::over(math::two_sum(x, beta), math::wide(beta + beta)));
    return math::select(x <= -beta, V(0.0), math::select(x >= beta, V(1.0), sloped));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const V bend = V(0.5) / p[0];
    return math::constant_at(x, math::select(math::abs(x) < p[0], bend, V(0.0)));
  }
};

}  // namespace activation
