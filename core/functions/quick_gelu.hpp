#pragma once

#include "../math/silu.hpp"
#include "function.hpp"

namespace activation {

/// Quick GELU: swish with beta = 1.702, near GELU. D. Hendrycks and K. Gimpel 2016, arXiv:1606.08415.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct QuickGelu {
  static constexpr Reference references[] = {
      {.authors = "Dan Hendrycks, Kevin Gimpel",
       .year = 2016,
       .title = "Gaussian Error Linear Units (GELUs)",
       .url = "https://arxiv.org/abs/1606.08415"},
  };
  static constexpr Version versions[] = {
      {.framework = "Hugging Face Transformers", .name = "quick_gelu"},
  };
  static constexpr Info info{
      .id = "quick_gelu",
      .name = "Quick GELU",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x / (1 + exp(-1.702 * x))",
      .summary =
          "GELU made cheap: the normal distribution is replaced by a sigmoid with a matching slope. It stays within 0.021 "
          "of GELU and is used in CLIP.",
      .properties = {.range = "[−0.16361, ∞)",
                     .monotonic = "no: falls to −0.16361 at x = −0.75115, then rises",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −3.679"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::silu(x, math::quick_gelu_beta);
  }

  /// Below this float32 has -0.
  static constexpr float lowest = -200;

  static math::Float4 value32(math::Float4 x, const Params<math::Single2>&) {
    return math::by_pairs(math::at_least(x, math::spread<math::Float4>(lowest)), [](auto v) {
      using V = decltype(v);
      return math::silu_near(
          v, math::at_most(v, math::spread<V>(math::enough)) * math::spread<V>(math::quick_gelu_beta.hi));
    });
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::silu_gradient<V>(math::argument(math::quick_gelu_beta, math::contained(x)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const math::Scaled<V> bend = math::silu_curvature<V>(math::argument(math::quick_gelu_beta, math::contained(x)));
    return math::rounded(math::times(bend, math::constant<V>(math::quick_gelu_beta)));
  }
};

}  // namespace activation
