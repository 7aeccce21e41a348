#include "approach.hpp"
#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>
#include <utility>

namespace activation::analysis {
namespace {

/// Whether the slope does, next to an edge of where f is a number.
bool grows_endlessly(const Subject& subject, double edge, int side) {
  return math::abs(approached(subject, edge, side).limit.of[1]) == infinity;
}

void find_lipschitz(const Subject& subject, const Survey& survey, Analysis& analysis) {
  for (const Jump& jump : analysis.jumps) {
    const bool endless = !is_finite(jump.before) || !is_finite(jump.after);
    if (jump.quantity == Quantity::value || (jump.quantity == Quantity::gradient && endless)) return;
  }
  for (const Interval& gap : survey.gaps) {
    if (is_finite(gap.from) && grows_endlessly(subject, gap.from, -1)) return;
    if (is_finite(gap.to) && grows_endlessly(subject, gap.to, 1)) return;
  }
  double most = -1;
  double at = nothing;
  const auto note = [&](double slope, double x) {
    const double size = math::abs(slope);
    // Of several the one next to 0, since waves have many.
    const bool again = size >= most * (1 - 1e-13) && math::abs(x) < math::abs(at);
    if (!(size > most * (1 + 1e-13)) && !again) return;
    most = std::max(most, size);
    at = x;
  };
  bool cut = false;
  for (const Turn& turn : turns_of(subject, survey, Quantity::curvature, 0, cut)) {
    note(subject.at(turn.x).of[1], turn.x);
  }
  for (const double kink : survey.kinks) {
    const Sides sides = sides_of(subject, survey, kink);
    note(sides.before.of[1], kink);
    note(sides.after.of[1], kink);
  }
  // On a straight piece it is the same everywhere: next to 0, or next to its end that is nearest.
  for (const Piece& piece : survey.pieces) {
    if (piece.flat[2]) note(survey.of[1][piece.first], std::min(std::max(0.0, piece.from), piece.to));
  }
  const double attained = most;
  for (const Piece& piece : survey.pieces) {
    for (std::size_t i = piece.first; i <= piece.last; ++i) {
      // Next to the largest one samples are as large as it, but for rounding.
      if (math::abs(survey.of[1][i]) > most * (1 + 1e-13)) note(survey.of[1][i], survey.x[i]);
    }
  }
  for (const auto& [end, x] : {std::pair{&analysis.left, -infinity}, std::pair{&analysis.right, infinity}}) {
    if (end->growth == Growth::faster) return;
    const double slope = math::abs(end->slope.number);
    if (slope >= most * (1 - 1e-13) && slope > attained * (1 + 1e-13)) {
      most = slope;
      at = x;
    }
  }
  if (most < 0 || !(most < 1e30)) return;
  analysis.lipschitz = {most, {false, subject.exact ? 0x1p-51 : 1e-12}};
  analysis.lipschitz_at = at;
}

/// Where |f'| passes the level.
struct Gate {
  double x;
  bool enters;  ///< below it on the right
  std::size_t left;
  std::size_t right;
};

void find_saturation(const Subject& subject, const Survey& survey, Analysis& analysis) {
  constexpr double level = Analysis::saturation_below;
  bool cut = false;
  std::vector<Gate> gates;
  for (const double side : {1.0, -1.0}) {
    for (const Turn& turn : turns_of(subject, survey, Quantity::gradient, side * level, cut)) {
      if (cut && turn.jumps) return;  // waves that crowd
      gates.push_back({turn.x, turn.before * side > 0, turn.left, turn.right});
    }
  }
  std::sort(gates.begin(), gates.end(), [](const Gate& a, const Gate& b) { return a.x < b.x; });
  std::vector<Interval>& found = analysis.saturation;
  const auto add = [&found](double from, double to) {
    if (!found.empty() && found.back().to == from) {
      found.back().to = to;
    } else {
      found.push_back({from, to, false, false});
    }
  };
  for (const Piece& piece : survey.pieces) {
    double from = piece.from;
    bool inside = piece.flat[1] || math::abs(survey.of[1][piece.first]) < level;
    bool known = !cut;  // of waves only what is between two gates is
    for (const Gate& gate : gates) {
      if (gate.left < piece.first || gate.right > piece.last) continue;
      if (!gate.enters && inside && known) add(from, gate.x);
      inside = gate.enters;
      from = gate.x;
      known = true;
    }
    if (inside && !cut) add(from, piece.to);
  }
  analysis.endless = analysis.endless || cut;
}

}  // namespace

void find_slopes(const Subject& subject, const Survey& survey, Analysis& analysis) {
  find_lipschitz(subject, survey, analysis);
  find_saturation(subject, survey, analysis);
}

}  // namespace activation::analysis
