#pragma once

#include "function.hpp"
#include "vector/log_sum.hpp"
#include "vector/logit_slice.hpp"

namespace activation {

/// LogSumExp, a smooth maximum: one number of a whole vector.
/// Within 0.55 ulp, but within 2^-57 where terms cancel to something near 0; its gradient, softmax, within 0.6 ulp.
struct LogSumExp {
  static constexpr double slice[] = {1.0, 0.1};
  static constexpr Reference references[] = {
      {.authors = "Pierre Blanchard, Desmond J. Higham, Nicholas J. Higham",
       .year = 2021,
       .title = "Accurately computing the log-sum-exp and softmax functions",
       .url = "https://doi.org/10.1093/imanum/draa038"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.logsumexp", .differs = "takes dim, the axis"},
      {.framework = "Keras 3", .name = "keras.ops.logsumexp"},
      {.framework = "JAX", .name = "jax.nn.logsumexp"},
      {.framework = "TensorFlow 2", .name = "tf.math.reduce_logsumexp"},
      {.framework = "ONNX", .name = "ReduceLogSumExp"},
  };
  static constexpr Info info{
      .id = "logsumexp",
      .name = "LogSumExp",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "log(exp(x) + exp(1) + exp(0.1))",
      .mathml =
          "<mi>y</mi><mo>=</mo><mrow><mi>ln</mi><mo>&#x2061;</mo>"
          "<mrow><munder><mo>∑</mo><mi>j</mi></munder>"
          "<msup><mi>e</mi><msub><mi>x</mi><mi>j</mi></msub></msup></mrow></mrow>",
      .summary =
          "A smooth version of the largest of many numbers: a little above it, the more so the more numbers are near it. Its "
          "gradient is softmax, and subtracting it from logits gives log-probabilities.",
      .properties = {.range = "(max x, max x + ln n]",
                     .monotonic = "yes, in each input",
                     .symmetry = "f(x + c) = f(x) + c for the same c added to every input",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "∂y/∂xᵢ < 0.01 for an xᵢ that is 4.6 below y"},
      .references = references,
      .versions = versions,
  };

  static std::size_t outputs(std::size_t, const double*) { return 1; }

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double*) {
    y[0] = log_sum(x);
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double*) {
    log_sum_vjp(x, g, out);
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double*) {
    shares(x, out, 1, 1);
  }

  // The curve: the larger of x and ln sum_j e^o_j, plus ln(1 + e^-|z|), see logit_slice.hpp.

  template <class V>
  static V value(V x, const Params<V>&) {
    const LogitSlice<V> s = at(x);
    const math::Wide<V> line = math::chosen(math::lead(s.z) > V(0.0), math::wide(x), s.log);
    return math::select(x > V(s.far), x, math::rounded(math::plus(line, s.tail())));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return at(x).share(1);
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return at(x).slope();
  }

 private:
  template <class V>
  static LogitSlice<V> at(V x) {
    return {x, 1, V(1.0), slice[0], {slice[1]}};
  }
};

}  // namespace activation
