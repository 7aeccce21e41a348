#include "survey.hpp"

#include "../math/number.hpp"

#include <algorithm>
#include <cstdint>

namespace activation::analysis {
namespace {

constexpr std::size_t most_kinks = 512;

/// Doubles as whole numbers in the same order.
std::int64_t ordered(double x) {
  const auto bits = static_cast<std::int64_t>(math::bits(math::abs(x)));
  return x < 0 ? -bits : bits;
}

double at_order(std::int64_t order) {
  const double size = math::from_bits(static_cast<std::uint64_t>(order < 0 ? -order : order));
  return order < 0 ? -size : size;
}

std::vector<double> grid(const Subject& subject) {
  std::vector<double> x;
  x.reserve(8500);
  x.push_back(0);
  for (int k = -996; k <= octaves_out(subject); ++k) {
    const int steps = k >= -12 && k < 20 ? 16 : 1;
    for (int j = 0; j < steps; ++j) {
      const double size = math::pow2(k) * (1 + static_cast<double>(j) / 16);
      x.push_back(size);
      x.push_back(-size);
    }
  }
  for (int i = 0; i <= 3200; ++i) x.push_back(i * 0x1p-5 - 50);
  return x;
}

void evaluate(const Subject& subject, Survey& survey) {
  const std::size_t n = survey.x.size();
  for (std::vector<double>& column : survey.of) column.resize(n);
  subject.evaluate(survey.x, survey.of[0], survey.of[1], survey.of[2]);
}

void sort_once(std::vector<double>& x) {
  std::sort(x.begin(), x.end());
  x.erase(std::unique(x.begin(), x.end()), x.end());
}

/// The kinks near 0, and those far out if they have an end.
void find_kinks(const Subject& subject, Survey& survey) {
  survey.kinks = subject.kinks(-50, 50);
  survey.kinks_endless = survey.kinks.size() >= most_kinks;
  const double far_out = math::pow2(octaves_out(subject));
  for (const double side : {-1.0, 1.0}) {
    const std::vector<double> far = side < 0 ? subject.kinks(-far_out, -50) : subject.kinks(50, far_out);
    if (far.size() > 64) {
      survey.kinks_endless = true;
    } else {
      survey.kinks.insert(survey.kinks.end(), far.begin(), far.end());
    }
  }
  sort_once(survey.kinks);
}

/// Adds the two neighbours between which f begins or ends to be a number.
void find_edges(const Subject& subject, Survey& survey) {
  std::vector<double> edges;
  for (std::size_t i = 0; i + 1 < survey.x.size() && edges.size() < 128; ++i) {
    const bool left = survey.of[0][i] == survey.of[0][i];
    const bool right = survey.of[0][i + 1] == survey.of[0][i + 1];
    if (left == right) continue;
    double low = survey.x[i];
    double high = survey.x[i + 1];
    for (double middle = between(low, high); middle != low && middle != high; middle = between(low, high)) {
      const double y = subject.at(middle).of[0];
      ((y == y) == left ? low : high) = middle;
    }
    edges.insert(edges.end(), {low, high});
  }
  if (edges.empty()) return;
  survey.x.insert(survey.x.end(), edges.begin(), edges.end());
  sort_once(survey.x);
  evaluate(subject, survey);
}

/// Whether f has no number from a sample to the end of the line only because the way there overflows.
bool overflows(const Subject& subject, const Survey& survey, std::size_t good) {
  const double x = survey.x[good];
  return subject.form.defined || math::abs(x) > 300 || math::abs(survey.of[0][good]) > 1e100;
}

/// Where the last piece on a side ends, `good` being its outermost sample: at infinity, or at the edge of where f is a number.
double outer_end(const Subject& subject, Survey& survey, std::size_t good, int side) {
  const double end = side * infinity;
  const std::size_t rim = side < 0 ? 0 : survey.x.size() - 1;
  if (good == rim || overflows(subject, survey, good)) return end;
  const std::size_t next = side < 0 ? good - 1 : good + 1;
  const double y = survey.of[0][next];
  if (y == y && survey.of[0][rim] == survey.of[0][rim]) return end;  // infinite all the way
  const double edge = y == y ? survey.x[next] : survey.x[good];
  if (y == y) survey.poles.push_back(edge);
  survey.gaps.push_back(side < 0 ? Interval{-infinity, edge, false, false} : Interval{edge, infinity, false, false});
  return edge;
}

void judge(const Subject& subject, const Survey& survey, Piece& piece) {
  double scale[3] = {0, 0, 0};
  double all[3] = {0, 0, 0};
  bool still[3] = {true, true, true};
  for (std::size_t i = piece.first; i <= piece.last; ++i) {
    const double x = math::abs(survey.x[i]);
    double size[3];
    for (std::size_t q = 0; q < 3; ++q) size[q] = math::abs(survey.of[q][i]);
    for (std::size_t q = 0; q < 3; ++q) {
      if (!is_finite(size[q])) continue;
      all[q] = std::max(all[q], size[q]);
      if (x <= 10) scale[q] = std::max(scale[q], size[q]);
      // A derivative that would not show in the last digits of what it is the derivative of.
      const bool lost = !subject.exact && q > 0 && size[q] * std::max(1.0, x) <= 1e-13 * size[q - 1];
      if (size[q] != 0 && !lost) still[q] = false;
    }
  }
  for (std::size_t q = 0; q < 3; ++q) {
    piece.flat[q] = still[q] || (q > 0 && piece.flat[q - 1]);
    piece.floor[q] = subject.exact ? 0 : 0x1p-48 * (scale[q] > 0 ? scale[q] : all[q]);
  }
}

}  // namespace

double above(double x) { return at_order(ordered(x) + 1); }
double below(double x) { return at_order(ordered(x) - 1); }

double between(double a, double b) {
  const std::int64_t low = ordered(a);
  const std::int64_t high = ordered(b);
  return at_order(low / 2 + high / 2 + (low % 2 + high % 2) / 2);
}

Point Subject::at(double x) const {
  Point point{};
  evaluate({&x, 1}, {&point.of[0], 1}, {&point.of[1], 1}, {&point.of[2], 1});
  return point;
}

Survey surveyed(const Subject& subject) {
  Survey survey;
  find_kinks(subject, survey);
  survey.x = grid(subject);
  for (const double kink : survey.kinks) survey.x.insert(survey.x.end(), {below(kink), kink, above(kink)});
  sort_once(survey.x);
  evaluate(subject, survey);
  find_edges(subject, survey);

  const std::size_t n = survey.x.size();
  const std::vector<double>& y = survey.of[0];
  std::size_t begin = 0;
  while (begin < n && !is_finite(y[begin])) ++begin;
  std::size_t end = n;
  while (end > begin && !is_finite(y[end - 1])) --end;
  if (begin == end) {
    survey.gaps.push_back({-infinity, infinity, false, false});
    return survey;
  }
  double from = outer_end(subject, survey, begin, -1);
  const auto close = [&](std::size_t first, std::size_t last, double left, double right) {
    Piece piece{.first = first, .last = last, .from = left, .to = right, .flat = {}, .floor = {}};
    judge(subject, survey, piece);
    survey.pieces.push_back(piece);
  };
  auto kink = std::lower_bound(survey.kinks.begin(), survey.kinks.end(), survey.x[begin]);
  std::size_t first = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const bool bent = kink != survey.kinks.end() && *kink == survey.x[i];
    if (bent) ++kink;
    if (!bent && is_finite(y[i])) continue;
    if (i > first) close(first, i - 1, from, survey.x[i]);
    std::size_t next = i + 1;
    if (!is_finite(y[i])) {
      while (next < end && !is_finite(y[next])) ++next;
      if (y[i] != y[i]) {
        survey.gaps.push_back({survey.x[i], survey.x[next - 1], true, true});
      } else {
        survey.poles.push_back(survey.x[i]);
      }
    }
    from = survey.x[next - 1];
    first = next;
    i = next - 1;
    while (kink != survey.kinks.end() && *kink <= from) ++kink;
  }
  const double to = outer_end(subject, survey, end - 1, 1);
  if (end > first) close(first, end - 1, from, to);
  return survey;
}

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
    if (!(math::abs(d) > floor)) continue;  // NaN too
    const int now = sign_of(d);
    if (sign != 0 && now != sign) found.push_back({last, i, sign});
    sign = now;
    last = i;
  }
  return found;
}

Passing passing(const Subject& subject, const Survey& survey, Quantity quantity, const Bracket& bracket, double level) {
  const auto q = static_cast<std::size_t>(quantity);
  double low = survey.x[bracket.left];
  double high = survey.x[bracket.right];
  double low_y = survey.of[q][bracket.left] - level;
  double high_y = survey.of[q][bracket.right] - level;
  const double size = std::min(math::abs(low_y), math::abs(high_y));
  // 0 between the two is where odd powers, which underflow next to it, pass.
  if (low < 0 && high > 0) {
    const double y = subject.at(0).of[q] - level;
    if (y == 0) return {0, false};
  }
  for (double middle = between(low, high); middle != low && middle != high; middle = between(low, high)) {
    const double y = subject.at(middle).of[q] - level;
    if (y == 0) return {middle, false};
    if (sign_of(y) == bracket.before) {
      low = middle;
      low_y = y;
    } else {
      high = middle;
      high_y = y;
    }
  }
  const double nearer = math::abs(low_y) <= math::abs(high_y) ? low : high;
  return {nearer, !(std::min(math::abs(low_y), math::abs(high_y)) <= 1e-3 * size)};
}

}  // namespace activation::analysis
