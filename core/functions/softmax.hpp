#pragma once

#include "function.hpp"
#include "vector/exponential_derivatives.hpp"
#include "vector/logit_slice.hpp"
#include "vector/temperature.hpp"
#include "vector/vector.hpp"

namespace activation {

/// Softmax with a temperature. The name and its use for class probabilities: J. S. Bridle 1990.
/// y within 0.6 ulp (0.8 where subnormal) for every vector; J^T g too, but for the cancellation in
/// g_i - sum g_j y_j, whose terms have 2^-58 (float32: 2^-32). No finite logit, however large, gives NaN.
struct Softmax : SameLength {
  static constexpr Parameter parameters[] = {temperature_parameter};
  static constexpr double slice[] = {1.0, 0.1};
  static constexpr Reference references[] = {
      {.authors = "John S. Bridle",
       .year = 1990,
       .title = "Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to "
                "Statistical Pattern Recognition",
       .url = "https://doi.org/10.1007/978-3-642-76153-9_28"},
      {.authors = "Ian Goodfellow, Yoshua Bengio, Aaron Courville",
       .year = 2016,
       .title = "Deep Learning, section 6.2.2.3: Softmax Units for Multinoulli Output Distributions",
       .url = "https://www.deeplearningbook.org/contents/mlp.html"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Softmax", .differs = "takes dim, the axis; no temperature"},
      {.framework = "Keras 3", .name = "keras.activations.softmax", .differs = "no temperature"},
      {.framework = "JAX", .name = "jax.nn.softmax", .differs = "no temperature"},
      {.framework = "TensorFlow 2", .name = "tf.nn.softmax", .differs = "no temperature"},
      {.framework = "ONNX", .name = "Softmax", .differs = "no temperature; before opset 13 over all axes from 1 on"},
  };
  static constexpr Info info{
      .id = "softmax",
      .name = "Softmax",
      .family = Family::vector,
      .tutorial = true,
      .parameters = parameters,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "exp(x / temperature) / (exp(x / temperature) + exp(1 / temperature) + exp(0.1 / temperature))",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mfrac><msup><mi>e</mi><mrow><msub><mi>x</mi><mi>i</mi></msub><mo>/</mo><mi>T</mi></mrow></msup>"
          "<mrow><munder><mo>∑</mo><mi>j</mi></munder>"
          "<msup><mi>e</mi><mrow><msub><mi>x</mi><mi>j</mi></msub><mo>/</mo><mi>T</mi></mrow></msup></mrow></mfrac>",
      .summary =
          "Turns a vector of scores into probabilities that add up to 1: the output layer of a classifier with "
          "many classes. The larger the temperature T, the more even the probabilities.",
      .properties = {.range = "(0, 1), sum 1",
                     .monotonic = "yes, each output in its own logit",
                     .symmetry = "f(x + c) = f(x) for the same c added to every logit",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "at T = 1: ∂yᵢ/∂xᵢ < 0.01 for yᵢ < 0.0101 or yᵢ > 0.9899"},
      .references = references,
      .versions = versions,
  };

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double* p) {
    shares(x, y, 1, p[0]);
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double* p) {
    shares_vjp(x, g, out, 1, p[0]);
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double* p) {
    shares_jacobian(x, out, 1, p[0]);
  }

  template <class V>
  static V value(V x, const Params<V>& p) {
    return at(x, p).share(1);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return at(x, p).slope() / p[0];
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return at(x, p).bend() / p[0] / p[0];
  }

 private:
  template <class V>
  static LogitSlice<V> at(V x, const Params<V>& p) {
    return {x, 1, p[0], slice[0], {slice[1]}};
  }
};

}  // namespace activation
