#pragma once

#include "../math/logistic.hpp"
#include "../math/smooth_coefficients.hpp"
#include "function.hpp"

namespace activation {

/// Tanh shrink: what tanh leaves of its input.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct Tanhshrink {
  static constexpr Reference references[] = {
      {.authors = "Adam Paszke, Sam Gross, Francisco Massa and others",
       .year = 2019,
       .title = "PyTorch: An Imperative Style, High-Performance Deep Learning Library",
       .url = "https://arxiv.org/abs/1912.01703"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Tanhshrink"},
      {.framework = "Keras 3", .name = "keras.activations.tanh_shrink"},
  };
  static constexpr Info info{
      .id = "tanhshrink",
      .name = "Tanh shrink",
      .family = Family::shrinkage,
  };
  static constexpr Notes notes{
      .formula = "x - tanh(x)",
      .summary =
          "Presses small inputs to almost nothing, since it starts out as x³/3, and lets large ones through, one nearer "
          "to 0. A smooth way to silence noise.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "near 0: |f′| < 0.01 for |x| < 0.1003"},
      .references = references,
      .versions = versions,
  };

  /// Up to 3/4 by its series, where x and tanh x cancel. Tiny x are raised: x^3 underflows before its result does.
  template <class V>
  static V value(V x, const Params<V>&) {
    const V t = math::abs(x);
    const auto p = math::logistic_parts(t + t);
    const math::Wide<V> tanh = math::over(negated_step(p.exponential), p.denominator);
    const V far = math::rounded(math::fast_plus(math::at_most(t, V(0x1p60)), math::negated(tanh)));
    const V beyond = math::select(t > V(0x1p60), t, far);
    if constexpr (math::is_single<V>) {
      const V square = x * x;
      const V near = (square * t) * math::polynomial(math::tanh_shrink_single, square);
      return math::copysign(math::select(t > V(0.75), beyond, near), x);
    } else {
      const auto tiny = t < V(0x1p-300);
      const V raised = math::select(tiny, t * V(0x1p300), math::at_most(t, V(0.75)));
      const math::Two<V> square = math::two_product(raised, raised);
      const V s = math::select(tiny, V(0.0), square.hi);
      const math::Two<V> slope = math::fast_plus(math::constant<V>(math::minus_two_fifteenths),
                                                 math::wide(s * math::polynomial(math::tanh_shrink_tail, s)));
      const math::Two<V> factor = math::fast_plus(
          math::constant<V>(math::third), math::times(slope, math::Two<V>{s, math::select(tiny, V(0.0), square.lo)}));
      const V product = math::rounded(math::times(math::times(square, raised), factor));
      const V near = math::scale(product, math::select(tiny, V(-900.0), V(0.0)));
      return math::copysign(math::select(t > V(0.75), beyond, near), x);
    }
  }

  /// tanh^2
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const auto p = math::logistic_parts(x + x);
    const math::Wide<V> tanh = math::over(negated_step(p.exponential), p.denominator);
    return math::select(math::abs(x) < V(math::tiny), x * x, math::rounded(math::times(tanh, tanh)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return -math::logistic_curvature(x + x, V(3.0));
  }

 private:
  /// 1 - e
  template <class V>
  static math::Wide<V> negated_step(const math::Exponential<V>& e) {
    return math::negated(math::minus_one(e));
  }
};

}  // namespace activation
