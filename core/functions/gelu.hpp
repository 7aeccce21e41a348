#pragma once

#include "../math/mills.hpp"
#include "function.hpp"

namespace activation {

/// GELU, Gaussian error linear unit (the exact one, not the tanh approximation). D. Hendrycks and K. Gimpel 2016,
/// arXiv:1606.08415.
/// Within 0.61 ulp for every x, 0.8 where the result is subnormal, tails and the roots of gradient and curvature included.
struct Gelu {
  static constexpr Reference references[] = {
      {.authors = "Dan Hendrycks, Kevin Gimpel",
       .year = 2016,
       .title = "Gaussian Error Linear Units (GELUs)",
       .url = "https://arxiv.org/abs/1606.08415"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.GELU"},
      {.framework = "Keras 3", .name = "keras.activations.gelu"},
      {.framework = "Keras 3",
       .name = "keras.ops.gelu",
       .differs = "the tanh approximation by default",
       .id = "gelu_tanh"},
      {.framework = "JAX", .name = "jax.nn.gelu", .differs = "the tanh approximation by default", .id = "gelu_tanh"},
      {.framework = "TensorFlow 2", .name = "tf.nn.gelu"},
      {.framework = "ONNX", .name = "Gelu"},
  };
  static constexpr Info info{
      .id = "gelu",
      .name = "GELU",
      .family = Family::smooth_rectifier,
      .tutorial = true,
  };
  static constexpr Notes notes{
      .formula = "x / 2 * (1 + erf(x / sqrt(2)))",
      .summary =
          "Weighs its input by the chance that a normal random number is smaller: a smooth ReLU with a shallow dip "
          "below 0. The usual choice in transformers such as BERT and GPT.",
      .properties = {.range = "[−0.169971, ∞)",
                     .monotonic = "no: falls to −0.169971 at x = −0.7518, then rises",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "left: |f′| < 0.01 for x < −3.068"},
      .references = references,
      .versions = versions,
  };

  // For t = |x|: f(-t) = -t Phi(-t), f(t) = t + f(-t), and f'(t) = 1 - f'(-t).

  template <class V>
  static V value(V x, const Params<V>&) {
    const V t = math::abs(x);
    const V inside = math::clamped(t);
    if constexpr (math::is_single<V>) return math::at_least(x, V(0.0)) - math::normal_tail_times(inside);
    const math::Scaled<V> product = math::times(math::normal_tail(inside), math::wide(inside));
    const V left = -math::rounded(product);
    const V right = math::select(t > inside, t, difference(t, product));
    const V near = V(0.5) * x;  // where low halves would underflow
    return math::select(t < V(0x1p-400), near, math::select(x < V(0.0), left, right));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const math::Scaled<V> left = math::normal_tail_less_density(math::clamped(math::abs(x)));
    return math::select(x < V(0.0), math::rounded(left), difference(V(1.0), left));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::rounded(math::normal_bend(math::clamped(math::abs(x))));
  }

 private:
  /// a - b for 0 <= |b| <= a, rounded once.
  template <class V>
  static V difference(V a, const math::Scaled<V>& b) {
    return math::rounded(math::fast_plus(a, math::negated(math::beside_one(b))));
  }
};

}  // namespace activation
