#include "simple.hpp"

#include "../math/doubles.hpp"
#include "joined.hpp"
#include "shortest.hpp"
#include "text/parse_double.hpp"

#include <algorithm>
#include <numeric>

// Products: a coefficient and powers of bases, each base once.

namespace activation::formula {
namespace {

using math::is_finite;
using math::is_whole;

constexpr double whole_limit = 0x1p53;

double size(double x) { return x < 0 ? -x : x; }
bool is_even(double x) { return is_whole(x) && is_whole(x / 2); }

bool is_sum(const Node& node) { return node.op == Op::add || node.op == Op::subtract; }

}  // namespace

/// The number of a node that is one, negative ones included.
bool Simple::constant(Id id, double& value) const {
  const Node& node = ast_[id];
  const Node& inner = node.op == Op::negate ? ast_[node.arguments[0]] : node;
  if (inner.op != Op::number) return false;
  value = node.op == Op::negate ? -inner.number : inner.number;
  return true;
}

bool Simple::is(Id id, double value) const {
  double own = 0;
  return constant(id, own) && own == value;
}

/// 0.1 * 3 is 0.3 and not 0.30000000000000004: a number of few digits that is as near as rounding comes.
double Simple::tidy(double value) {
  if (value == 0 || is_whole(value) || !is_finite(value)) return value;
  Digits number = shortest_digits(size(value));
  constexpr std::size_t few = 14;
  if (number.digits.size() <= few) return value;
  number.digits.resize(few);
  double result = value;
  for (int step = 0; step < 2; ++step) {  // the 14 digits, and one more in the last place
    double near = 0;
    text::parse_double(joined({"0.", number.digits, "e", std::to_string(number.exponent)}), near);
    if (value < 0) near = -near;
    if (size(near - value) <= size(value) * 0x1p-50) result = near;
    if (number.digits.back() == '9') break;
    ++number.digits.back();
  }
  return result;
}

void Simple::put(Term& term, Id base, double exponent) {
  const Node& node = ast_[base];
  if (node.op == Op::call && is_even(exponent)) {
    const auto function = static_cast<Elementary>(node.index);
    if (function == Elementary::sqrt) return collect_factors(node.arguments[0], exponent / 2, term);
    if (function == Elementary::abs) return collect_factors(node.arguments[0], exponent, term);
  }
  for (Factor& factor : term.factors) {
    if (factor.base != base) continue;
    factor.exponent = tidy(factor.exponent + exponent);
    return;
  }
  term.factors.push_back({base, exponent});
}

/// Multiplies the term by id^exponent.
void Simple::collect_factors(Id root, double power, Term& term) {
  std::vector<Factor> open{{root, power}};
  while (!open.empty()) {
    const auto [id, exponent] = open.back();
    open.pop_back();
    const Node& node = ast_[id];
    const bool unit = exponent == 1 || exponent == -1;
    const bool room = unit && term.factors.size() + open.size() < most_parts;
    double value = 0;
    double inner = 0;
    if (unit && constant(id, value) && (value != 0 || exponent > 0)) {
      double& place = exponent > 0 ? term.over : term.under;
      const double result = tidy(place * value);
      if (is_finite(result) && (result != 0 || value == 0)) {
        place = result;
        continue;
      }
      put(term, id, exponent);
    } else if (node.op == Op::negate && is_whole(exponent)) {
      if (!is_even(exponent)) term.over = -term.over;
      open.push_back({node.arguments[0], exponent});
    } else if (node.op == Op::multiply && room) {
      open.push_back({node.arguments[1], exponent});
      open.push_back({node.arguments[0], exponent});
    } else if (node.op == Op::divide && room) {
      open.push_back({node.arguments[1], -exponent});
      open.push_back({node.arguments[0], exponent});
    } else if (node.op == Op::power && is_whole(exponent) && constant(node.arguments[1], inner) &&
               ast_[node.arguments[0]].op != Op::number) {
      put(term, node.arguments[0], tidy(inner * exponent));
    } else {
      put(term, id, exponent);
    }
  }
}

/// e^u * e^v is e^(u + v).
void Simple::merge_exponentials(Term& term) {
  const auto is_exp = [this](const Factor& factor) {
    const Node& node = ast_[factor.base];
    return node.op == Op::call && node.index == static_cast<int>(Elementary::exp);
  };
  const auto count = std::count_if(term.factors.begin(), term.factors.end(), is_exp);
  const auto first = std::find_if(term.factors.begin(), term.factors.end(), is_exp);
  if (count == 0 || (count == 1 && (first->exponent == 1 || first->exponent == -1 || first->exponent == 0))) return;
  if (full()) return;
  std::vector<Term> exponent;
  std::vector<Factor> rest;
  for (const Factor& factor : term.factors) {
    if (!is_exp(factor)) {
      rest.push_back(factor);
    } else if (factor.exponent != 0) {
      const Id scaled = multiply(number(factor.exponent), ast_[factor.base].arguments[0]);
      collect_terms(scaled, 1, exponent);
    }
  }
  term.factors = std::move(rest);
  const Id merged = call(Elementary::exp, sum(std::move(exponent)));
  if (!is(merged, 1)) term.factors.push_back({merged, 1});
}

/// u / sqrt(u) is sqrt(u); sqrt(u)^2 and abs(u)^2, which factors may have come to, are free of the function.
void Simple::open_squares(Term& term) {
  for (Factor& root : term.factors) {
    const Node& node = ast_[root.base];
    if (node.op != Op::call || node.index != static_cast<int>(Elementary::sqrt) || !is_whole(root.exponent)) continue;
    for (Factor& whole : term.factors) {
      if (whole.base != node.arguments[0] || !is_whole(whole.exponent) || whole.exponent * root.exponent >= 0) continue;
      const double halves = 2 * whole.exponent + root.exponent;
      root.exponent = is_even(halves) ? 0 : halves > 0 ? 1 : -1;
      whole.exponent = (halves - root.exponent) / 2;
    }
  }
  for (std::size_t i = 0; i < term.factors.size(); ++i) {
    const auto [base, exponent] = term.factors[i];
    const Node& node = ast_[base];
    const bool squares = node.op == Op::call && (node.index == static_cast<int>(Elementary::sqrt) ||
                                                 node.index == static_cast<int>(Elementary::abs));
    if (!squares || exponent == 0 || !is_even(exponent)) continue;
    term.factors.erase(term.factors.begin() + static_cast<std::ptrdiff_t>(i));
    put(term, base, exponent);
    i = static_cast<std::size_t>(-1);
  }
}

/// Brings the coefficient to its lowest terms and drops what is to the power of 0.
void Simple::reduce(Term& term) {
  std::erase_if(term.factors, [](const Factor& factor) { return factor.exponent == 0; });
  if (term.under < 0) {
    term.under = -term.under;
    term.over = -term.over;
  }
  if (is_whole(term.over) && is_whole(term.under)) {
    const auto divisor = std::gcd(static_cast<std::int64_t>(term.over), static_cast<std::int64_t>(term.under));
    if (divisor > 1) {
      term.over /= static_cast<double>(divisor);
      term.under /= static_cast<double>(divisor);
    }
  } else if (term.under != 1) {
    const double quotient = tidy(term.over / term.under);
    if (is_finite(quotient) && quotient != 0 && shortest_digits(size(quotient)).digits.size() <= 12) {
      term.over = quotient;
      term.under = 1;
    }
  }
}

/// Numbers, constants, parameters, x, functions, sums: the order in which factors are written.
int Simple::rank(Id base) const {
  const Node& node = ast_[base];
  switch (node.op) {
    case Op::number: return 0;
    case Op::pi:
    case Op::e: return 1;
    case Op::parameter: return 2;
    case Op::variable: return 3;
    case Op::call:
    case Op::activation: return 4;
    case Op::choose: return 6;
    default: return is_sum(node) ? 5 : 4;
  }
}

/// The factors above or below the line, after a first one that counts unless it is 1.
Id Simple::product(Id first, const std::vector<Factor>& factors, bool below) {
  const Id one = number(1);
  Id result = first;
  for (const auto& [base, exponent] : factors) {
    if ((exponent < 0) != below) continue;
    const double own = size(exponent);
    const Id power = own == 1 ? base : ast_.make(Op::power, base, number(own));
    if (result == one) {
      result = power;
    } else if (result == ast_.number(-1)) {
      result = ast_.make(Op::negate, power);
    } else {
      result = ast_.make(Op::multiply, result, power);
    }
  }
  return result;
}

Id Simple::composed(Term term) {
  std::stable_sort(term.factors.begin(), term.factors.end(),
                   [this](const Factor& a, const Factor& b) { return rank(a.base) < rank(b.base); });
  const Id over = product(number(term.over), term.factors, false);
  const Id under = product(number(term.under), term.factors, true);
  return under == number(1) ? over : ast_.make(Op::divide, over, under);
}

/// u * sign(u) is abs(u).
void Simple::merge_signs(Term& term) {
  for (std::size_t i = 0; i < term.factors.size(); ++i) {
    const Node node = ast_[term.factors[i].base];
    const bool sign = node.op == Op::call && node.index == static_cast<int>(Elementary::sign);
    if (!sign || term.factors[i].exponent != 1) continue;
    const auto same = std::find_if(term.factors.begin(), term.factors.end(),
                                   [&](const Factor& one) { return one.base == node.arguments[0]; });
    if (same == term.factors.end() || same->exponent < 1) continue;
    same->exponent -= 1;
    term.factors[i].base = call(Elementary::abs, node.arguments[0]);
  }
}

/// (c ? a : 0) * b is c ? a * b : 0; `none` where no factor is such a choice.
Id Simple::chosen_factor(Term& term) {
  if (term.factors.size() == 1 && term.over == 1 && term.under == 1) return none;
  for (std::size_t i = 0; i < term.factors.size(); ++i) {
    const auto [base, exponent] = term.factors[i];
    const Node node = ast_[base];
    if (node.op != Op::choose || exponent != 1) continue;
    const Id a = node.arguments[1];
    const Id b = node.arguments[2];
    if (!is(a, 0) && !is(b, 0)) continue;
    term.factors.erase(term.factors.begin() + static_cast<std::ptrdiff_t>(i));
    const Id rest = finished(std::move(term));
    return choose(node.arguments[0], multiply(a, rest), multiply(b, rest));
  }
  return none;
}

/// The node of a term that was put together from others.
Id Simple::finished(Term term) {
  merge_exponentials(term);
  open_squares(term);
  merge_signs(term);
  reduce(term);
  if (term.over == 0) return number(0);
  if (term.factors.size() == 1 && term.factors[0].exponent == 1 && term.over == -1 && term.under == 1 &&
      is_sum(ast_[term.factors[0].base])) {
    std::vector<Term> terms;
    collect_terms(term.factors[0].base, -1, terms);
    return sum(std::move(terms));
  }
  if (const Id chosen = chosen_factor(term); chosen != none) return chosen;
  return composed(std::move(term));
}

/// A term to a whole power; 0 where its coefficient would be out of range.
Simple::Term Simple::raised(const Term& term, double exponent) {
  Term result;
  const Term nothing{.over = 0, .under = 1, .factors = {}};
  const double size_of_exponent = size(exponent);
  for (int i = 0; i < 16 && i < size_of_exponent; ++i) {
    result.over *= exponent > 0 ? term.over : term.under;
    result.under *= exponent > 0 ? term.under : term.over;
  }
  const auto fits = [](double x) { return size(x) < whole_limit && size(x) > 1e-15; };
  if (size_of_exponent > 16 || !fits(result.over) || !fits(result.under)) return nothing;
  result.over = tidy(result.over);
  result.under = tidy(result.under);
  for (const auto& [base, own] : term.factors) {
    if (!is_whole(own)) return nothing;
    put(result, base, own * exponent);
  }
  return result;
}

Id Simple::multiply(Id a, Id b) {
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (is(a, 0) || is(b, 0)) return number(0);
  if (full()) return ast_.make(Op::multiply, a, b);
  Term term;
  collect_factors(a, 1, term);
  collect_factors(b, 1, term);
  return finished(std::move(term));
}

Id Simple::divide(Id a, Id b) {
  if (is(b, 1)) return a;
  if (full() || is(b, 0)) return ast_.make(Op::divide, a, b);
  Term term;
  collect_factors(a, 1, term);
  collect_factors(b, -1, term);
  return finished(std::move(term));
}

Id Simple::power(Id a, Id b) {
  const Node& base = ast_[a];
  if (base.op == Op::e) return call(Elementary::exp, b);
  double exponent = 0;
  if (full() || !constant(b, exponent)) return is(a, 1) ? a : ast_.make(Op::power, a, b);
  if (exponent == 0) return number(1);
  if (exponent == 1) return a;
  double value = 0;
  if (constant(a, value)) {
    double result = 1;
    const bool small = is_whole(exponent) && exponent > 0 && exponent <= 64;
    for (int i = 0; small && i < static_cast<int>(exponent); ++i) result *= value;
    if (small && is_whole(value) && size(result) < whole_limit) return number(result);
    return ast_.make(Op::power, a, b);
  }
  Term term;
  if (!is_whole(exponent)) {
    put(term, a, exponent);
  } else if (base.op == Op::multiply || base.op == Op::divide) {
    Term inner;
    collect_factors(a, 1, inner);
    reduce(inner);
    const Term raised = this->raised(inner, exponent);
    if (raised.over != 0) {
      term = raised;
    } else {
      put(term, a, exponent);
    }
  } else {
    collect_factors(a, exponent, term);
  }
  return finished(std::move(term));
}

}  // namespace activation::formula
