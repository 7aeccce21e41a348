#include "approach.hpp"
#include "parts.hpp"

#include "../math/number.hpp"

#include <algorithm>

namespace activation::analysis {
namespace {

constexpr Quantity quantities[] = {Quantity::value, Quantity::gradient, Quantity::curvature};

/// Whether x may be one of the places but for what an ulp of it makes of a root.
bool is_next_to(const std::vector<double>& places, double x) {
  return std::any_of(places.begin(), places.end(),
                     [x](double place) { return math::abs(x - place) <= 1e-7 * (1 + math::abs(place)); });
}

/// f where a pole is passed: on both sides, as the samples next to it have it.
Jump pole(const Subject& subject, const Survey& survey, double x) {
  const double before = point_at(subject, survey, below(x)).of[0];
  const double after = point_at(subject, survey, above(x)).of[0];
  return {x, Quantity::value, sign_of(before) * infinity, sign_of(after) * infinity};
}

/// The two sides of a place.
struct Approaches {
  Approach left;
  Approach right;
};

bool endless(const Approaches& sides, std::size_t q) {
  return math::abs(sides.left.limit.of[q]) == infinity || math::abs(sides.right.limit.of[q]) == infinity;
}

/// Whether f is a number at a place, and another than where both sides go.
bool apart(const Approaches& sides, double y) {
  return math::abs(sides.left.limit.of[0] - y) > sides.left.rest.of[0] + sides.right.rest.of[0];
}

/// What jumps at a kink, if anything does. `near` is null where looking nearer would take too long, or everything is known.
bool jump_at(const Subject& subject, const Survey& survey, double kink, const Approaches* near, Jump& jump) {
  const Sides sides = sides_of(subject, survey, kink);
  for (const Quantity quantity : quantities) {
    const auto q = static_cast<std::size_t>(quantity);
    const bool value = quantity == Quantity::value;
    const double before = sides.before.of[q];
    const double after = sides.after.of[q];
    // A slope that is beyond all bounds, be it on both sides the same way.
    const bool steep = near && !value && endless(*near, q);
    const bool lone = value && differ(before, sides.at.of[0], kink);
    if (!lone && !differ(before, after, kink) && !steep) continue;
    // Roots of |x - 1| are still 1e-8 at the doubles next to 1.
    const bool closes = near && meet(near->left, near->right, quantity) && !(value && apart(*near, sides.at.of[0]));
    if (closes) continue;
    if (before != before || after != after) return false;
    const auto led = [&](double y, const Approach* side) {
      // Next to a pole a double comes no farther than some 1e15.
      if (value && math::abs(y) > 1e14) return sign_of(y) * infinity;
      if (!side) return y;
      const double limit = side->limit.of[q];
      const bool late = side->rest.of[q] > 1e-12 * std::max(math::abs(before), math::abs(after));
      return (!value && math::abs(limit) == infinity) || late ? limit : y;
    };
    jump = {kink, quantity, led(before, near ? &near->left : nullptr), led(after, near ? &near->right : nullptr)};
    return true;
  }
  return false;
}

/// Whether the samples next to a place go anywhere: waves that crowd seem to jump everywhere.
bool goes(const Approaches& sides, Quantity quantity) {
  const auto q = static_cast<std::size_t>(quantity);
  return sides.left.limit.of[q] == sides.left.limit.of[q] && sides.right.limit.of[q] == sides.right.limit.of[q];
}

/// A jump that no one told of, at a turn with both sides far from 0.
bool jump_at(const Subject& subject, const Survey& survey, const Turn& turn, Quantity quantity, Jump& jump) {
  const double x = turn.x;
  const Approaches near{approached(subject, x, -1), approached(subject, x, 1)};
  if (!subject.exact && (!goes(near, quantity) || meet(near.left, near.right, quantity))) return false;
  if (!subject.exact && quantity == Quantity::curvature && endless(near, 1)) {
    const auto infinite = [](const Approach& side) { return sign_of(side.limit.of[1]) * infinity; };
    jump = {x, Quantity::gradient, infinite(near.left), infinite(near.right)};
    return true;
  }
  const auto q = static_cast<std::size_t>(quantity);
  const double low = subject.at(below(x)).of[q];
  const double high = subject.at(above(x)).of[q];
  const double nearby = math::abs(survey.of[q][turn.left]) + math::abs(survey.of[q][turn.right]);
  const bool far = std::max(math::abs(low), math::abs(high)) > 1e6 * nearby;
  jump = {x, quantity, far ? sign_of(low) * infinity : low, far ? sign_of(high) * infinity : high};
  return true;
}

}  // namespace

Sides sides_of(const Subject& subject, const Survey& survey, double kink) {
  const double left = below(kink);
  const double right = above(kink);
  Sides sides{point_at(subject, survey, left), point_at(subject, survey, kink), point_at(subject, survey, right)};
  for (Point* side : {&sides.before, &sides.after}) {
    const double step = side == &sides.before ? kink - left : kink - right;
    for (std::size_t q = 0; q < 2; ++q) {
      if (is_finite(side->of[q + 1])) side->of[q] += step * side->of[q + 1];
    }
  }
  return sides;
}

bool differ(double before, double after, double x) {
  if (before == after) return false;
  if (before != before || after != after) return before == before || after == after;
  if (!is_finite(before) || !is_finite(after)) return true;
  const double scale = std::max(math::abs(before), math::abs(after));
  return math::abs(before - after) > std::max({scale * 1e-9, math::abs(x) * 1e-14, 1e-150});
}

void find_jumps(const Subject& subject, const Survey& survey, Analysis& analysis) {
  std::vector<Jump>& jumps = analysis.jumps;
  for (const double x : survey.poles) jumps.push_back(pole(subject, survey, x));
  // Of built-in functions the two doubles next to a kink tell all.
  const double work = 8 * static_cast<double>(survey.kinks.size() * subject.steps);
  const bool closely = !subject.exact && work <= much_work;
  Jump one{};
  for (const double kink : survey.kinks) {
    if (is_next_to(survey.poles, kink)) continue;
    Approaches near{};
    if (closely) near = {approached(subject, kink, -1), approached(subject, kink, 1)};
    if (jump_at(subject, survey, kink, closely ? &near : nullptr, one)) jumps.push_back(one);
  }
  // What no one told of shows where a sign changes and both sides are far from 0.
  for (const Quantity quantity : quantities) {
    bool cut = false;
    for (const Turn& turn : turns_of(subject, survey, quantity, 0, cut)) {
      const auto known = [&turn](const Jump& jump) { return math::abs(jump.x - turn.x) <= 1e-9 * math::abs(turn.x); };
      if (!turn.jumps || std::any_of(jumps.begin(), jumps.end(), known)) continue;
      if (jump_at(subject, survey, turn, quantity, one)) jumps.push_back(one);
    }
  }
  std::sort(jumps.begin(), jumps.end(), [](const Jump& a, const Jump& b) { return a.x < b.x; });
  if (survey.kinks_endless) analysis.endless = true;

  Smoothness smoothness = Smoothness::c2_or_more;
  for (const Jump& jump : jumps) {
    smoothness = std::min(smoothness, static_cast<Smoothness>(static_cast<int>(jump.quantity)));
  }
  // A cusp: the slope is beyond all bounds where f is not, and goes on on the other side.
  std::vector<double> edges;
  for (const Interval& gap : survey.gaps) edges.insert(edges.end(), {gap.from, gap.to});
  for (std::size_t i = 0; i < survey.x.size(); ++i) {
    const double slope = math::abs(survey.of[1][i]);
    // An infinite slope may be one that overflows on its way.
    const bool steep =
        slope > 1e30 && slope < infinity && math::abs(survey.of[2][i]) > slope && math::abs(survey.of[0][i]) < 1e10;
    if (steep && math::abs(survey.x[i]) <= 50 && !subject.form.smooth && !is_next_to(edges, survey.x[i]))
      smoothness = std::min(smoothness, Smoothness::c0);
  }
  analysis.smoothness_sure = {false, 1e-9};
  if (subject.form.smooth && smoothness == Smoothness::c2_or_more) {
    smoothness = Smoothness::infinite;
    analysis.smoothness_sure = {true, 0};
  }
  analysis.smoothness = smoothness;
}

}  // namespace activation::analysis
