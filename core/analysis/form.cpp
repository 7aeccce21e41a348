#include "form.hpp"

#include "elementary_forms.hpp"

#include "../math/doubles.hpp"

#include <algorithm>
#include <utility>

namespace activation::analysis {
namespace {

using formula::Ast;
using formula::Elementary;
using formula::Id;
using formula::Node;
using formula::Op;

using math::infinity;
using math::is_finite;

constexpr double unknown = math::nothing;

bool positive(const Form& a) { return a.low > 0 || (a.low == 0 && a.above_low); }
bool negative(const Form& a) { return a.high < 0 || (a.high == 0 && a.below_high); }

/// A bound that has been rounded: a little farther out, unless it is a whole number, which the arithmetic below gets
/// right as long as it is small.
double outward(double bound, double direction) {
  if (!is_finite(bound) || (math::abs(bound) < 0x1p50 && math::nearest(bound) == bound)) return bound;
  return bound + direction * (math::abs(bound) * 0x1p-50 + 0x1p-1000);
}

Form constant(double value) {
  Form form;
  if (!is_finite(value)) return form;
  form.even = form.rising = form.falling = form.defined = form.smooth = form.steady = true;
  form.odd = value == 0;
  form.low = form.high = form.left = form.right = value;
  return form;
}

Form negated(Form a) {
  std::swap(a.rising, a.falling);
  std::swap(a.rising_apart, a.falling_apart);
  std::swap(a.low, a.high);
  std::swap(a.above_low, a.below_high);
  a.low = 0 - a.low;  // not -0
  a.high = 0 - a.high;
  a.left = 0 - a.left;
  a.right = 0 - a.right;
  return a;
}

Form sum(const Form& a, const Form& b) {
  Form form;
  form.even = a.even && b.even;
  form.odd = a.odd && b.odd;
  form.rising = a.rising && b.rising;
  form.falling = a.falling && b.falling;
  form.defined = a.defined && b.defined;
  form.smooth = a.smooth && b.smooth;
  form.steady = a.steady && b.steady;
  form.low = outward(a.low + b.low, -1);
  form.high = outward(a.high + b.high, 1);
  form.above_low = a.above_low || b.above_low;
  form.below_high = a.below_high || b.below_high;
  form.left = a.left + b.left;  // NaN for infinity - infinity
  form.right = a.right + b.right;
  return form;
}

/// 0 times a bound that may be infinite is 0: the factor 0 is attained, the infinity is not.
double bound_product(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

double limit_product(double a, double b, const Form& fa, const Form& fb) {
  const bool bounded_a = is_finite(fa.low) && is_finite(fa.high);
  const bool bounded_b = is_finite(fb.low) && is_finite(fb.high);
  if ((a == 0 && bounded_b) || (b == 0 && bounded_a)) return 0;
  return a * b;
}

Form product(const Form& a, const Form& b, bool square) {
  Form form;
  form.even = (a.even && b.even) || (a.odd && b.odd) || (square && (a.even || a.odd));
  form.odd = (a.even && b.odd) || (a.odd && b.even);
  const bool up = a.low >= 0 && b.low >= 0;
  const bool down = a.high <= 0 && b.high <= 0;
  form.rising = (up && a.rising && b.rising) || (down && a.falling && b.falling);
  form.falling = (up && a.falling && b.falling) || (down && a.rising && b.rising);
  for (const auto& [c, d] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    if (!c->constant() || !c->defined || (c->low < 0 && c->high > 0)) continue;
    form.rising = c->low >= 0 ? d->rising : d->falling;
    form.falling = c->low >= 0 ? d->falling : d->rising;
    if (c->low == 0 && c->high == 0) form.rising = form.falling = d->defined;
  }
  form.defined = a.defined && b.defined;
  form.smooth = a.smooth && b.smooth;
  form.steady = a.steady && b.steady;
  const double ends[4] = {bound_product(a.low, b.low), bound_product(a.low, b.high), bound_product(a.high, b.low),
                          bound_product(a.high, b.high)};
  form.low = outward(*std::min_element(ends, ends + 4), -1);
  form.high = outward(*std::max_element(ends, ends + 4), 1);
  if (square) form.low = std::max(form.low, 0.0);
  for (const auto& [c, d] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    if (!c->constant() || !c->defined) continue;
    if (c->low > 0) form.above_low = d->above_low, form.below_high = d->below_high;
    if (c->high < 0) form.above_low = d->below_high, form.below_high = d->above_low;
  }
  if (form.low == 0 && ((positive(a) && positive(b)) || (negative(a) && negative(b)))) form.above_low = true;
  if (form.high == 0 && ((positive(a) && negative(b)) || (negative(a) && positive(b)))) form.below_high = true;
  form.left = limit_product(a.left, b.left, a, b);
  form.right = limit_product(a.right, b.right, a, b);
  return form;
}

Form reciprocal(const Form& a) {
  Form form;
  const bool above = positive(a);
  const bool below = negative(a);
  form.even = a.even;
  form.odd = a.odd;
  if (!above && !below) {
    form.left = math::abs(a.left) == infinity ? 0 : unknown;
    form.right = math::abs(a.right) == infinity ? 0 : unknown;
    return form;
  }
  form.rising = a.falling;
  form.falling = a.rising;
  form.defined = a.defined;
  form.smooth = a.smooth;
  form.steady = a.steady;
  form.low = a.high == 0 ? -infinity : outward(1 / a.high, -1);
  form.high = a.low == 0 ? infinity : outward(1 / a.low, 1);
  form.above_low = a.below_high || !is_finite(a.high);
  form.below_high = a.above_low || !is_finite(a.low);
  const double zero = above ? infinity : -infinity;
  form.left = a.left == 0 ? zero : 1 / a.left;
  form.right = a.right == 0 ? zero : 1 / a.right;
  return form;
}

/// a^n by the rules for products.
Form whole_power(const Form& a, double n) {
  if (n == 0) return constant(1);
  if (n < 0) return reciprocal(whole_power(a, -n));
  const bool is_even = math::nearest(n / 2) * 2 == n;
  Form form = a;
  const auto raised = [n](double x) { return math::abs(x) == infinity || x == 0 || math::abs(x) == 1 || n == 1; };
  const auto value = [&](double x) {
    if (!raised(x)) return x < 1 && x > -1 ? 0.0 : infinity;  // no more is needed of the others
    return is_even ? math::abs(x) : x;
  };
  const auto limit = [&](double x) { return raised(x) ? (is_even ? math::abs(x) : x) : unknown; };
  form.left = limit(a.left);
  form.right = limit(a.right);
  if (!is_even) {
    form.low = raised(a.low) ? a.low : (a.low >= 0 ? 0 : -infinity);
    form.high = raised(a.high) ? a.high : (a.high <= 0 ? 0 : infinity);
    form.above_low = form.low == a.low ? a.above_low : positive(a);
    form.below_high = form.high == a.high ? a.below_high : negative(a);
    return form;
  }
  form.even = a.even || a.odd;
  form.odd = false;
  form.rising_apart = form.falling_apart = false;  // it may turn between conditions
  form.rising = (a.low >= 0 && a.rising) || (a.high <= 0 && a.falling);
  form.falling = (a.low >= 0 && a.falling) || (a.high <= 0 && a.rising);
  form.low = 0;
  form.high = std::max(value(a.low), value(a.high));
  if (is_finite(form.high) && form.high < 1) form.high = 1;
  form.above_low = positive(a) || negative(a);
  form.below_high = false;
  return form;
}

Form power(const Form& a, const Form& b) {
  if (b.constant() && b.defined && b.low == b.high) {
    const double n = b.low;
    if (math::abs(n) < 0x1p50 && math::nearest(n) == n) return whole_power(a, n);
    Form form;
    if (!positive(a)) return form;
    form.even = a.even;
    form.rising = n > 0 ? a.rising : a.falling;
    form.falling = n > 0 ? a.falling : a.rising;
    form.defined = a.defined;
    form.smooth = a.smooth;
    form.steady = a.steady;
    form.low = 0;
    form.above_low = true;
    return form;
  }
  if (a.constant() && a.defined && a.low == a.high && a.low > 0 && a.low != 1) {
    // c^b = e^(b ln c)
    return composed(elementary_form(Elementary::exp), product(constant(a.low > 1 ? 1 : -1), b, false));
  }
  Form form;
  if (positive(a)) {
    form.even = a.even && b.even;
    form.defined = a.defined && b.defined;
    form.smooth = a.smooth && b.smooth;
    form.steady = a.steady && b.steady;
    form.low = 0;
    form.above_low = true;
  }
  return form;
}

Form of_two(Elementary which, const Form& a, const Form& b) {
  Form form;
  const bool least = which == Elementary::min;
  form.even = a.even && b.even;
  form.rising = a.rising && b.rising;
  form.falling = a.falling && b.falling;
  form.defined = a.defined && b.defined;
  form.steady = a.steady && b.steady;
  form.low = least ? std::min(a.low, b.low) : std::max(a.low, b.low);
  form.high = least ? std::min(a.high, b.high) : std::max(a.high, b.high);
  const auto limit = [least](double x, double y) {
    if (x != x || y != y) return unknown;
    return least ? std::min(x, y) : std::max(x, y);
  };
  form.left = limit(a.left, b.left);
  form.right = limit(a.right, b.right);
  return form;
}

/// One of two: what both have, and the limits where the condition is about x beyond all bounds.
Form choice(const Ast& ast, const std::vector<Form>& forms, const Node& node) {
  const Form& yes = forms[node.arguments[1]];
  const Form& no = forms[node.arguments[2]];
  const Form& condition = forms[node.arguments[0]];
  Form form;
  form.even = yes.even && no.even && condition.even;
  form.odd = yes.odd && no.odd && condition.even;
  form.defined = yes.defined && no.defined;
  form.rising_apart = (yes.rising || yes.rising_apart) && (no.rising || no.rising_apart);
  form.falling_apart = (yes.falling || yes.falling_apart) && (no.falling || no.falling_apart);
  form.low = std::min(yes.low, no.low);
  form.high = std::max(yes.high, no.high);
  form.above_low = (yes.low > form.low || yes.above_low) && (no.low > form.low || no.above_low);
  form.below_high = (yes.high < form.high || yes.below_high) && (no.high < form.high || no.below_high);
  const Node& test = ast[node.arguments[0]];
  if (test.op < Op::less || test.op > Op::greater_equal) return form;
  const Form difference = sum(forms[test.arguments[0]], negated(forms[test.arguments[1]]));
  const bool greater = test.op == Op::greater || test.op == Op::greater_equal;
  const auto taken = [&](double limit, double of_yes, double of_no) {
    if (limit != limit || limit == 0) return unknown;
    return (limit > 0) == greater ? of_yes : of_no;
  };
  form.left = taken(difference.left, yes.left, no.left);
  form.right = taken(difference.right, yes.right, no.right);
  return form;
}

bool opposite(const Form& low, const Form& high) {
  return low.constant() && high.constant() && low.low == low.high && high.low == high.high && low.low == -high.low;
}

Form clipped(const Form& a, const Form& low, const Form& high) {
  Form form = of_two(Elementary::min, of_two(Elementary::max, a, low), high);
  form.odd = a.odd && opposite(low, high);
  return form;
}

Form call_of(const Ast& ast, const std::vector<Form>& forms, const Node& node) {
  const auto which = static_cast<Elementary>(node.index);
  const Form& a = forms[node.arguments[0]];
  if (which == Elementary::min || which == Elementary::max) {
    const Form& b = forms[node.arguments[1]];
    const Node& inner = ast[node.arguments[0]];
    const bool is_clip =
        which == Elementary::min && inner.op == Op::call && static_cast<Elementary>(inner.index) == Elementary::max;
    if (is_clip) return clipped(forms[inner.arguments[0]], forms[inner.arguments[1]], b);
    return of_two(which, a, b);
  }
  if (which == Elementary::clip) return clipped(a, forms[node.arguments[1]], forms[node.arguments[2]]);
  return elementary_of(which, a);
}

Form activation_of(const std::vector<Form>& forms, const Node& node) {
  std::vector<double> parameters;
  for (std::size_t i = 1; i < node.count; ++i) {
    const Form& parameter = forms[node.arguments[i]];
    if (!(parameter.constant() && parameter.low == parameter.high)) return {};
    parameters.push_back(parameter.low);
  }
  return composed(form_of(std::size_t{node.index}, parameters), forms[node.arguments[0]]);
}

Form form_at(const Ast& ast, const Node& node, const std::vector<Form>& forms, std::span<const double> parameters) {
  const auto argument = [&](std::size_t i) -> const Form& { return forms[node.arguments[i]]; };
  const bool same = node.count == 2 && node.arguments[0] == node.arguments[1];
  switch (node.op) {
    case Op::number: return constant(node.number);
    case Op::pi: return constant(math::pi);
    case Op::e: return constant(math::euler);
    case Op::parameter: return node.index < parameters.size() ? constant(parameters[node.index]) : Form{};
    case Op::variable: return elementary_identity();
    case Op::negate: return negated(argument(0));
    case Op::add: return sum(argument(0), argument(1));
    case Op::subtract: return same ? Form{} : sum(argument(0), negated(argument(1)));
    case Op::multiply: return product(argument(0), argument(1), same);
    case Op::divide: return product(argument(0), reciprocal(argument(1)), false);
    case Op::power: return power(argument(0), argument(1));
    case Op::choose: return choice(ast, forms, node);
    case Op::call: return call_of(ast, forms, node);
    case Op::activation: return activation_of(forms, node);
    default: {
      // A condition: 0 or 1.
      Form form;
      form.even = true;
      for (std::size_t i = 0; i < node.count; ++i) form.even = form.even && argument(i).even;
      form.defined = true;
      form.low = 0;
      form.high = 1;
      return form;
    }
  }
}

}  // namespace

Form form_of(const Ast& ast, Id root, std::span<const double> parameters) {
  std::vector<Form> forms;
  forms.reserve(root + 1);
  for (Id id = 0; id <= root; ++id) {
    const Node& node = ast[id];
    Form form = form_at(ast, node, forms, parameters);
    if (!form.constant()) {
      for (std::size_t i = 0; i < node.count; ++i) form.wave = form.wave || forms[node.arguments[i]].wave;
    }
    forms.push_back(form);
  }
  return forms[root];
}

}  // namespace activation::analysis
