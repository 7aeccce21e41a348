#pragma once

#include "../math/trig.hpp"
#include "function.hpp"

namespace activation {

/// Snake. L. Ziyin, T. Hartwig and M. Ueda 2020, arXiv:2006.08195.
/// Within 0.51 ulp for every x; a x is the exact product.
struct Snake {
  static constexpr Parameter parameters[] = {{.name = "a",
                                              .symbol = "a",
                                              .meaning = "frequency of the wave: its period is π/a",
                                              .standard = 1,
                                              .minimum = 1e-6,
                                              .maximum = 1e6,
                                              .slider_minimum = 0.1,
                                              .slider_maximum = 10,
                                              .step = 0.1}};
  static constexpr Reference references[] = {
      {.authors = "Liu Ziyin, Tilman Hartwig, Masahito Ueda",
       .year = 2020,
       .title = "Neural Networks Fail to Learn Periodic Functions and How to Fix It",
       .url = "https://arxiv.org/abs/2006.08195"},
  };
  static constexpr Info info{
      .id = "snake",
      .name = "Snake",
      .family = Family::periodic,
      .parameters = parameters,
      .period = {.length = 3.141592653589793, .parameter = 0},
  };
  static constexpr Notes notes{
      .formula = "x + sin(a * x)^2 / a",
      .summary =
          "A straight line with a wave on it: it learns what repeats, such as seasons or sound, and goes on doing so outside "
          "of the training data. Used in vocoders such as BigVGAN.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = 2x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "no; f′ = 0 at x = −π/(4a) and every period π/a from there"},
      .references = references,
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    const V a = p[0];
    const auto s = wave<0>(x, a);
    const auto square = math::over(math::times(s, s), math::wide(a));
    // Far out the wave is nothing beside x, not even a NaN beside infinity; near 0 x keeps its sign.
    const auto alone = math::either(math::abs(x) > V(0x1p100), math::abs(x) < V(0x1p-100));
    return math::select(alone, x, math::rounded(math::plus(square, x)));
  }

  /// 1 + sin 2ax = 2 sin^2(ax + pi/4), whose zeros are double.
  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const auto s = wave<1>(x, p[0]);
    return math::rounded(math::times_power(math::times(s, s), V(2.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const V twice = V(2.0) * p[0];
    return math::rounded(math::times(wave<2>(x, twice), twice));
  }

 private:
  /// sin(a x + eighths pi/4). From 2^900 on a x is made of x 2^-64, so that it stays finite.
  template <unsigned eighths, class V>
  static math::Wide<V> wave(V x, V a) {
    if constexpr (math::is_single<V>) {
      return math::sine<eighths>(a * x);
    } else {
      const auto far = math::abs(x) > V(0x1p900);
      const math::Two<V> product = math::two_product(math::select(far, x * V(0x1p-64), x), a);
      return math::sine<eighths, V>(product, math::select(far, V(64.0), V(0.0)));
    }
  }
};

}  // namespace activation
