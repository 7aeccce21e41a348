#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

constexpr std::size_t most_parts = 16;

/// Makes room in an interval for a number, which f takes or only comes near.
void include(Interval& part, double y, bool attained) {
  if (y != y) return;
  // Next to a limit results round to it; what is no more than that does not move the end.
  if (y < part.from || (y == part.from && attained)) {
    part.from_closed = attained && is_finite(y);
    part.from = y;
  }
  if (y > part.to || (y == part.to && attained)) {
    part.to_closed = attained && is_finite(y);
    part.to = y;
  }
}

bool close_to(double a, double b) {
  return a == b || (is_finite(a - b) && math::abs(a - b) <= 1e-13 * std::max(math::abs(a), math::abs(b)));
}

bool jumps_at(const Analysis& analysis, double x) {
  return std::any_of(analysis.jumps.begin(), analysis.jumps.end(),
                     [x](const Jump& jump) { return jump.x == x && jump.quantity == Quantity::value; });
}

/// The numbers that f takes in a piece: those of its turns, and its ends as limits.
Interval image(const Subject& subject, const Survey& survey, const Analysis& analysis, const Piece& piece,
               const std::vector<Turn>& turns, bool cut) {
  Interval part{infinity, -infinity, false, false};
  const std::vector<double>& y = survey.of[0];
  if (piece.flat[1]) return {y[piece.first], y[piece.first], true, true};
  // Strictly monotonic between the turns: the samples there are inside, and only tell how far an endless wave goes.
  for (const Turn& turn : turns) {
    if (turn.left < piece.first || turn.right > piece.last) continue;
    const double at = subject.at(turn.x).of[0];
    const double nearby = math::abs(y[turn.left]) + math::abs(y[turn.right]);
    if (math::abs(at) > 1e6 * nearby + 1e-300) {
      include(part, sign_of(at) * infinity, false);
    } else {
      include(part, at, true);
    }
  }
  const auto end = [&](double x, double limit, bool left) {
    const double outermost = y[left ? piece.first : piece.last];
    if (!is_finite(x)) {
      // Without a limit the outermost sample says how far it came, on its way or swinging.
      const bool far = math::abs(outermost) > endless_size(subject);
      include(part, limit == limit ? limit : far ? sign_of(outermost) * infinity : outermost, limit != limit);
    } else if (const double y_at = point_at(subject, survey, x).of[0]; is_finite(y_at) && !jumps_at(analysis, x)) {
      include(part, y_at, true);
    } else {
      const Sides sides = sides_of(subject, survey, x);
      const double led = left ? sides.after.of[0] : sides.before.of[0];
      const bool far = math::abs(led) > 1e14;  // a pole, see find_jumps()
      // A logarithm comes no farther than -745. Next to 0 a limit of 0 is subnormal.
      const bool endless = far || math::abs(y_at) == infinity;
      const bool fades = x == 0 && math::abs(led) < 1e-290;
      include(part,
              endless          ? sign_of(far ? led : y_at) * infinity
              : fades          ? 0
              : is_finite(led) ? led
                               : outermost,
              false);
    }
  };
  end(piece.from, analysis.left.limit.number, true);
  end(piece.to, analysis.right.limit.number, false);
  for (const Jump& jump : analysis.jumps) {
    if (jump.quantity != Quantity::value || jump.x < piece.from || jump.x > piece.to) continue;
    if (!is_finite(jump.before) && jump.x > piece.from) include(part, jump.before, false);
    if (!is_finite(jump.after) && jump.x < piece.to) include(part, jump.after, false);
  }
  double least = infinity;
  double greatest = -infinity;
  for (std::size_t i = piece.first; i <= piece.last; ++i) {
    least = std::min(least, y[i]);
    greatest = std::max(greatest, y[i]);
  }
  if (cut) {
    // Waves: beyond what is listed the samples alone tell.
    if (least < part.from && !close_to(least, part.from))
      include(part, least < -endless_size(subject) ? -infinity : least, true);
    if (greatest > part.to && !close_to(greatest, part.to))
      include(part, greatest > endless_size(subject) ? infinity : greatest, true);
  }
  return part;
}

/// The union, sorted, ends that are rounding apart being one.
std::vector<Interval> joined(std::vector<Interval> parts) {
  std::sort(parts.begin(), parts.end(), [](const Interval& a, const Interval& b) {
    return a.from < b.from || (a.from == b.from && a.from_closed > b.from_closed);
  });
  std::vector<Interval> whole;
  for (const Interval& part : parts) {
    if (!whole.empty()) {
      Interval& last = whole.back();
      const bool touches = close_to(part.from, last.to) && (part.from_closed || last.to_closed);
      if (part.from < last.to || touches) {
        if (close_to(part.from, last.from)) last.from_closed = last.from_closed || part.from_closed;
        if (close_to(part.to, last.to)) {
          last.to_closed = last.to_closed || part.to_closed;
        } else if (part.to > last.to) {
          last.to = part.to;
          last.to_closed = part.to_closed;
        }
        continue;
      }
    }
    whole.push_back(part);
  }
  return whole;
}

/// From the least to the greatest of all that is known of f.
Interval bounds_of(const std::vector<Interval>& range, const Survey& survey, const Analysis& analysis) {
  Interval bounds = range.front();
  bounds.to = range.back().to;
  bounds.to_closed = range.back().to_closed;
  if (!survey.kinks_endless) return bounds;
  for (const double y : survey.of[0]) {
    if (is_finite(y)) include(bounds, y, true);
  }
  for (const End& end : {analysis.left, analysis.right}) include(bounds, end.limit.number, false);
  return bounds;
}

void keep_next_to_0(std::vector<Interval>& range, bool& endless) {
  if (range.size() <= most_parts) return;
  endless = true;
  const auto distance = [](const Interval& part) { return std::max({part.from, -part.to, 0.0}); };
  std::stable_sort(range.begin(), range.end(),
                   [&](const Interval& a, const Interval& b) { return distance(a) < distance(b); });
  range.resize(most_parts);
  std::sort(range.begin(), range.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
}

}  // namespace

void find_range(const Subject& subject, const Survey& survey, Analysis& analysis) {
  bool cut = false;
  const std::vector<Turn> turns = turns_of(subject, survey, Quantity::gradient, 0, cut);
  std::vector<Interval> parts;
  for (const Piece& piece : survey.pieces) {
    // Beyond the kinks that are listed a slope of 0 is that of a stair, not of a constant.
    const bool unknown = survey.kinks_endless && piece.flat[1] && !is_finite(piece.to - piece.from);
    if (!unknown) parts.push_back(image(subject, survey, analysis, piece, turns, cut));
  }
  for (const double kink : survey.kinks) {
    const double y = point_at(subject, survey, kink).of[0];
    const bool pole = math::abs(y) > 1e14 && jumps_at(analysis, kink);
    if (is_finite(y) && !pole) parts.push_back({y, y, true, true});
  }
  std::vector<Interval> range = joined(std::move(parts));
  if (!range.empty()) analysis.range_bounds = bounds_of(range, survey, analysis);
  keep_next_to_0(range, analysis.range_endless);
  analysis.range_sure = {false, subject.exact ? 0x1p-51 : cut ? 1e-3 : 1e-12};
  if (!range.empty()) {
    // Bounds that the form has are bounds, and their ends, being limits, are reached or not for sure.
    Interval& low = range.front();
    Interval& high = range.back();
    const Form& form = subject.form;
    const bool low_proved = form.low == low.from || close_to(form.low, low.from);
    const bool high_proved = form.high == high.to || close_to(form.high, high.to);
    if (low_proved && form.above_low) low.from_closed = false;
    if (high_proved && form.below_high) high.to_closed = false;
    const bool approached = low.from == form.left || low.from == form.right || low.from_closed;
    const bool approached_too = high.to == form.left || high.to == form.right || high.to_closed;
    // That nothing between them is left out is sure where nothing jumps.
    const bool whole = range.size() == 1 && (form.steady || subject.exact);
    if (whole && low_proved && high_proved && approached && approached_too) analysis.range_sure = {true, 0};
  }
  analysis.range = std::move(range);
}

}  // namespace activation::analysis
