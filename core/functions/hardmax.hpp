#pragma once

#include "function.hpp"
#include "vector/vector.hpp"

#include <algorithm>
#include <limits>

namespace activation {

/// Hardmax: 1 for the largest number, the first of several, and 0 for the others. Exact.
struct Hardmax : SameLength {
  static constexpr double slice[] = {1.0, 0.1};
  static constexpr Kink kinks[] = {{.offset = 1}};
  static constexpr Reference references[] = {
      {.authors = "ONNX",
       .year = 2017,
       .title = "Operators: Hardmax",
       .url = "https://onnx.ai/onnx/operators/onnx__Hardmax.html"},
  };
  static constexpr Version versions[] = {
      {.framework = "ONNX", .name = "Hardmax", .differs = "before opset 13 over all axes from 1 on"},
  };
  static constexpr Info info{
      .id = "hardmax",
      .name = "Hardmax",
      .family = Family::vector,
      .kinks = kinks,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x >= 1 ? 1 : 0",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo><mrow><mo>{</mo><mtable>"
          "<mtr><mtd><mn>1</mn></mtd><mtd><mrow><mtext>if&#xa0;</mtext><mi>i</mi><mo>=</mo>"
          "<munder><mi>argmax</mi><mi>j</mi></munder><msub><mi>x</mi><mi>j</mi></msub></mrow></mtd></mtr>"
          "<mtr><mtd><mn>0</mn></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>",
      .summary =
          "All for the largest number, nothing for the others: softmax in the limit of a temperature of 0. Its gradient is 0, "
          "so that nothing can be learned through it.",
      .properties = {.range = "{0, 1}, sum 1",
                     .monotonic = "yes, each output in its own input",
                     .symmetry = "f(x + c) = f(x) for the same c added to every input",
                     .smoothness = "discontinuous",
                     .saturation = "f′ = 0 everywhere"},
      .references = references,
      .versions = versions,
  };

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double*) {
    std::size_t leader = 0;
    T wrong = 0;  // NaN if there is one
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (x[i] > x[leader]) leader = i;
      if (x[i] != x[i]) wrong = x[i];
    }
    std::fill(y.begin(), y.end(), wrong);
    if (wrong == wrong) y[leader] = 1;
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T>, std::span<T> out, const double*) {
    std::fill(out.begin(), out.end(), flat(x));
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double*) {
    std::fill(out.begin(), out.end(), flat(x));
  }

  template <class V>
  static V value(V x, const Params<V>&) {
    return math::constant_at(x, math::select(x >= V(slice[0]), V(1.0), V(0.0)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }

 private:
  /// 0, but NaN if there is one in x.
  template <class T>
  static T flat(std::span<const T> x) {
    for (const T one : x) {
      if (one != one) return one;
    }
    return 0;
  }
};

}  // namespace activation
