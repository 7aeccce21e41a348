#pragma once

#include "function.hpp"

namespace activation {

/// ReLU, rectified linear unit. K. Fukushima 1969; V. Nair and G. E. Hinton 2010.
/// Exact for every x.
struct Relu {
  static constexpr Kink kinks[] = {{.offset = 0}};
  static constexpr Reference references[] = {
      {.authors = "Kunihiko Fukushima",
       .year = 1969,
       .title = "Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements",
       .url = "https://doi.org/10.1109/TSSC.1969.300225"},
      {.authors = "Vinod Nair, Geoffrey E. Hinton",
       .year = 2010,
       .title = "Rectified Linear Units Improve Restricted Boltzmann Machines",
       .url = "https://icml.cc/Conferences/2010/papers/432.pdf"},
      {.authors = "Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun",
       .year = 2015,
       .title = "Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification",
       .url = "https://arxiv.org/abs/1502.01852"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.ReLU"},
      {.framework = "Keras 3", .name = "keras.activations.relu"},
      {.framework = "JAX", .name = "jax.nn.relu"},
      {.framework = "JAX", .name = "jax.numpy.maximum(x, 0)", .differs = "the gradient is ½ at 0"},
      {.framework = "TensorFlow 2", .name = "tf.nn.relu"},
      {.framework = "ONNX", .name = "Relu"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "relu",
      .name = "ReLU",
      .family = Family::rectifier,
      .tutorial = true,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "max(0, x)",
      .summary =
          "Passes positive inputs on unchanged and turns negative ones into 0. Cheap and hard to beat in deep "
          "networks, but a neuron whose inputs are always negative has gradient 0 and stops learning.",
      .properties = {.range = "[0, ∞)",
                     .monotonic = "yes",
                     .symmetry = "none",
                     .smoothness = "C⁰",
                     .saturation = "left: f′ = 0 for x ≤ 0"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::select(x <= V(0.0), V(0.0), x);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, math::select(x > V(0.0), V(1.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
