#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

double nearer(const Survey& survey, const Bracket& bracket) {
  return std::min(math::abs(survey.x[bracket.left]), math::abs(survey.x[bracket.right]));
}

/// Going outward from 0, the first bracket that follows another too closely ends what the samples can tell apart.
void keep_resolved(std::vector<Bracket>& found, const Survey& survey, bool& cut) {
  if (found.size() <= most_places) return;
  const auto middle = std::find_if(found.begin(), found.end(), [&](const Bracket& b) { return survey.x[b.right] > 0; });
  const auto closely = [](const Bracket& a, const Bracket& b) { return b.left < a.right + 3; };
  auto end = middle;
  while (end != found.end() && (end == middle || !closely(end[-1], *end))) ++end;
  auto begin = middle;
  while (begin != found.begin() && (begin == middle || !closely(begin[-1], *begin))) --begin;
  cut = true;
  std::vector<Bracket> kept(begin, end);
  std::sort(kept.begin(), kept.end(),
            [&](const Bracket& a, const Bracket& b) { return nearer(survey, a) < nearer(survey, b); });
  if (kept.size() > most_places) kept.resize(most_places);
  std::sort(kept.begin(), kept.end(), [](const Bracket& a, const Bracket& b) { return a.left < b.left; });
  found = std::move(kept);
}

/// Whether the sign of a sample says something: above rounding, and nothing on the way to it has overflowed.
bool tells(double y, double floor) { return math::abs(y) > floor && is_finite(y); }

/// The signs of f' at the ends of a piece: 0 where it is flat.
int first_sign(const Survey& survey, const Piece& piece, std::size_t q) {
  if (piece.flat[q]) return 0;
  for (std::size_t i = piece.first; i <= piece.last; ++i) {
    if (tells(survey.of[q][i], piece.floor[q])) return sign_of(survey.of[q][i]);
  }
  return 0;
}
int last_sign(const Survey& survey, const Piece& piece, std::size_t q) {
  if (piece.flat[q]) return 0;
  for (std::size_t i = piece.last + 1; i-- > piece.first;) {
    if (tells(survey.of[q][i], piece.floor[q])) return sign_of(survey.of[q][i]);
  }
  return 0;
}

/// The quantity of the jump at x, or what comes after all of them: also where a slope is infinite on both sides alike.
int order_at(const Analysis& analysis, double x) {
  for (const Jump& jump : analysis.jumps) {
    if (jump.x == x && !(jump.quantity == Quantity::gradient && jump.before == jump.after))
      return static_cast<int>(jump.quantity);
  }
  return 3;
}

/// Waves of which more fit between two doubles than can be told apart: a turn that seems to jump where nothing does.
bool crowded(const Analysis& analysis, const Turn& turn) {
  return turn.jumps && std::none_of(analysis.jumps.begin(), analysis.jumps.end(),
                                    [&turn](const Jump& jump) { return jump.x == turn.x; });
}

void add_stretches(const Survey& survey, const std::vector<Turn>& turns, bool cut, Analysis& analysis) {
  std::vector<Stretch>& stretches = analysis.stretches;
  const auto add = [&](double from, double to, int sign) {
    const auto direction = static_cast<Direction>(sign);
    const bool joins = !stretches.empty() && stretches.back().to == from && stretches.back().direction == direction &&
                       order_at(analysis, from) > 0;
    if (joins) {
      stretches.back().to = to;
    } else {
      stretches.push_back({from, to, direction});
    }
  };
  for (const Piece& piece : survey.pieces) {
    double from = piece.from;
    int sign = first_sign(survey, piece, 1);
    bool whole = true;
    for (const Turn& turn : turns) {
      if (turn.left < piece.first || turn.right > piece.last) continue;
      // Of what was cut nothing is known beyond the turns that are listed.
      if (!cut || !whole || &turn != &turns.front()) add(from, turn.x, turn.before);
      from = turn.x;
      sign = -turn.before;
      whole = false;
    }
    if (!cut || (whole && turns.empty())) add(from, piece.to, sign);
  }
}

void add_extrema(const Subject& subject, const Survey& survey, const std::vector<Turn>& turns, Analysis& analysis) {
  for (const Turn& turn : turns) {
    if (order_at(analysis, turn.x) == 0 || crowded(analysis, turn)) continue;
    const double y = subject.at(turn.x).of[0];
    const double nearby = math::abs(survey.of[0][turn.left]) + math::abs(survey.of[0][turn.right]);
    if (is_finite(y) && math::abs(y) <= 1e6 * nearby + 1e-300) analysis.extrema.push_back({turn.x, y, turn.before > 0});
  }
  for (std::size_t i = 0; i + 1 < survey.pieces.size(); ++i) {
    const Piece& left = survey.pieces[i];
    const Piece& right = survey.pieces[i + 1];
    if (left.to != right.from || order_at(analysis, left.to) == 0) continue;
    const int before = last_sign(survey, left, 1);
    if (before * first_sign(survey, right, 1) >= 0) continue;
    const double y = point_at(subject, survey, left.to).of[0];
    if (is_finite(y)) analysis.extrema.push_back({left.to, y, before > 0});
  }
  std::sort(analysis.extrema.begin(), analysis.extrema.end(),
            [](const Extremum& a, const Extremum& b) { return a.x < b.x; });
}

/// Whether f is 0 at an edge of where it is a number: as small there as a square root, of what an ulp of x makes, can be.
bool vanishes(const Subject& subject, double edge, double y) {
  if (y == 0) return true;
  const double wide = std::max(math::abs(edge) * 0x1p-5, 0x1p-5);
  double nearby = 0;
  for (const double side : {-wide, wide}) {
    const double z = math::abs(subject.at(edge + side).of[0]);
    if (z == z) nearby = z;
  }
  return math::abs(y) <= 1e-6 * nearby;
}

void add_zeros(const Subject& subject, const Survey& survey, Analysis& analysis, bool& cut) {
  std::vector<Zeros> found;
  for (const Piece& piece : survey.pieces) {
    if (!piece.flat[0]) continue;
    const bool from_too = !is_finite(piece.from) || point_at(subject, survey, piece.from).of[0] == 0;
    const bool to_too = !is_finite(piece.to) || point_at(subject, survey, piece.to).of[0] == 0;
    found.push_back({from_too ? piece.from : above(piece.from), to_too ? piece.to : below(piece.to)});
  }
  for (const Turn& turn : turns_of(subject, survey, Quantity::value, 0, cut)) {
    if (!turn.jumps) found.push_back({turn.x, turn.x});
  }
  for (const double kink : survey.kinks) {
    if (point_at(subject, survey, kink).of[0] == 0) found.push_back({kink, kink});
  }
  for (const Piece& piece : survey.pieces) {
    if (piece.flat[0]) continue;
    for (const std::size_t i : {piece.first, piece.last}) {
      const double end = i == piece.first ? piece.from : piece.to;
      if (survey.x[i] == end && vanishes(subject, end, survey.of[0][i])) found.push_back({end, end});
    }
  }
  for (const Extremum& extremum : analysis.extrema) {
    // Touched: as small there as nothing else within a thirtieth.
    const double wide = std::max(math::abs(extremum.x) * 0x1p-5, 0x1p-5);
    const double nearby =
        math::abs(subject.at(extremum.x - wide).of[0]) + math::abs(subject.at(extremum.x + wide).of[0]);
    if (extremum.y == 0 || math::abs(extremum.y) <= 1e-13 * nearby) found.push_back({extremum.x, extremum.x});
  }
  std::sort(found.begin(), found.end(), [](const Zeros& a, const Zeros& b) { return a.from < b.from; });
  for (const Zeros& zeros : found) {
    if (!analysis.zeros.empty() && zeros.from <= analysis.zeros.back().to) {
      analysis.zeros.back().to = std::max(analysis.zeros.back().to, zeros.to);
    } else {
      analysis.zeros.push_back(zeros);
    }
  }
}

void add_inflections(const Subject& subject, const Survey& survey, Analysis& analysis, bool& cut) {
  for (const Turn& turn : turns_of(subject, survey, Quantity::curvature, 0, cut)) {
    if (order_at(analysis, turn.x) > 1 && !crowded(analysis, turn))
      analysis.inflections.push_back({turn.x, subject.at(turn.x).of[0]});
  }
  for (std::size_t i = 0; i + 1 < survey.pieces.size(); ++i) {
    const Piece& left = survey.pieces[i];
    const Piece& right = survey.pieces[i + 1];
    if (left.to != right.from || order_at(analysis, left.to) < 2) continue;
    if (last_sign(survey, left, 2) * first_sign(survey, right, 2) >= 0) continue;
    const double y = point_at(subject, survey, left.to).of[0];
    if (is_finite(y)) analysis.inflections.push_back({left.to, y});
  }
  std::sort(analysis.inflections.begin(), analysis.inflections.end(),
            [](const Inflection& a, const Inflection& b) { return a.x < b.x; });
}

void judge_monotonicity(const Subject& subject, const Survey& survey, Analysis& analysis) {
  bool rises = false;
  bool falls = false;
  const auto note = [&](int sign) {
    rises = rises || sign > 0;
    falls = falls || sign < 0;
  };
  for (const Piece& piece : survey.pieces) {
    note(first_sign(survey, piece, 1));
    note(last_sign(survey, piece, 1));
    if (!brackets(survey, piece, Quantity::gradient).empty()) rises = falls = true;
  }
  for (const Jump& jump : analysis.jumps) {
    if (jump.quantity != Quantity::value) continue;
    const double at = point_at(subject, survey, jump.x).of[0];
    note(sign_of(jump.after - jump.before));
    if (differ(jump.before, at, jump.x)) note(sign_of(at - jump.before));
    if (differ(at, jump.after, jump.x)) note(sign_of(jump.after - at));
  }
  analysis.monotonicity_sure = {false, subject.exact ? 0x1p-52 : 0x1p-48};
  const Form& form = subject.form;
  // Between the kinks it is sure, and at a kink three neighbours show it, to the last bit; where kinks were searched for,
  // one may be missing.
  bool rises_over = subject.exact && form.rising_apart;
  bool falls_over = subject.exact && form.falling_apart;
  for (const double kink : survey.kinks) {
    const double y[3] = {point_at(subject, survey, below(kink)).of[0], point_at(subject, survey, kink).of[0],
                         point_at(subject, survey, above(kink)).of[0]};
    rises_over = rises_over && y[0] <= y[1] && y[1] <= y[2];
    falls_over = falls_over && y[0] >= y[1] && y[1] >= y[2];
  }
  rises_over = form.rising || (rises_over && !survey.kinks_endless);
  falls_over = form.falling || (falls_over && !survey.kinks_endless);
  if (rises_over) falls = false;
  if (falls_over) rises = false;
  // That one that never falls rises somewhere is seen; that it does not, is not.
  if (rises != falls ? (rises ? rises_over : falls_over) : form.constant()) analysis.monotonicity_sure = {true, 0};
  analysis.monotonicity = rises ? (falls ? Monotonicity::none : Monotonicity::rising)
                                : (falls ? Monotonicity::falling : Monotonicity::constant);
}

}  // namespace

Sureness place_sureness(const Subject& subject) { return {false, subject.exact ? 0x1p-52 : 1e-12}; }

std::vector<Turn> turns_of(const Subject& subject, const Survey& survey, Quantity quantity, double level, bool& cut) {
  std::vector<Bracket> found;
  for (const Piece& piece : survey.pieces) {
    for (const Bracket& bracket : brackets(survey, piece, quantity, level)) found.push_back(bracket);
  }
  keep_resolved(found, survey, cut);
  const std::vector<Passing> passed = passings(subject, survey, quantity, found, level);
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < found.size(); ++i) {
    turns.push_back({passed[i].x, found[i].before, passed[i].jumps, found[i].left, found[i].right});
  }
  return turns;
}

void find_turns(const Subject& subject, const Survey& survey, Analysis& analysis) {
  bool cut = false;
  const std::vector<Turn> turns = turns_of(subject, survey, Quantity::gradient, 0, cut);
  add_stretches(survey, turns, cut, analysis);
  add_extrema(subject, survey, turns, analysis);
  add_zeros(subject, survey, analysis, cut);
  add_inflections(subject, survey, analysis, cut);
  judge_monotonicity(subject, survey, analysis);
  analysis.endless = analysis.endless || cut;
  analysis.places_sure = place_sureness(subject);
}

}  // namespace activation::analysis
