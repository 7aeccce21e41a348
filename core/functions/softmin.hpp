#pragma once

#include "function.hpp"
#include "vector/exponential_derivatives.hpp"
#include "vector/logit_slice.hpp"
#include "vector/vector.hpp"

namespace activation {

/// Softmin: the softmax of -x. Error bounds as in softmax.hpp. An infinite x has weight 0.
struct Softmin : SameLength {
  static constexpr double slice[] = {1.0, 0.1};
  static constexpr Reference references[] = {
      {.authors = "John S. Bridle",
       .year = 1990,
       .title = "Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to "
                "Statistical Pattern Recognition",
       .url = "https://doi.org/10.1007/978-3-642-76153-9_28"},
  };
  static constexpr Version versions[] = {
      {.framework = "PyTorch 2", .name = "torch.nn.Softmin", .differs = "takes dim, the axis"},
  };
  static constexpr Info info{
      .id = "softmin",
      .name = "Softmin",
      .family = Family::vector,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "exp(-x) / (exp(-x) + exp(-1) + exp(-0.1))",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo>"
          "<mfrac><msup><mi>e</mi><mrow><mo>−</mo><msub><mi>x</mi><mi>i</mi></msub></mrow></msup>"
          "<mrow><munder><mo>∑</mo><mi>j</mi></munder>"
          "<msup><mi>e</mi><mrow><mo>−</mo><msub><mi>x</mi><mi>j</mi></msub></mrow></msup></mrow></mfrac>",
      .summary =
          "Softmax of the negated inputs: the smallest number gets the largest share. Handy where inputs are costs or "
          "distances.",
      .properties = {.range = "(0, 1), sum 1",
                     .monotonic = "yes: each output falls with its own input",
                     .symmetry = "f(x + c) = f(x) for the same c added to every input",
                     .smoothness = "C∞ (smooth)",
                     .saturation = "|∂yᵢ/∂xᵢ| < 0.01 for yᵢ < 0.0101 or yᵢ > 0.9899"},
      .references = references,
      .versions = versions,
  };

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double*) {
    shares(x, y, -1, 1);
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double*) {
    shares_vjp(x, g, out, -1, 1);
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double*) {
    shares_jacobian(x, out, -1, 1);
  }

  template <class V>
  static V value(V x, const Params<V>&) {
    return at(x).share(1);
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return -at(x).slope();
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return at(x).bend();
  }

 private:
  template <class V>
  static LogitSlice<V> at(V x) {
    return {x, -1, V(1.0), -slice[1], {-slice[0]}};
  }
};

}  // namespace activation
