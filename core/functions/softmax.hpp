#pragma once

#include "../math/exp.hpp"
#include "function.hpp"
#include "vector.hpp"

#include <algorithm>
#include <limits>

namespace activation {

/// Softmax with a temperature. The name and its use for class probabilities: J. S. Bridle 1990.
/// y within 0.6 ulp (0.8 where subnormal) for every vector; J^T g too, but for the cancellation in
/// g_i - sum g_j y_j, whose terms have 2^-58. No finite logit, however large, gives NaN.
struct Softmax {
  static constexpr Parameter parameters[] = {
      {.name = "temperature",
       .symbol = "T",
       .meaning = "below 1 the largest logit takes more, above 1 all are more alike",
       .standard = 1,
       .minimum = 1e-6,
       .maximum = 1e6,
       .slider_minimum = 0.1,
       .slider_maximum = 5,
       .step = 0.1}};
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
  };

  /// y_i = e^(x_i/T) / sum_j e^(x_j/T). x and y may be the same array.
  static void value(Numbers x, Output y, double temperature) {
    const Total total = total_of(x, temperature);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Weight<double> w = weight(x[i], total.largest, temperature);
      y.set(i, math::scale(math::rounded(math::over(w.significand, total.sum)), w.exponent));
    }
  }

  /// out = J^T g: out_i = y_i (g_i - sum_j y_j g_j) / T. out may be x or g.
  /// Every g_j is taken relative to that of the largest logit, so that the inner difference does not cancel where one
  /// probability is nearly 1, and is 0 where all g_j are the same.
  static void vjp(Numbers x, Numbers g, Output out, double temperature) {
    const Total total = total_of(x, temperature);
    double largest_g = 0;
    for (std::size_t j = 0; j < g.size(); ++j) largest_g = std::max(largest_g, math::abs(g[j]));
    // 1.7e308 - -1.7e308 is too large although the result is not: such a g is shrunk first.
    const double grow = largest_g > 0x1p960 ? 60.0 : 0.0;
    const double shrink = math::pow2(-grow);
    const double origin = g[total.leader] * shrink;
    math::Two<double> dot{0, 0};
    for (std::size_t j = 0; j < x.size(); ++j) {
      const math::Two<double> relative = math::two_sum(g[j] * shrink, -origin);
      dot = math::plus(dot, math::times(weight(x[j], total.largest, temperature).number(), relative));
    }
    const math::Two<double> mean = math::over(dot, total.sum);
    const math::Two<double> denominator = math::times(total.sum, temperature);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Weight<double> w = weight(x[i], total.largest, temperature);
      const math::Two<double> relative = math::two_sum(g[i] * shrink, -origin);
      const math::Two<double> inner = math::plus(relative, math::negated(mean));
      const double product = math::rounded(math::over(math::times(w.significand, inner), denominator));
      out.set(i, math::scale(product, w.exponent + grow));
    }
  }

  /// out[i n + j] = y_i (delta_ij - y_j) / T. 1 - y_i is (sum - e_i) / sum: where it cancels in double, the
  /// low half of the sum holds it.
  static void jacobian(Numbers x, Output out, double temperature) {
    const Total total = total_of(x, temperature);
    const std::size_t n = x.size();
    const math::Two<double> denominator = math::times(math::times(total.sum, total.sum), temperature);
    for (std::size_t i = 0; i < n; ++i) {
      const Weight<double> row = weight(x[i], total.largest, temperature);
      const math::Two<double> share = math::over(row.significand, denominator);
      for (std::size_t j = 0; j < n; ++j) {
        const Weight<double> column = weight(x[j], total.largest, temperature);
        const double exponent = row.exponent + column.exponent;
        out.set(i * n + j, math::scale(-math::rounded(math::times(share, column.significand)),
                                       exponent < -1400.0 ? -1400.0 : exponent));
      }
      const math::Two<double> others = math::plus(total.sum, math::negated(row.number()));
      out.set(i * n + i, math::scale(math::rounded(math::times(share, others)), row.exponent));
    }
  }

  // The curve of y_0 against x_0 = x, the other logits being the slice: a / (a + r) with a = e^(x/T), r = sum of the
  // others. Each derivative is a product of a, r and S = a + r, divided by the largest of the exponentials.

  template <class V>
  struct Slice {
    math::Two<V> own;
    math::Two<V> others;
    math::Two<V> sum;
  };

  template <class V>
  static V value(V x, const Params<V>& p) {
    const Slice<V> s = slice_at(x, p[0]);
    return math::rounded(math::over(s.own, s.sum));
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const Slice<V> s = slice_at(x, p[0]);
    const math::Two<V> share = math::over(s.own, s.sum);
    return math::rounded(math::times(share, math::over(s.others, s.sum))) / p[0];
  }

  template <class V>
  static V curvature(V x, const Params<V>& p) {
    const Slice<V> s = slice_at(x, p[0]);
    const math::Two<V> share = math::over(s.own, s.sum);
    const math::Two<V> rest = math::over(s.others, s.sum);
    const math::Two<V> difference = math::plus(rest, math::negated(share));
    return math::rounded(math::times(math::times(share, rest), difference)) / p[0] / p[0];
  }

  /// e^((x - origin)/T) for x <= origin, as 2^exponent times a significand.
  template <class V>
  struct Weight {
    math::Two<V> significand;
    V exponent;

    math::Two<V> number() const {
      return {math::scale(significand.hi, exponent), math::scale(significand.lo, exponent)};
    }
  };

  /// Not inlined: nine copies of it were a tenth of the wasm module.
  template <class V>
  [[gnu::noinline]] static Weight<V> weight(V x, V origin, V temperature) {
    const math::Two<V> distance = math::two_sum(x, -origin);
    const math::Two<V> quotient = math::over(distance, math::Two<V>{temperature, V(0.0)});
    // e^-800 is 0. The select also discards what an overflowing difference or an x of -inf leaves in the low halves.
    const auto vanishes = distance.hi < V(-800.0) * temperature;
    const math::Exponential<V> e = math::exponential(
        math::Two<V>{math::select(vanishes, V(-800.0), quotient.hi), math::select(vanishes, V(0.0), quotient.lo)});
    return {math::significand(e), e.exponent};
  }

 private:
  struct Total {
    std::size_t leader;     ///< the index of the largest logit
    double largest;         ///< that logit; NaN, which makes every result NaN, where softmax is undefined
    math::Two<double> sum;  ///< of e^((x_j - largest)/T): 1 for the leader and, added last, the others
  };

  static Total total_of(Numbers x, double temperature) {
    std::size_t leader = 0;
    bool defined = true;
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (!(x[j] < infinity)) defined = false;
      if (x[j] > x[leader]) leader = j;
    }
    if (!(x[leader] > -infinity)) defined = false;
    const double largest = defined ? x[leader] : math::from_bits(0x7FF8'0000'0000'0000);
    math::Two<double> others{0, 0};
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (j != leader) others = math::plus(others, weight(x[j], largest, temperature).number());
    }
    return {leader, largest, math::plus(math::Two<double>{1, 0}, others)};
  }

  static constexpr double infinity = std::numeric_limits<double>::infinity();

  template <class V>
  static Slice<V> slice_at(V x, V temperature) {
    V origin = x;
    for (const double logit : slice) origin = math::select(origin < V(logit), V(logit), origin);
    // At x = inf the share is 1, as for any x that leads by 800 T.
    const V far = V(1.0) + V(1000.0) * temperature;
    origin = math::select(origin > far, far, origin);
    const math::Two<V> own = weight(math::select(x > far, far, x), origin, temperature).number();
    math::Two<V> others{V(0.0), V(0.0)};
    for (const double logit : slice) others = math::plus(others, weight(V(logit), origin, temperature).number());
    return {own, others, math::plus(own, others)};
  }
};

}  // namespace activation
