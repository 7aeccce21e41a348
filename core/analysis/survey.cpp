#include "survey.hpp"

#include <algorithm>
#include <bit>

namespace activation::analysis {
namespace {

std::vector<double> grid(const Subject& subject) {
  // All of it, or a half or a quarter where numbers are dear.
  const double work = 7000 * static_cast<double>(subject.steps);
  const int stride = work <= much_work ? 1 : work <= 2 * much_work ? 2 : 4;
  std::vector<double> x;
  x.reserve(8500);
  x.push_back(0);
  for (int k = -996; k <= octaves_out(subject); ++k) {
    if (k % stride != 0 && (k < -32 || k > 32)) continue;
    const int steps = k >= -12 && k < 20 ? 16 : 1;
    for (int j = 0; j < steps; j += stride) {
      const double size = math::pow2(k) * (1 + static_cast<double>(j) / 16);
      x.push_back(size);
      x.push_back(-size);
    }
  }
  for (int i = 0; i <= 3200; i += stride) x.push_back(i * 0x1p-5 - 50);
  return x;
}

void sort_once(std::vector<double>& x) {
  std::sort(x.begin(), x.end());
  x.erase(std::unique(x.begin(), x.end()), x.end());
}

/// Adds samples.
void sample(const Subject& subject, Survey& survey, std::vector<double> x) {
  sort_once(x);
  std::erase_if(x, [&](double one) { return std::binary_search(survey.x.begin(), survey.x.end(), one); });
  std::vector<double> of[3] = {x, x, x};
  subject.evaluate(x, of[0], of[1], of[2]);
  Survey both;
  for (std::size_t i = 0, j = 0; i < survey.x.size() || j < x.size();) {
    const bool old = j == x.size() || (i < survey.x.size() && survey.x[i] < x[j]);
    both.x.push_back(old ? survey.x[i] : x[j]);
    for (std::size_t q = 0; q < 3; ++q) both.of[q].push_back(old ? survey.of[q][i] : of[q][j]);
    ++(old ? i : j);
  }
  survey.x = std::move(both.x);
  for (std::size_t q = 0; q < 3; ++q) survey.of[q] = std::move(both.of[q]);
}

/// The kinks near 0, and those far out if they have an end.
void find_kinks(const Subject& subject, Survey& survey) {
  constexpr std::size_t most = 512;
  constexpr std::size_t most_far = 64;
  bool all = true;
  survey.kinks = subject.kinks(-50, 50, most, all);
  const double far_out = math::pow2(octaves_out(subject));
  for (const double side : {-1.0, 1.0}) {
    bool all_far = true;
    const std::vector<double> far =
        side < 0 ? subject.kinks(-far_out, -50, most_far, all_far) : subject.kinks(50, far_out, most_far, all_far);
    if (all_far) survey.kinks.insert(survey.kinks.end(), far.begin(), far.end());
    all = all && all_far;
  }
  survey.kinks_endless = !all;
  sort_once(survey.kinks);
}

/// Adds the two neighbours between which f begins or ends to be a number.
void find_edges(const Subject& subject, Survey& survey) {
  std::vector<Halving> edges;
  std::vector<bool> is_number;  // on the left
  for (std::size_t i = 0; i + 1 < survey.x.size() && edges.size() < 128; ++i) {
    const bool left = survey.of[0][i] == survey.of[0][i];
    const bool right = survey.of[0][i + 1] == survey.of[0][i + 1];
    if (left == right) continue;
    edges.push_back({survey.x[i], survey.x[i + 1]});
    is_number.push_back(left);
  }
  if (edges.empty()) return;
  halve(subject, edges, [&](std::size_t i, double, const Point& point) {
    return (point.of[0] == point.of[0]) == is_number[i] ? -1 : 1;
  });
  std::vector<double> x;
  for (const Halving& edge : edges) x.insert(x.end(), {edge.low, edge.high});
  sample(subject, survey, std::move(x));
}

/// Whether f has no number from a sample to the end of the line only because the way there overflows.
bool overflows(const Subject& subject, const Survey& survey, std::size_t good) {
  const double x = survey.x[good];
  return subject.form.defined || math::abs(x) > 300 || math::abs(survey.of[0][good]) > 1e100;
}

/// Where f ends or begins to be a number, of two neighbouring samples.
struct Edge {
  double x;
  bool out;  ///< f is not a number at x
};

/// The rounder one: 0 and 1 rather than their neighbours, at which a result that rounds is a number or not by chance.
Edge edge_of(const Subject& subject, const Survey& survey, std::size_t good, std::size_t bad) {
  // 0, around which 1/x is no number yet.
  if (!subject.exact && survey.x[good] != 0 && math::abs(survey.x[good]) < 1e-100) return {0, true};
  const bool infinite = survey.of[0][bad] == survey.of[0][bad];
  if (infinite || roundness(survey.x[bad]) > roundness(survey.x[good])) return {survey.x[bad], true};
  return {survey.x[good], false};
}

/// Where the last piece on a side ends, `good` being its outermost sample: at infinity, or at the edge of where f is a number.
double outer_end(const Subject& subject, Survey& survey, std::size_t good, int side) {
  const double end = side * infinity;
  const std::size_t rim = side < 0 ? 0 : survey.x.size() - 1;
  if (good == rim || overflows(subject, survey, good)) return end;
  const std::size_t next = side < 0 ? good - 1 : good + 1;
  const double y = survey.of[0][next];
  if (y == y && survey.of[0][rim] == survey.of[0][rim]) return end;  // infinite all the way
  const Edge edge = edge_of(subject, survey, good, next);
  survey.gaps.push_back(side < 0 ? Interval{end, edge.x, false, edge.out} : Interval{edge.x, end, edge.out, false});
  return edge.x;
}

/// The pole that samples without a finite number tell of, from `first` to `last`: all over the way on which it overflows.
/// NaN where there is none.
double pole_of(const Subject& subject, const Survey& survey, std::size_t first, std::size_t last) {
  if (subject.form.defined) return nothing;
  const double low = survey.x[first];
  const double high = survey.x[last];
  const auto infinite = [&](std::size_t i) { return survey.of[0][i] == survey.of[0][i]; };
  const bool narrow = high - low < 1e-6;
  if (!infinite(first) || !infinite(last)) return nothing;
  for (std::size_t i = first; i <= last && !narrow; ++i) {
    if (!infinite(i)) return nothing;
  }
  if (first == last) return low;
  const auto from = std::lower_bound(survey.kinks.begin(), survey.kinks.end(), low);
  const auto to = std::upper_bound(survey.kinks.begin(), survey.kinks.end(), high);
  if (low <= 0 && high >= 0 && narrow) return 0;
  // Around 0 what is divided by may have underflowed before x did.
  if (from != to) return math::abs(from[(to - from) / 2]) < 1e-150 ? 0 : from[(to - from) / 2];
  return narrow ? low * 0.5 + high * 0.5 : nothing;
}

/// What is between two pieces: a pole, a gap, or where f overflows.
struct Hole {
  double from;
  double to;
};

Hole hole_of(const Subject& subject, Survey& survey, std::size_t first, std::size_t last) {
  const double pole = pole_of(subject, survey, first, last);
  if (pole == pole) {
    survey.poles.push_back(pole);
    return {pole, pole};
  }
  const auto begin = survey.of[0].begin();
  const auto is_nan = [](double y) { return y != y; };
  const auto end = begin + static_cast<std::ptrdiff_t>(last) + 1;
  const bool gap = std::any_of(begin + static_cast<std::ptrdiff_t>(first), end, is_nan);
  if (!gap) return {survey.x[first], survey.x[last]};
  const Edge left = edge_of(subject, survey, first - 1, first);
  const Edge right = edge_of(subject, survey, last + 1, last);
  survey.gaps.push_back({left.x, right.x, left.out, right.out});
  return {left.x, right.x};
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

int roundness(double x) { return std::countr_zero(math::bits(math::abs(x))); }

Point Subject::at(double x) const {
  Point point{};
  evaluate({&x, 1}, {&point.of[0], 1}, {&point.of[1], 1}, {&point.of[2], 1});
  return point;
}

Point point_at(const Subject& subject, const Survey& survey, double x) {
  const auto found = std::lower_bound(survey.x.begin(), survey.x.end(), x);
  if (found == survey.x.end() || *found != x) return subject.at(x);
  const auto i = static_cast<std::size_t>(found - survey.x.begin());
  return {{survey.of[0][i], survey.of[1][i], survey.of[2][i]}};
}

Survey surveyed(const Subject& subject) {
  Survey survey;
  find_kinks(subject, survey);
  std::vector<double> x = grid(subject);
  for (const double kink : survey.kinks) x.insert(x.end(), {below(kink), kink, above(kink)});
  sample(subject, survey, std::move(x));
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
    std::size_t next = i + 1;
    Hole hole{survey.x[i], survey.x[i]};
    if (!is_finite(y[i])) {
      while (next < end && !is_finite(y[next])) ++next;
      hole = hole_of(subject, survey, i, next - 1);
    }
    if (i > first) close(first, i - 1, from, hole.from);
    from = hole.to;
    first = next;
    i = next - 1;
    while (kink != survey.kinks.end() && *kink <= survey.x[next - 1]) ++kink;
  }
  const double to = outer_end(subject, survey, end - 1, 1);
  if (end > first) close(first, end - 1, from, to);
  std::sort(survey.gaps.begin(), survey.gaps.end(),
            [](const Interval& a, const Interval& b) { return a.from < b.from; });
  return survey;
}

}  // namespace activation::analysis
