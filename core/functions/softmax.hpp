#pragma once

#include "function.hpp"
#include "vector/exponential_derivatives.hpp"
#include "vector/vector.hpp"

namespace activation {

/// Softmax with a temperature. The name and its use for class probabilities: J. S. Bridle 1990.
/// y within 0.6 ulp (0.8 where subnormal) for every vector; J^T g too, but for the cancellation in
/// g_i - sum g_j y_j, whose terms have 2^-58 (float32: 2^-32). No finite logit, however large, gives NaN.
struct Softmax : SameLength {
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
