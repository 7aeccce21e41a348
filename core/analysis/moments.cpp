#include "approach.hpp"
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
  Map(const Subject& subject, const Survey& survey, double square)
      : subject_(subject), survey_(survey), square_(square) {}

  /// V(q) / q - 1
  double surplus(double q) const { return square_ * second_moment(subject_, survey_, math::sqrt(q)) / q - 1; }

  FixedPoint at(double q) const {
    const Expectations e = expected(subject_, survey_, math::sqrt(q));
    return {q, square_ * e.moved / (2 * q), square_ * e.gradient_second};
  }

  FixedPoint at_0() const {
    const double tiny = 0x1p-80;
    const double slope = 1 + surplus(tiny);
    return {0, slope < 1e12 ? slope : infinity, at(tiny).chi};  // a jump at 0 makes it infinite
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

/// A number at which the surplus is known.
struct Mark {
  double q;
  double surplus;
};

/// `ratios` are E[f(sqrt(q) z)^2] / q for q = 2^-20 ... 2^20 or, where that is too much work, none; `one` whether 1 is a
/// fixed point by the choice of weights.
VarianceMap fixed_points(const Subject& subject, const Survey& survey, const std::vector<double>& ratios, double square,
                         bool one) {
  VarianceMap map;
  map.weights = math::sqrt(square);
  map.sure = {false, 1e-12};
  map.searched = !ratios.empty();
  const Map v(subject, survey, square);
  if (!map.searched) {
    if (subject.at(0).of[0] == 0) map.fixed.push_back(v.at_0());
    if (one) map.fixed.push_back(v.at(1));
    return map;
  }
  std::vector<Mark> marks;
  for (int k = -octaves; k <= octaves; ++k) {
    const double q = math::pow2(k);
    const double surplus = square * ratios[static_cast<std::size_t>(k + octaves)] - 1;
    if (one && k == 0) {
      // 1 is known. Another may be on either side of it.
      for (const double next : {1 - 1e-3, 1 + 1e-3}) marks.push_back({next, v.surplus(next)});
    } else {
      marks.push_back({q, surplus});
    }
  }
  map.every = std::all_of(marks.begin(), marks.end(), [](const Mark& mark) { return math::abs(mark.surplus) < 1e-11; });
  if (subject.at(0).of[0] == 0) map.fixed.push_back(v.at_0());
  if (map.every) return map;
  // Below rounding a sign says nothing: a squashing function at small q, whose map is q but for a trace.
  std::erase_if(marks, [](const Mark& mark) { return !(math::abs(mark.surplus) > 1e-12); });
  bool one_found = !one;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!one_found && marks[i].q > 1) {
      map.fixed.push_back(v.at(1));
      one_found = true;
    } else if (i > 0 && (marks[i].surplus > 0) != (marks[i - 1].surplus > 0)) {
      map.fixed.push_back(v.at(v.crossing(marks[i - 1].q, marks[i].q)));
    }
  }
  if (!one_found) map.fixed.push_back(v.at(1));
  return map;
}

/// How much of E[f'^2] is too near the places where the slope is infinite to be summed, 1 where the integral diverges: of
/// f'^2 ~ h^-2p within h of a place (h / 1)^(1 - 2p), and numbers come some 1e-13 close.
double unseen(const Subject& subject, const Survey& survey, const Analysis& analysis) {
  double most = 0;
  const auto look = [&](double x, int side) {
    const Approach near = approached(subject, x, side);
    if (math::abs(near.limit.of[1]) != infinity || !(math::abs(x) < 39)) return;
    const double left = near.growth.of[1] * near.growth.of[1] / 256;  // 256^(2p - 1)
    most = std::max(most, left < 0.99 ? left * left * left * left * left : 1);
  };
  if (subject.exact) return 0;
  for (const Jump& jump : analysis.jumps) {
    if (is_finite(jump.before) && is_finite(jump.after)) continue;
    look(jump.x, -1);
    look(jump.x, 1);
  }
  for (const Interval& gap : survey.gaps) {
    if (is_finite(gap.from)) look(gap.from, -1);
    if (is_finite(gap.to)) look(gap.to, 1);
  }
  return most;
}

}  // namespace

void find_moments(const Subject& subject, const Survey& survey, Analysis& analysis) {
  const Expectations e = expected(subject, survey, 1);
  if (!e.exists) return;
  Moments& moments = analysis.moments;
  const auto relative = [](double error, double size) { return error / std::max(1.0, math::abs(size)); };
  moments.mean = {e.mean, {false, relative(e.error[0], e.mean)}};
  moments.second = {e.second, {false, relative(e.error[1], e.second)}};
  if (math::abs(e.mean) <= e.error[0]) moments.mean.number = 0;
  if (subject.form.odd && subject.form.defined) moments.mean = {0, {true, 0}};
  const double mean = moments.mean.number;
  moments.variance = {std::max(0.0, e.second - mean * mean),
                      {false, relative(e.error[1] + 2 * math::abs(mean) * e.error[0] + 0x1p-52 * e.second, e.second)}};
  const double lost = unseen(subject, survey, analysis);
  const bool slopes = is_finite(e.gradient_second) && lost < 1;
  if (slopes) {
    moments.gradient_second = {e.gradient_second, {false, std::max(lost, relative(e.error[2], e.gradient_second))}};
  }
  if (!(e.second > 0)) return;
  moments.gain = {1 / math::sqrt(e.second), {false, e.error[1] / e.second}};

  // The octaves, and some halvings.
  const bool affordable = 100 * work_of_second_moment(subject, survey) <= 4 * much_work;
  std::vector<double> ratios;
  for (int k = -octaves; k <= octaves && affordable; ++k) {
    const double q = math::pow2(k);
    ratios.push_back(second_moment(subject, survey, math::sqrt(q)) / q);
  }
  const bool finite = std::all_of(ratios.begin(), ratios.end(), [](double r) { return is_finite(r); });
  // exp(z) has no second moment left at a large q: there V is beyond every line.
  if (!finite)
    std::replace_if(
        ratios.begin(), ratios.end(), [](double r) { return !is_finite(r); }, 1e300);
  analysis.plain = fixed_points(subject, survey, ratios, 1, false);
  analysis.gained = fixed_points(subject, survey, ratios, 1 / e.second, true);
  for (VarianceMap* map : {&analysis.plain, &analysis.gained}) {
    for (FixedPoint& point : map->fixed) point.chi = slopes ? point.chi : infinity;
  }
}

}  // namespace activation::analysis
