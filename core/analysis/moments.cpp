#include "gaussian.hpp"
#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

constexpr int octaves = 20;  // 2^-20 to 2^20, a millionth to a million

/// V(q) = weights^2 E[f(sqrt(q) z)^2] and what is known of it before.
class Map {
 public:
  Map(const Subject& subject, const Survey& survey, double square) : subject_(subject), survey_(survey), square_(square) {}

  /// V(q) / q - 1
  double surplus(double q) const { return square_ * second_moment(subject_, survey_, math::sqrt(q)) / q - 1; }

  FixedPoint at(double q) const {
    const Expectations e = expected(subject_, survey_, math::sqrt(q));
    return {q, square_ * e.moved / (2 * q), square_ * e.gradient_second};
  }

  /// Between two numbers at which the surplus has different signs.
  double crossing(double low, double high) const {
    const int before = sign_of(surplus(low));
    for (int i = 0; i < 50 && high - low > 1e-14 * high; ++i) {
      const double middle = 0.5 * (low + high);
      (sign_of(surplus(middle)) == before ? low : high) = middle;
    }
    return 0.5 * (low + high);
  }

 private:
  const Subject& subject_;
  const Survey& survey_;
  double square_;
};

/// `ratios` are E[f(sqrt(q) z)^2] / q for q = 2^-20 ... 2^20, `one` whether 1 is a fixed point by the choice of weights.
VarianceMap fixed_points(const Subject& subject, const Survey& survey, const std::vector<double>& ratios, double square,
                         bool one) {
  VarianceMap map;
  map.weights = math::sqrt(square);
  map.sure = {false, 1e-12};
  const Map v(subject, survey, square);
  std::vector<double> surplus;
  for (const double ratio : ratios) surplus.push_back(square * ratio - 1);
  map.every = std::all_of(surplus.begin(), surplus.end(), [](double s) { return math::abs(s) < 1e-11; });
  if (subject.at(0).of[0] == 0) {
    const double tiny = 0x1p-80;
    const FixedPoint near = v.at(tiny);
    map.fixed.push_back({0, 1 + v.surplus(tiny), near.chi});
  }
  if (map.every) return map;
  const auto q_at = [](std::size_t i) { return math::pow2(static_cast<double>(static_cast<int>(i) - octaves)); };
  const auto differ_in_sign = [](double a, double b) { return (a < 0 && b > 0) || (a > 0 && b < 0); };
  for (std::size_t i = 0; i + 1 < surplus.size(); ++i) {
    const bool at_one = one && i + 1 == octaves;
    if (!at_one && !(one && i == octaves)) {
      // Below rounding a sign says nothing: a line whose map is q itself but for a trace.
      const bool seen = math::abs(surplus[i]) > 1e-12 && math::abs(surplus[i + 1]) > 1e-12;
      if (seen && differ_in_sign(surplus[i], surplus[i + 1])) {
        map.fixed.push_back(v.at(v.crossing(q_at(i), q_at(i + 1))));
      }
      continue;
    }
    if (!at_one) continue;
    // 1 is one; another may be on either side, where the sign next to 1 is not that of the neighbour.
    const double step = 1e-3;
    if (differ_in_sign(surplus[i], v.surplus(1 - step))) map.fixed.push_back(v.at(v.crossing(0.5, 1 - step)));
    map.fixed.push_back(v.at(1));
    if (differ_in_sign(v.surplus(1 + step), surplus[i + 2])) map.fixed.push_back(v.at(v.crossing(1 + step, 2)));
  }
  return map;
}

}  // namespace

void find_moments(const Subject& subject, const Survey& survey, Analysis& analysis) {
  const Expectations e = expected(subject, survey, 1);
  if (!e.exists) return;
  Moments& moments = analysis.moments;
  const auto relative = [](double error, double size) { return error / std::max(1.0, math::abs(size)); };
  moments.mean = {e.mean, {false, relative(e.error[0], e.mean)}};
  moments.second = {e.second, {false, relative(e.error[1], e.second)}};
  if (subject.form.odd && subject.form.defined) moments.mean = {0, {true, 0}};
  const double mean = moments.mean.number;
  moments.variance = {std::max(0.0, e.second - mean * mean),
                      {false, relative(e.error[1] + 2 * math::abs(mean) * e.error[0] + 0x1p-52 * e.second, e.second)}};
  if (is_finite(e.gradient_second)) {
    moments.gradient_second = {e.gradient_second, {false, relative(e.error[2], e.gradient_second)}};
  }
  if (!(e.second > 0)) return;
  moments.gain = {1 / math::sqrt(e.second), {false, e.error[1] / e.second}};

  std::vector<double> ratios;
  for (int k = -octaves; k <= octaves; ++k) {
    const double q = math::pow2(k);
    ratios.push_back(second_moment(subject, survey, math::sqrt(q)) / q);
  }
  const bool finite = std::all_of(ratios.begin(), ratios.end(), [](double r) { return is_finite(r); });
  // exp(z) has no second moment left at a large q: there V is beyond every line.
  if (!finite) std::replace_if(ratios.begin(), ratios.end(), [](double r) { return !is_finite(r); }, 1e300);
  analysis.plain = fixed_points(subject, survey, ratios, 1, false);
  analysis.gained = fixed_points(subject, survey, ratios, 1 / e.second, true);
}

}  // namespace activation::analysis
