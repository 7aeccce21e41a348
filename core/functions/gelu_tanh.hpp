#pragma once

#include "../math/gates_coefficients.hpp"
#include "../math/logistic.hpp"
#include "function.hpp"

namespace activation {

/// GELU (tanh), the approximation of GELU. D. Hendrycks and K. Gimpel 2016, arXiv:1606.08415.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal, tails and the roots of gradient and curvature included.
struct GeluTanh {
  static constexpr Reference references[] = {
      {.authors = "Dan Hendrycks, Kevin Gimpel",
       .year = 2016,
       .title = "Gaussian Error Linear Units (GELUs)",
       .url = "https://arxiv.org/abs/1606.08415"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.GELU(approximate=\"tanh\")"},
      {.framework = "Keras 3", .name = "keras.ops.gelu"},
      {.framework = "Keras 3", .name = "keras.activations.gelu", .differs = "the exact GELU by default", .id = "gelu"},
      {.framework = "JAX", .name = "jax.nn.gelu"},
      {.framework = "TensorFlow 2", .name = "tf.nn.gelu", .differs = "the exact GELU by default", .id = "gelu"},
      {.framework = "ONNX", .name = "Gelu(approximate=\"tanh\")"},
      {.framework = "Hugging Face Transformers", .name = "gelu_new"},
  };
  static constexpr Info info{
      .id = "gelu_tanh",
      .name = "GELU (tanh)",
      .family = Family::smooth_rectifier,
  };
  static constexpr Notes notes{
      .formula = "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
      .summary =
          "GELU with its bell curve replaced by tanh, which was faster to compute: GPT-2 was trained with it. It stays "
          "within 0.0005 of GELU.",
      .properties = {.range = "[−0.170041, ∞)",
                     .monotonic = "no: falls to −0.170041 at x = −0.7525, then rises",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −3.053"},
      .references = references,
      .versions = versions,
  };

  // x s(v) with s the logistic function and v = 2 sqrt(2/pi) (x + 0.044715 x^3). For t = |x| and e = e^-v(t),
  // f(-t) = -t e / (1 + e), f(t) = t + f(-t), and f'(t) = 1 - f'(-t).

  template <class V>
  static V value(V x, const Params<V>&) {
    // From v = 813 on the left is 0 and the right is x.
    const V limit(math::is_single<V> ? 20.0 : 22.5);
    const V inside = math::at_least(math::at_most(x, limit), -limit);
    const auto e = math::exponential(math::negated(argument(inside, math::two_product(inside, inside))));
    if constexpr (math::is_single<V>) {
      const V power = math::pow2(e.exponent);
      return select_far(x, limit, inside / ((V(1.0) + power) + e.rest * power));
    } else {
      // As in logistic(): from 2^800 on both halves of the fraction are shrunk.
      const V shift = math::select(e.exponent > V(800.0), V(-300.0), V(0.0));
      const V unit = math::pow2(shift);
      const auto grown =
          math::times_power(math::significand(e), math::pow2(math::at_least(e.exponent + shift, V(-1022.0))));
      const auto sum = math::two_sum(unit, grown.hi);
      const auto share = math::reciprocal(math::fast_two_sum(sum.hi, sum.lo + grown.lo));
      const V y = math::rounded(math::times(share, inside)) * unit;
      return select_far(x, limit, math::select(math::abs(x) < V(math::tiny), V(0.5) * x, y));
    }
  }

  /// f'(-t) = e g / (1 + e)^2 with g = 1 + e - t v'(t). From the zero of g, d away, the terms do not cancel:
  /// e there times e^-(v - v there) - 1, less d times a polynomial in d, both of which have the sign of -d.
  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V t = math::at_most(math::abs(x), V(math::is_single<V> ? 20.0 : 25.0));
    const auto from = math::origins<V>(math::gelu_tanh_minimum);
    const auto d = math::beyond(math::wide(t), from.place);
    const auto further = math::times(risen(d), d);  // v less v there
    const auto power = math::exponential(math::negated(further));
    // t v' = 3 v - 4 sqrt(2/pi) t
    const auto linear = math::times_power(math::times(math::constant<V>(math::gelu_tanh_linear), d), V(-2.0));
    const auto falling = math::plus(math::fast_plus(math::times_power(further, V(2.0)), further), linear);
    const auto g = math::plus(math::times(math::minus_one(power), from.power), math::negated(falling));
    const math::Scaled<V> e{math::times(math::significand(power), from.power), power.exponent};
    const auto denominator = math::fast_plus(V(1.0), math::beside_one(e));
    const math::Scaled<V> left{math::over(math::times(g, e.significand), math::times(denominator, denominator)),
                               e.exponent};
    const V right = math::rounded(math::fast_plus(V(1.0), math::negated(math::beside_one(left))));
    return math::select(x < V(0.0), math::rounded(left), right);
  }

  /// e / (1 + e)^3 ((1 + e) (2 v' + t v'') - (1 - e) t v'^2), which is even.
  template <class V>
  static V curvature(V x, const Params<V>&) {
    const V t = math::at_most(math::abs(x), V(25.0));
    const auto square = math::two_product(t, t);
    const auto cubic = math::times(math::constant<V>(math::gelu_tanh_cubic), square);
    const auto linear = math::constant<V>(math::gelu_tanh_linear);
    const auto slope = math::plus(math::times_power(cubic, V(2.0)), math::plus(cubic, linear));
    const auto bend = math::times_power(math::plus(math::times(cubic, V(6.0)), linear), V(2.0));  // 2 v' + t v''
    const auto power = math::exponential(math::negated(argument(t, square)));
    const math::Scaled<V> e = math::scaled(power);
    const auto denominator = math::fast_plus(V(1.0), math::beside_one(e));
    const auto first = math::times(denominator, bend);
    const auto second = math::times(math::times(math::times(slope, slope), t), math::minus_one(power));
    const auto cube = math::times(math::times(denominator, denominator), denominator);
    const auto y = math::over(math::times(math::plus(first, second), e.significand), cube);
    const V elsewhere = math::scale(math::rounded(y), e.exponent);
    return math::rounded(math::around_or(math::gelu_tanh_bend, math::abs(x), math::wide(elsewhere)));
  }

 private:
  /// v(x), from x and its square.
  template <class V>
  static math::Wide<V> argument(V x, math::Wide<V> square) {
    const auto cubic = math::times(math::constant<V>(math::gelu_tanh_cubic), square);
    return math::times(math::plus(cubic, math::constant<V>(math::gelu_tanh_linear)), x);
  }

  /// (v(place + d) - v(place)) / d for the zero of the gradient
  template <class Number>
  static Number risen(Number d) {
    using V = decltype(math::lead(d));
    const auto& c = math::gelu_tanh_rise;
    const auto high = math::plus(math::times(math::constant<V>(c[2]), d), math::constant<V>(c[1]));
    return math::plus(math::times(high, d), math::constant<V>(c[0]));
  }

  /// x on the far right, y elsewhere.
  template <class V>
  static V select_far(V x, V limit, V y) {
    return math::select(x > limit, x, y);
  }
};

}  // namespace activation
