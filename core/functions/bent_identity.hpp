#pragma once

#include "../math/hypotenuse.hpp"
#include "function.hpp"

namespace activation {

/// Bent identity; with a parameter for the bend, BLU: L. B. Godfrey 2019.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct BentIdentity {
  static constexpr Reference references[] = {
      {.authors = "Vladimír Kunc, Jiří Kléma",
       .year = 2024,
       .title = "Three Decades of Activations: A Comprehensive Survey of 400 Activation Functions for Neural Networks",
       .url = "https://arxiv.org/abs/2402.09092"},
      {.authors = "Luke B. Godfrey",
       .year = 2019,
       .title = "An Evaluation of Parametric Activation Functions for Deep Learning",
       .url = ""},
  };
  static constexpr Info info{
      .id = "bent_identity",
      .name = "Bent identity",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "(sqrt(x^2 + 1) - 1) / 2 + x",
      .summary =
          "A straight line with a gentle bend at 0: its slope goes from ½ to 1½. No input ever loses its gradient, "
          "but the result is nearly linear.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "no: ½ < f′ < 1½"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    const V a = math::abs(x);
    const math::Wide<V> surplus = math::plus(root(math::at_most(a, V(0x1p60))), V(-1.0));
    const V bent = math::rounded(math::plus(math::times_power(surplus, V(0.5)), x));
    // Beyond 2^60 the -1/2 is no longer seen, but at the one double that 1.5 puts halfway to infinity.
    const V line = x * (V(1.0) + math::copysign(V(0.5), x));
    const V far = math::select(x == V(0x1.5555555555555p+1023), V(0x1.fffffffffffffp+1023), line);
    return math::select(a > V(0x1p60), far, bent);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V a = math::at_most(math::abs(x), V(0x1p60));
    const math::Wide<V> slope = math::over(math::wide(a), root(a));
    return math::rounded(math::fast_plus(V(1.0), math::times_power(slope, math::copysign(V(0.5), x))));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    const auto h = math::hypotenuse(math::at_most(math::abs(x), V(0x1p600)), V(1.0), V(1.0));
    const math::Wide<V> bend = math::over(math::wide(V(0.5)), math::times(h.square, h.root));
    return math::scale_back(bend, V(-3.0) * h.exponent);
  }

 private:
  /// sqrt(a^2 + 1)
  template <class V>
  static math::Wide<V> root(V a) {
    return math::square_root(math::plus(math::two_product(a, a), V(1.0)));
  }
};

}  // namespace activation
