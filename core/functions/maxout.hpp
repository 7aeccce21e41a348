#pragma once

#include "function.hpp"
#include "vector/vector.hpp"

#include <algorithm>

namespace activation {

/// Maxout: the largest number of each group. I. J. Goodfellow, D. Warde-Farley, M. Mirza, A. Courville and Y. Bengio 2013,
/// arXiv:1302.4389. Exact. The gradient goes to the first of several that are the largest.
struct Maxout {
  static constexpr Parameter parameters[] = {{.name = "group",
                                              .symbol = "k",
                                              .meaning = "how many consecutive numbers make one output",
                                              .standard = 2,
                                              .minimum = 1,
                                              .maximum = 1e6,
                                              .slider_minimum = 1,
                                              .slider_maximum = 3,
                                              .step = 1,
                                              .whole = true}};
  // With x they are 6: groups of 1, 2, 3 and 6. The first is the largest, which is where all curves but that of 1 bend.
  static constexpr double slice[] = {0.5, -0.5, 0.25, -1.0, 0.0};
  static constexpr Kink kinks[] = {{.offset = 0.5}};
  static constexpr Reference references[] = {
      {.authors = "Ian J. Goodfellow, David Warde-Farley, Mehdi Mirza, Aaron Courville, Yoshua Bengio",
       .year = 2013,
       .title = "Maxout Networks",
       .url = "https://arxiv.org/abs/1302.4389"},
  };
  static constexpr Info info{
      .id = "maxout",
      .name = "Maxout",
      .family = Family::vector,
      .parameters = parameters,
      .kinks = kinks,
      .slice = slice,
  };
  static constexpr Notes notes{
      .formula = "group > 1 ? max(x, 0.5) : x",
      .mathml =
          "<mrow><msub><mi>y</mi><mi>i</mi></msub></mrow><mo>=</mo><mrow><mi>max</mi><mo>&#x2061;</mo>"
          "<mrow><mo stretchy=\"false\">(</mo><msub><mi>x</mi><mrow><mi>k</mi><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>"
          "<mo>,</mo><mo>…</mo><mo>,</mo>"
          "<msub><mi>x</mi><mrow><mi>k</mi><mi>i</mi><mo>+</mo><mi>k</mi></mrow></msub>"
          "<mo stretchy=\"false\">)</mo></mrow></mrow>",
      .summary =
          "The largest of every k numbers. With a linear layer before it, a unit learns the shape of its own activation: "
          "any convex curve, made of k straight pieces.",
      .properties = {.range = "(−∞, ∞)",
                     .monotonic = "yes, in each input",
                     .symmetry = "f(x + c) = f(x) + c for the same c added to every input",
                     .smoothness = "C⁰",
                     .saturation = "∂y/∂xᵢ = 0 for an xᵢ that is not the largest of its group"},
      .references = references,
  };

  static std::size_t outputs(std::size_t n, const double* p) {
    const std::size_t group = group_of(p);
    return n % group == 0 ? n / group : 0;
  }

  template <class T>
  static void value(std::span<const T> x, std::span<T> y, const double* p) {
    const std::size_t group = group_of(p);
    for (std::size_t i = 0; i < y.size(); ++i) y[i] = x[leader(x, i * group, group)];
  }

  template <class T>
  static void vjp(std::span<const T> x, std::span<const T> g, std::span<T> out, const double* p) {
    const std::size_t group = group_of(p);
    for (std::size_t i = 0; i < g.size(); ++i) {
      const std::size_t at = leader(x, i * group, group);
      const T top = x[at];
      const T own = g[i];
      std::fill_n(out.data() + i * group, group, top == top ? T{0} : top);
      if (top == top) out[at] = own;
    }
  }

  template <class T>
  static void jacobian(std::span<const T> x, std::span<T> out, const double* p) {
    const std::size_t group = group_of(p);
    const std::size_t n = x.size();
    std::fill(out.begin(), out.end(), T{0});
    for (std::size_t i = 0; i < n / group; ++i) {
      const std::size_t at = leader(x, i * group, group);
      const T top = x[at];
      if (top != top) std::fill_n(out.data() + i * n + i * group, group, top);
      if (top == top) out[i * n + at] = 1;
    }
  }

  template <class V>
  static V value(V x, const Params<V>& p) {
    return math::select(p[0] > V(1.0), math::at_least(x, V(slice[0])), x);
  }

  template <class V>
  static V gradient(V x, const Params<V>& p) {
    const auto below = math::both(p[0] > V(1.0), x < V(slice[0]));
    return math::constant_at(x, math::select(below, V(0.0), V(1.0)));
  }

  template <class V>
  static V curvature(V x, const Params<V>&) {
    return math::constant_at(x, V(0.0));
  }

 private:
  static std::size_t group_of(const double* p) { return static_cast<std::size_t>(p[0]); }

  /// Where the largest number of a group is, or its first NaN.
  template <class T>
  static std::size_t leader(std::span<const T> x, std::size_t start, std::size_t group) {
    std::size_t at = start;
    for (std::size_t i = start; i < start + group; ++i) {
      if (x[i] != x[i]) return i;
      if (x[i] > x[at]) at = i;
    }
    return at;
  }
};

}  // namespace activation
