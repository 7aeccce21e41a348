#pragma once

#include "../math/two.hpp"
#include "function.hpp"

namespace activation {

/// RReLU, randomized leaky ReLU, as it is used after training: with the mean of its slopes. B. Xu, N. Wang, T. Chen and
/// M. Li 2015, arXiv:1505.00853.
/// Within 0.51 ulp for every x, 0.8 where the result is subnormal: the sum of the limits has a low half.
struct Rrelu {
  static constexpr Parameter parameters[] = {{.name = "lower",
                                              .symbol = "l",
                                              .meaning = "least slope for negative x",
                                              .standard = 0.125,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 1,
                                              .step = 0.005},
                                             {.name = "upper",
                                              .symbol = "u",
                                              .meaning = "greatest slope for negative x",
                                              .standard = 1.0 / 3,
                                              .minimum = -1e6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0,
                                              .slider_maximum = 1,
                                              .step = 0.005}};
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Bing Xu, Naiyan Wang, Tianqi Chen, Mu Li",
       .year = 2015,
       .title = "Empirical Evaluation of Rectified Activations in Convolutional Network",
       .url = "https://arxiv.org/abs/1505.00853"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.RReLU", .differs = "in training the slope is random"},
  };
  static constexpr Info info{
      .id = "rrelu",
      .name = "RReLU",
      .family = Family::rectifier,
      .parameters = parameters,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "x > 0 ? x : (lower + upper) / 2 * x",
      .summary =
          "Leaky ReLU with a slope drawn at random between l and u for every input in training, which guards "
          "against overfitting. In use it takes the mean of the two, drawn here.",
      .properties = {.range = "(−∞, ∞) for l + u > 0; [0, ∞) for l + u ≤ 0",
                     .monotonic = "yes for l + u ≥ 0",
                     .symmetry = "none; odd at l + u = 2, even at l + u = −2",
                     .smoothness = "C⁰; linear at l + u = 2",
                     .saturation = "no; left: f′ = (l + u)/2, 11/48 by default"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    // 0 * inf is NaN, but a flat line stays flat to the end.
    const V slope = p[0] + p[1];
    const V flat = math::constant_at(x, math::copysign(V(0.0), x));
    const V half = V(0.5) * x;
    const V straight = math::select(slope == V(0.0), flat, slope * half);
    if constexpr (math::is_single<V>) return math::select(x > V(0.0), x, straight);
    // Times a power of two, so that low halves neither underflow nor overflow. Infinity has none, and -0 keeps its sign.
    const auto large = x < V(-0x1p500);
    const V y = x * math::select(large, V(0x1p-101), V(0x1p199));
    const V product = math::rounded(math::times(math::two_sum(p[0], p[1]), y));
    const V slanted = product * math::select(large, V(0x1p100), V(0x1p-200));
    const auto edge = math::either(x >= V(0.0), x < V(-0x1.fffffffffffffp1023));
    const auto special = math::either(slope == V(0.0), edge);
    return math::select(x > V(0.0), x, math::select(special, straight, slanted));
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return math::constant_at(x, math::select(x > V(0.0), V(1.0), V(0.5) * (p[0] + p[1])));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
