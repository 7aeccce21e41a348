#pragma once

#include "../math/trig.hpp"
#include "function.hpp"

namespace activation {

/// Sine. In networks: A. Lapedes and R. Farber 1987; V. Sitzmann and others 2020, arXiv:2006.09661.
/// Within 0.51 ulp for every x, next to the zeros and at 1e308 too.
struct Sin {
  static constexpr Reference references[] = {
      {.authors = "Vincent Sitzmann, Julien N. P. Martel, Alexander W. Bergman, David B. Lindell, Gordon Wetzstein",
       .year = 2020,
       .title = "Implicit Neural Representations with Periodic Activation Functions",
       .url = "https://arxiv.org/abs/2006.09661"},
      {.authors = "Giambattista Parascandolo, Heikki Huttunen, Tuomas Virtanen",
       .year = 2017,
       .title = "Taming the waves: sine as activation function in deep neural networks",
       .url = "https://openreview.net/forum?id=Sks3zF9eg"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.sin"},
      {.framework = "Keras 3", .name = "keras.ops.sin"},
      {.framework = "JAX", .name = "jax.numpy.sin"},
      {.framework = "TensorFlow 2", .name = "tf.math.sin"},
      {.framework = "ONNX", .name = "Sin"},
      {.framework = "SIREN",
       .name = "SineLayer",
       .differs = "sin(30x): inputs are multiplied by ω₀ = 30",
       .input_scale = 30},
  };
  static constexpr Info info{
      .id = "sin",
      .name = "Sine",
      .family = Family::periodic,
      .period = {.length = 6.283185307179586},
  };
  static constexpr Notes notes{
      .formula = "sin(x)",
      .summary =
          "A wave, up and down for ever. Networks of sines (SIREN) paint pictures, sounds and the solutions of "
          "differential equations, since every derivative is a wave again.",
      .properties = {.range = "[−1, 1]",
                     .monotonic = "no: up and down, with a period of 2π",
                     .symmetry = "odd",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "no; f′ = 0 at ±π/2, ±3π/2, …"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    // Small x stand for their sine, and keep the sign of 0.
    return math::select(math::abs(x) < V(0x1p-30), x, math::rounded(math::sine<0>(x)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::rounded(math::sine<2>(x));
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return -value(x, p);
  }
};

}  // namespace activation
