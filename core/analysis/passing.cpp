#include "survey.hpp"

#include <algorithm>

namespace activation::analysis {

std::vector<Bracket> brackets(const Survey& survey, const Piece& piece, Quantity quantity, double level) {
  const auto q = static_cast<std::size_t>(quantity);
  std::vector<Bracket> found;
  if (piece.flat[q]) return found;
  const std::vector<double>& y = survey.of[q];
  const double floor = level == 0 ? piece.floor[q] : 0;
  std::size_t last = piece.last + 1;
  int sign = 0;
  for (std::size_t i = piece.first; i <= piece.last; ++i) {
    const double d = y[i] - level;
    if (!(math::abs(d) > floor) || !is_finite(d)) continue;  // NaN too, and what has overflowed
    const int now = sign_of(d);
    if (sign != 0 && now != sign) found.push_back({last, i, sign});
    sign = now;
    last = i;
  }
  return found;
}

std::vector<Passing> passings(const Subject& subject, const Survey& survey, Quantity quantity,
                              const std::vector<Bracket>& found, double level) {
  const auto q = static_cast<std::size_t>(quantity);
  // What the two ends of each are off by.
  std::vector<Halving> ends;
  std::vector<Halving> off;
  const double middle = subject.at(0).of[q] - level;
  for (const Bracket& bracket : found) {
    ends.push_back({survey.x[bracket.left], survey.x[bracket.right]});
    off.push_back({survey.of[q][bracket.left] - level, survey.of[q][bracket.right] - level});
    // 0 between the two is where odd powers, which underflow next to it, pass.
    if (ends.back().low < 0 && ends.back().high > 0 && middle == 0) ends.back() = off.back() = {0, 0};
  }
  halve(subject, ends, [&](std::size_t i, double, const Point& point) {
    const double y = point.of[q] - level;
    if (y == 0) return off[i] = {0, 0}, 0;
    const bool before = sign_of(y) == found[i].before;
    (before ? off[i].low : off[i].high) = y;
    return before ? -1 : 1;
  });
  std::vector<Passing> passed;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const double size =
        std::min(math::abs(survey.of[q][found[i].left] - level), math::abs(survey.of[q][found[i].right] - level));
    const double low = math::abs(off[i].low);
    const double high = math::abs(off[i].high);
    const bool jumps = !(std::min(low, high) <= 1e-3 * size);
    const bool first = jumps && !subject.exact ? roundness(ends[i].low) >= roundness(ends[i].high) : low <= high;
    const double x = first ? ends[i].low : ends[i].high;
    // What is not exact passes at 0 rather than at the smallest numbers.
    passed.push_back({!subject.exact && math::abs(x) < 1e-300 ? 0 : x, jumps});
  }
  return passed;
}

}  // namespace activation::analysis
