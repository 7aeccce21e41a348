#pragma once

#include "function.hpp"

namespace activation {

/// ReLU6: ReLU cut off at 6. A. Krizhevsky 2010; made common by MobileNet.
/// Exact for every x.
struct Relu6 {
  static constexpr Kink kinks[] = {{.offset = 0}, {.offset = 6}};
  static constexpr Reference references[] = {
      {.authors = "Alex Krizhevsky",
       .year = 2010,
       .title = "Convolutional Deep Belief Networks on CIFAR-10",
       .url = ""},
      {.authors = "Mark Sandler, Andrew Howard, Menglong Zhu, Andrey Zhmoginov, Liang-Chieh Chen",
       .year = 2018,
       .title = "MobileNetV2: Inverted Residuals and Linear Bottlenecks",
       .url = "https://arxiv.org/abs/1801.04381"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.ReLU6"},
      {.framework = "Keras 3", .name = "keras.activations.relu6"},
      {.framework = "JAX", .name = "jax.nn.relu6"},
      {.framework = "TensorFlow 2", .name = "tf.nn.relu6"},
  };
  static constexpr bool direct = true;
  static constexpr Info info{
      .id = "relu6",
      .name = "ReLU6",
      .family = Family::rectifier,
      .kinks = kinks,
  };
  static constexpr Notes notes{
      .formula = "min(max(0, x), 6)",
      .summary =
          "ReLU that goes no higher than 6. With a known range outputs can be stored in few bits, which is why "
          "networks for phones, such as MobileNet, use it.",
      .properties = {.range = "[0, 6]",
                     .monotonic = "yes",
                     .symmetry = "f(6 − x) = 6 − f(x)",
                     .smoothness = "C⁰",
                     .saturation = "both sides: f′ = 0 for x ≤ 0 and for x ≥ 6"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::select(x <= V(0.0), V(0.0), math::at_most(x, V(6.0)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const auto inside = math::both(x > V(0.0), x < V(6.0));
    return math::constant_at(x, math::select(inside, V(1.0), V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }
};

}  // namespace activation
