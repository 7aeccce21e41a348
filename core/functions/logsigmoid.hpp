#pragma once

#include "../math/softplus.hpp"
#include "function.hpp"

namespace activation {

/// LogSigmoid, the logarithm of the logistic function: minus softplus of minus x.
/// Within 0.55 ulp for every x, 0.8 where the result is subnormal.
struct LogSigmoid {
  static constexpr Reference references[] = {
      {.authors = "Adam Paszke, Sam Gross, Francisco Massa and others",
       .year = 2019,
       .title = "PyTorch: An Imperative Style, High-Performance Deep Learning Library",
       .url = "https://arxiv.org/abs/1912.01703"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.LogSigmoid"},
      {.framework = "Keras 3", .name = "keras.activations.log_sigmoid"},
      {.framework = "JAX", .name = "jax.nn.log_sigmoid"},
      {.framework = "TensorFlow 2", .name = "tf.math.log_sigmoid"},
  };
  static constexpr Info info{
      .id = "logsigmoid",
      .name = "LogSigmoid",
      .family = Family::squashing,
  };
  static constexpr Notes notes{
      .formula = "-log(1 + exp(-x))",
      .summary =
          "The logarithm of the sigmoid, in one step, since a sigmoid that has underflowed to 0 has no logarithm. Part of "
          "losses for yes-or-no answers.",
      .properties = {.range = "(−∞, 0)",
                     .monotonic = "yes",
                     .symmetry = "none; f(x) − f(−x) = x",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "right: |f′| < 0.01 for x > 4.596"},
      .references = references,
      .versions = versions,
  };

  template <class V>
  static V value(V x, const Params<V>&) {
    return -math::softplus(-x);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::logistic(-x);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return -math::logistic_gradient(x, V(0.0));
  }
};

}  // namespace activation
