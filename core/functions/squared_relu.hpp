#pragma once

#include "function.hpp"

namespace activation {

/// Squared ReLU. D. R. So, W. Mańke, H. Liu, Z. Dai, N. Shazeer and Q. V. Le 2021, arXiv:2109.08668.
/// One rounding (0.5 ulp) for every x.
struct SquaredRelu {
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "David R. So, Wojciech Mańke, Hanxiao Liu, Zihang Dai, Noam Shazeer, Quoc V. Le",
       .year = 2021,
       .title = "Primer: Searching for Efficient Transformers for Language Modeling",
       .url = "https://arxiv.org/abs/2109.08668"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "squared_relu",
      .name = "ReLU²",
      .family = Family::rectifier,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "max(0, x)^2",
      .summary =
          "The square of ReLU. A search for better transformers found it: large signals are stressed, and at 0 "
          "there is no corner.",
      .properties = {.range = "[0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C¹",
                     .saturation = "left: f′ = 0 for x ≤ 0, |f′| < 0.01 for x < 0.005"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::select(x <= V(0.0), V(0.0), x * x);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::select(x <= V(0.0), V(0.0), x + x);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, math::select(x > V(0.0), V(2.0), V(0.0)));
  }
};

}  // namespace activation
