#pragma once

#include "../math/two.hpp"
#include "function.hpp"
#include "vector/exponential_derivatives.hpp"
#include "vector/vector.hpp"

namespace activation {

/// Sparsemax: the point of the probability simplex that is nearest to x. A. F. T. Martins and R. F. Astudillo 2016,
/// arXiv:1602.02068. One rounding: sums and differences carry 106 bits. J^T g within 1 ulp of its terms.
struct Sparsemax : SameLength {
  static constexpr double slice[] = {1.0, 0.25};
  // x enters the support, the 0.25 leaves it, the 1 leaves it.
  static constexpr Kink kinks[] = {{.offset = 0.125}, {.offset = 0.5}, {.offset = 2}};
  static constexpr Reference references[] = {
      {.authors = "André F. T. Martins, Ramón Fernandez Astudillo",
       .year = 2016,
       .title = "From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification",
       .url = "https://arxiv.org/abs/1602.02068"},
  };
  static constexpr Version versions[] = {
      {.framework = "Keras 3", .name = "keras.activations.sparsemax"},
  };
  static constexpr Info info{
      .id = "sparsemax",
      .name = "Sparsemax",
      .family = Family::vector,
      .kinks = kinks,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "x < 0.125 ? 0 : x < 0.5 ? (8 * x - 1) / 12 : x < 2 ? x / 2 : 1",
      .mathml =
          "<mrow><mi>y</mi></mrow><mo>=</mo><mrow><munder><mi>argmin</mi><mrow><mi>p</mi><mo>≥</mo><mn>0</mn><mo>,</mo>"
          "<mo>∑</mo><msub><mi>p</mi><mi>i</mi></msub><mo>=</mo><mn>1</mn></mrow></munder>"
          "<msup><mrow><mo>‖</mo><mi>p</mi><mo>−</mo><mi>x</mi><mo>‖</mo></mrow><mn>2</mn></msup></mrow>",
      .summary =
          "Probabilities like softmax's, but those of clearly smaller inputs are exactly 0: the point nearest to the inputs "
          "among all probabilities. Used for attention that ignores most of what it sees.",
      .properties = {.range = "[0, 1], sum 1",
                     .monotonic = "yes, each output in its own input",
                     .symmetry = "f(x + c) = f(x) for the same c added to every input",
                     .smoothness = "C⁰: made of straight pieces",
                     .saturation = "∂yᵢ/∂xᵢ = 0 for yᵢ = 0 or 1"},
      .references = references,
      .versions = versions,
  };

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double*) {
    const Support<T> support(x);
    for (std::size_t i = 0; i < x.size(); ++i) y[i] = static_cast<T>(support.share(x[i]));
  }

  /// out_i = g_i less the mean of g over the support, and 0 outside.
  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double*) {
    const Support<T> support(x);
    const Upstream<double> upstream(g);
    math::Two<double> sum{0, 0};
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (support.holds(x[i])) sum = math::plus(sum, static_cast<double>(g[i]) * upstream.shrink);
    }
    const math::Two<double> mean = math::over(sum, math::Two<double>{support.count, 0});
    const double grow = math::pow2(upstream.grow);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const math::Two<double> own{static_cast<double>(g[i]) * upstream.shrink, 0};
      const double inside = math::rounded(math::plus(own, math::negated(mean))) * grow;
      out[i] = static_cast<T>(support.is_defined ? (support.holds(x[i]) ? inside : 0.0) : support.count);
    }
  }

  /// out[i n + j] = delta_ij - 1 / count inside the support, and 0 outside.
  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double*) {
    const Support<T> support(x);
    const std::size_t n = x.size();
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const double inside = i == j ? (support.count - 1) / support.count : -1 / support.count;
        const bool both = support.holds(x[i]) && support.holds(x[j]);
        out[i * n + j] = static_cast<T>(support.is_defined ? (both ? inside : 0.0) : support.count);
      }
    }
  }

  // The curve: sparsemax of [x, 1, 0.25].

  template <class V>
  static V value(V x, const Params<V>&) {
    const V three = (V(8.0) * x - V(1.0)) / V(12.0);
    const V left = math::select(x < V(0.125), V(0.0), math::select(x < V(0.5), three, V(0.5) * x));
    return math::constant_at(x, math::select(x < V(2.0), left, V(1.0)));
  }

  template <class V>
  static V gradient(V x, const Params<V>&) {
    const V left = math::select(x > V(0.125), math::select(x < V(0.5), V(2.0 / 3.0), V(0.5)), V(0.0));
    return math::constant_at(x, math::select(x < V(2.0), left, V(0.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }

 private:
  /// The numbers that get a share: y_i = max(d_i - tau, 0) with d_i = x_i - largest, and tau such that the sum is 1.
  template <class T>
  struct Support {
    double largest;
    bool is_defined = true;
    double count = 0;              ///< NaN where sparsemax is not defined
    math::Two<double> rest{1, 0};  ///< 1 - sum of the d_i = -count tau

    explicit Support(std::span<const T> x) : largest(extreme_of(x, 1)) {
      for (const T one : x) is_defined = is_defined && static_cast<double>(one) < infinity;
      is_defined = is_defined && largest > -infinity;
      if (!is_defined) {
        count = std::numeric_limits<double>::quiet_NaN();
        return;
      }
      // C. Michelot 1986: what gets nothing by the tau of the numbers left is left out, until nothing more is. It starts
      // with those that can get something at all, and takes no memory and no sorting.
      double before = -1;
      while (before != count) {
        before = count;
        double inside = 0;
        math::Two<double> next{1, 0};
        for (const T one : x) {
          const math::Two<double> d = distance(one);
          if (!(before == 0 ? d.hi > -1 || (d.hi == -1 && d.lo > 0) : is_positive(excess(d)))) continue;
          ++inside;
          next = math::plus(next, math::negated(d));
        }
        count = inside;
        rest = next;
      }
    }

    bool holds(T one) const { return is_defined && is_positive(excess(distance(one))); }

    double share(T one) const {
      if (!is_defined) return count;
      const math::Two<double> y = excess(distance(one));
      return is_positive(y) ? math::rounded(math::over(y, math::Two<double>{count, 0})) : 0.0;
    }

   private:
    static constexpr double infinity = std::numeric_limits<double>::infinity();

    /// d, or -2, which gets nothing either.
    math::Two<double> distance(T one) const {
      const math::Two<double> d = math::two_sum(static_cast<double>(one), -largest);
      return d.hi > -2 ? d : math::Two<double>{-2, 0};
    }
    /// count (d - tau)
    math::Two<double> excess(math::Two<double> d) const { return math::plus(rest, math::times(d, count)); }
    static bool is_positive(math::Two<double> x) { return x.hi > 0 || (x.hi == 0 && x.lo > 0); }
  };
};

}  // namespace activation
