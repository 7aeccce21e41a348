#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

/// x = +-2^k, farther and farther out, with f, f' and f'' as long as f is finite.
struct Way {
  std::vector<double> x;
  std::vector<double> of[3];
  int overflow = 0;  ///< the sign of the infinity that f comes to
};

constexpr int steps_of_one = 64;  // k = 4 ... 67, then every eighth

Way way_out(const Subject& subject, double side) {
  Way way;
  const int farthest = octaves_out(subject);
  for (int k = 4; k <= farthest; k += k < 3 + steps_of_one ? 1 : 8) {
    way.x.push_back(side * math::pow2(k));
  }
  for (std::vector<double>& column : way.of) column.resize(way.x.size());
  subject.evaluate(way.x, way.of[0], way.of[1], way.of[2]);
  std::size_t size = 0;
  while (size < way.x.size() && is_finite(way.of[0][size])) ++size;
  if (size < way.x.size() && way.of[0][size] == way.of[0][size]) {
    // Infinite after having grown; out of nothing it is some part on the way that overflows.
    const std::vector<double>& y = way.of[0];
    const bool grows =
        size < 2 || math::abs(y[size - 1]) > 4 * math::abs(y[size - 2]) || math::abs(y[size - 1]) > 1e200;
    if (grows) way.overflow = sign_of(y[size]);
  }
  way.x.resize(size);
  for (std::vector<double>& column : way.of) column.resize(size);
  return way;
}

/// Where a column goes: a number, an infinity, or nothing that can be told.
Figure limit_of(const std::vector<double>& y, int overflow, bool exact) {
  std::size_t size = 0;
  while (size < y.size() && is_finite(y[size])) ++size;
  if (overflow == 0 && size < y.size() && y[size] == y[size]) overflow = sign_of(y[size]);
  const double rounding = exact ? 0x1p-52 : 0x1p-46;
  if (overflow != 0) return {overflow * infinity, {false, 0}};
  if (size < 12) return {};
  const double last = y[size - 1] + 0.0;  // not -0
  double spread = 0;
  for (std::size_t i = size - 8; i < size; ++i) spread = std::max(spread, math::abs(y[i] - last));
  const bool fades = math::abs(last) < 1e-30 && math::abs(last) < 0.5 * math::abs(y[size - 5]);
  if (fades) return {0, {false, 1e-30}};
  if (spread <= 1e-10 * std::max(1.0, math::abs(last))) {
    return {last, {false, std::max(spread, rounding)}};
  }
  if (size < steps_of_one + 16) return {};
  for (std::size_t i = size - 12; i + 1 < size; ++i) {
    const double step = y[i + 1] - y[i];
    const double before = y[i] - y[i - 1];
    if (!(step * sign_of(last) > 0 && math::abs(step) >= 0.99 * math::abs(before))) return {};
  }
  return {sign_of(last) * infinity, {false, 0}};
}

/// The b of f(x) = slope x + b + c/x + ..., c/x taken away by comparing neighbours, where it changes least.
Figure offset_of(const Way& way, double slope, double side) {
  Figure best;
  double least = 1e-6;
  const auto rest = [&](std::size_t i) { return way.of[0][i] - slope * way.x[i]; };
  const std::size_t size = std::min<std::size_t>(way.x.size(), 32);
  for (std::size_t i = 0; i + 2 < size; ++i) {
    const double here = 2 * rest(i + 1) - rest(i);
    const double next = 2 * rest(i + 2) - rest(i + 1);
    const double error = math::abs(next - here) + math::abs(slope * way.x[i + 1]) * 0x1p-51;
    if (error < least) {
      least = error;
      best = {next, {false, error}};
    }
  }
  // x + log x changes as little from one number to the next, but for ever.
  const bool settles = side != 0 && size >= 24 && math::abs(rest(size - 1) - best.number) <= 1e-3;
  return settles ? best : Figure{};
}

End end_of(const Subject& subject, double side, bool gap) {
  End end;
  if (gap) return end;
  const Way way = way_out(subject, side);
  end.limit = limit_of(way.of[0], way.overflow, subject.exact);
  const double known = side < 0 ? subject.form.left : subject.form.right;
  if (known == known) end.limit = {known, {true, 0}};
  end.slope = limit_of(way.of[1], 0, subject.exact);
  if (is_finite(end.limit.number)) {
    end.growth = Growth::constant;
    end.slope = {0, end.limit.sure};
    end.offset = end.limit;
  } else if (!end.limit.exists() && !(end.slope.exists() && end.slope.number != 0)) {
    end.slope = {};
  } else if (!end.slope.exists()) {
    // A square overflows while its slope is a number; x + sin(x)^2 has no slope in the end.
    if (way.overflow != 0) end.growth = Growth::faster;
  } else if (end.slope.number == 0) {
    end.growth = Growth::slower;
  } else if (is_finite(end.slope.number)) {
    end.growth = Growth::linear;
    end.offset = offset_of(way, end.slope.number, side);
    if (!end.limit.exists()) end.limit = {side * end.slope.number * infinity, end.slope.sure};
  } else {
    end.growth = Growth::faster;
  }
  return end;
}

}  // namespace

void find_ends(const Subject& subject, const Survey& survey, Analysis& analysis) {
  const auto gap = [&](double end) {
    return std::any_of(survey.gaps.begin(), survey.gaps.end(),
                       [end](const Interval& one) { return one.from == end || one.to == end; });
  };
  analysis.left = end_of(subject, -1, gap(-infinity));
  analysis.right = end_of(subject, 1, gap(infinity));
}

}  // namespace activation::analysis
