#pragma once

#include "function.hpp"
#include "vector/log_sum.hpp"
#include "vector/logit_slice.hpp"
#include "vector/temperature.hpp"
#include "vector/vector.hpp"

namespace activation {

/// Log-softmax with a temperature: the logarithm of softmax, without softmax.
/// y within 0.55 ulp (0.8 where subnormal) for every vector: the largest logit gets -log1p(sum of the others), which is
/// right where softmax rounds to 1. J^T g within 1 ulp of its terms.
struct LogSoftmax : SameLength {
  static constexpr Parameter parameters[] = {temperature_parameter};
  static constexpr double slice[] = {1.0, 0.1};
  static constexpr Reference references[] = {
      {.authors = "Pierre Blanchard, Desmond J. Higham, Nicholas J. Higham",
       .year = 2021,
       .title = "Accurately computing the log-sum-exp and softmax functions",
       .url = "https://doi.org/10.1093/imanum/draa038"},
      {.authors = "Ian Goodfellow, Yoshua Bengio, Aaron Courville",
       .year = 2016,
       .title = "Deep Learning, section 6.2.2.3: Softmax Units for Multinoulli Output Distributions",
       .url = "https://www.deeplearningbook.org/contents/mlp.html"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.LogSoftmax", .differs = "takes dim, the axis; no temperature"},
      {.framework = "Keras 3", .name = "keras.activations.log_softmax", .differs = "no temperature"},
      {.framework = "JAX", .name = "jax.nn.log_softmax", .differs = "no temperature"},
      {.framework = "TensorFlow 2", .name = "tf.nn.log_softmax", .differs = "no temperature"},
      {.framework = "ONNX", .name = "LogSoftmax", .differs = "no temperature; before opset 13 over all axes from 1 on"},
  };
  static constexpr Info info{
      .id = "log_softmax",
      .name = "Log-softmax",
      .family = Family::vector,
      .parameters = parameters,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x / temperature - log(exp(x / temperature) + exp(1 / temperature) + exp(0.1 / temperature))",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mrow><mfrac><msub><mi>x</mi><mi>i</mi></msub><mi>T</mi></mfrac><mo>−</mo><mi>ln</mi><mo>&#x2061;</mo>"
          "<mrow><munder><mo>∑</mo><mi>j</mi></munder>"
          "<msup><mi>e</mi><mrow><msub><mi>x</mi><mi>j</mi></msub><mo>/</mo><mi>T</mi></mrow></msup></mrow></mrow>",
      .summary =
          "The logarithm of softmax in one step: what a classifier's loss needs, and what stays exact where a probability "
          "is too close to 0 or 1 for softmax to tell.",
      .properties = {.range = "(−∞, 0)",
                     .monotonic = "yes, each output in its own logit",
                     .symmetry = "f(x + c) = f(x) for the same c added to every logit",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "at T = 1: ∂yᵢ/∂xᵢ < 0.01 for yᵢ > −0.01005"},
      .references = references,
      .versions = versions,
  };

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double* p) {
    log_shares(x, y, p[0]);
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double* p) {
    log_shares_vjp(x, g, out, p[0]);
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double* p) {
    log_shares_jacobian(x, out, p[0]);
  }

  // The curve: min(z, 0) - ln(1 + e^-|z|), see logit_slice.hpp.

  template <class V>
  static V value(V x, const Params<V>& p) {
    const LogitSlice<V> s = at(x, p);
    const math::Wide<V> line = math::chosen(math::lead(s.z) < V(0.0), s.z, math::wide(V(0.0)));
    const V y = math::rounded(math::plus(line, math::negated(s.tail())));
    return math::select(x < V(-s.far), x / p[0], y);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    return at(x, p).share(-1) / p[0];
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    return -at(x, p).slope() / p[0] / p[0];
  }

 private:
  template <class V>
  static LogitSlice<V> at(V x, const Params<V>& p) {
    return {x, 1, p[0], slice[0], {slice[1]}};
  }
};

}  // namespace activation
