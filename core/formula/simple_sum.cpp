#include "simple.hpp"

#include "../math/doubles.hpp"

#include <algorithm>
#include <cstdint>

// Sums: terms, each with other factors.

namespace activation::formula {

/// Appends the terms of sign * id.
void Simple::collect_terms(Id root, double sign, std::vector<Term>& terms) {
  struct Open {
    Id id;
    double sign;
  };
  std::vector<Open> open{{root, sign}};
  while (!open.empty()) {
    const auto [id, own] = open.back();
    open.pop_back();
    const Node node = ast_[id];
    const bool room = terms.size() + open.size() < most_parts;
    if (node.op == Op::negate && ast_[node.arguments[0]].op != Op::number && room) {
      open.push_back({node.arguments[0], -own});
    } else if ((node.op == Op::add || node.op == Op::subtract) && room) {
      open.push_back({node.arguments[1], node.op == Op::add ? own : -own});
      open.push_back({node.arguments[0], own});
    } else {
      Term term;
      collect_factors(id, 1, term);
      term.over *= own;
      reduce(term);
      if (term.over == 0) continue;
      add_term(terms, std::move(term));
    }
  }
}

void Simple::add_term(std::vector<Term>& terms, Term term) {
  const auto like = std::find_if(terms.begin(), terms.end(), [&](const Term& one) { return same_factors(one, term); });
  if (like == terms.end() || !add_coefficient(*like, term)) terms.push_back(std::move(term));
}

/// Whether a term is plus or minus a sum: its terms can join those around it.
bool Simple::is_lone_sum(const Term& term) const {
  if (term.factors.size() != 1 || term.factors[0].exponent != 1 || term.under != 1) return false;
  const Op op = ast_[term.factors[0].base].op;
  return (term.over == 1 || term.over == -1) && (op == Op::add || op == Op::subtract);
}

bool Simple::same_factors(const Term& a, const Term& b) const {
  if (a.factors.size() != b.factors.size()) return false;
  return std::all_of(a.factors.begin(), a.factors.end(), [&b](const Factor& one) {
    return std::any_of(b.factors.begin(), b.factors.end(), [&one](const Factor& other) {
      return one.base == other.base && one.exponent == other.exponent;
    });
  });
}

bool Simple::add_coefficient(Term& to, const Term& from) {
  const double under = to.under == from.under ? to.under : to.under * from.under;
  const double over = to.under == from.under ? to.over + from.over : to.over * from.under + from.over * to.under;
  const double tidied = tidy(over);
  const double size = tidied < 0 ? -tidied : tidied;
  if (!(size < 0x1p1000) || !(under < 0x1p53)) return false;
  to.over = tidied;
  to.under = under;
  return true;
}

/// Functions that all terms have as factors: s + x * s is s * (1 + x).
std::vector<Simple::Factor> Simple::common(const std::vector<Term>& terms) const {
  std::vector<Factor> result;
  if (terms.size() < 2) return result;
  for (const Factor& factor : terms[0].factors) {
    const Op op = ast_[factor.base].op;
    const bool above = factor.exponent > 0;
    if (above && op != Op::call && op != Op::activation && op != Op::add && op != Op::subtract) continue;
    double exponent = factor.exponent;
    const bool everywhere = std::all_of(terms.begin() + 1, terms.end(), [&](const Term& term) {
      for (const Factor& other : term.factors) {
        if (other.base != factor.base || (other.exponent > 0) != above) continue;
        exponent = above ? std::min(exponent, other.exponent) : std::max(exponent, other.exponent);
        return true;
      }
      return false;
    });
    if (everywhere) result.push_back({factor.base, exponent});
  }
  return result;
}

/// Takes factors out of all terms that have them.
void Simple::divide_by(std::vector<Term>& terms, const std::vector<Factor>& shared) {
  std::vector<Term> rest;
  for (Term& term : terms) {
    for (const Factor& one : shared) put(term, one.base, -one.exponent);
    reduce(term);
    if (is_lone_sum(term)) {
      collect_terms(term.factors[0].base, term.over, rest);
    } else {
      add_term(rest, std::move(term));
    }
  }
  terms = std::move(rest);
}

Id Simple::times(Id sum, const std::vector<Factor>& shared) {
  Term product;
  collect_factors(sum, 1, product);
  for (const Factor& one : shared) put(product, one.base, one.exponent);
  return finished(std::move(product));
}

/// The same with sums below the line made common to all terms, and sums as factors multiplied out. False where there is
/// nothing to do, or too much.
bool Simple::expanded(const std::vector<Term>& terms, std::vector<Term>& result, std::vector<Factor>& under) {
  constexpr std::size_t few = 6;
  if (terms.size() > few) return false;
  const auto is_sum = [this](const Factor& factor) {
    const Op op = ast_[factor.base].op;
    return (op == Op::add || op == Op::subtract) && math::is_whole(factor.exponent);
  };
  for (const Term& term : terms) {
    for (const Factor& factor : term.factors) {
      if (!(factor.exponent < 0 && factor.exponent > -8) || !is_sum(factor)) continue;
      const auto known =
          std::find_if(under.begin(), under.end(), [&](const Factor& one) { return one.base == factor.base; });
      if (known == under.end()) {
        under.push_back(factor);
      } else {
        known->exponent = std::min(known->exponent, factor.exponent);
      }
    }
  }
  bool changed = !under.empty();
  for (const Term& term : terms) {
    std::vector<Term> products{term};
    for (const Factor& one : under) put(products[0], one.base, -one.exponent);
    reduce(products[0]);
    const auto own = static_cast<std::ptrdiff_t>(products[0].factors.size());
    for (int left = 2; left > 0; --left) {  // two sums at most are multiplied out
      auto& factors = products[0].factors;
      const auto place = std::find_if(factors.begin(), factors.begin() + own, [&](const Factor& factor) {
        return is_sum(factor) && (factor.exponent == 1 || factor.exponent == 2);
      });
      if (place == factors.begin() + own || products.size() > few) break;
      const auto index = place - factors.begin();
      std::vector<Term> inner;
      collect_terms(place->base, 1, inner);
      if (inner.size() > few) return false;
      std::vector<Term> next;
      for (const Term& product : products) {
        for (const Term& one : inner) {
          Term both = product;
          both.factors[static_cast<std::size_t>(index)].exponent -= 1;
          both.over = tidy(both.over * one.over);
          both.under *= one.under;
          for (const Factor& factor : one.factors) put(both, factor.base, factor.exponent);
          next.push_back(std::move(both));
        }
      }
      // Factors to the power of 0 stay until all is multiplied out, so that places stay the same.
      products = std::move(next);
      changed = true;
    }
    for (Term& product : products) {
      merge_exponentials(product);
      open_squares(product);
      merge_signs(product);
      reduce(product);
      add_term(result, std::move(product));
    }
  }
  return changed && result.size() <= 2 * few;
}

Id Simple::sum(std::vector<Term> terms) {
  std::vector<Term> multiplied;
  std::vector<Factor> under;
  std::erase_if(terms, [](const Term& term) { return term.over == 0; });
  for (Term& term : terms) reduce(term);
  constexpr int most_depth = 4;
  if (terms.size() < 2 || full() || depth_ >= most_depth || !expanded(terms, multiplied, under)) {
    return plain_sum(std::move(terms));
  }
  ++depth_;
  const Id first = plain_sum(std::move(terms));
  const Id second = times(plain_sum(std::move(multiplied)), under);
  --depth_;
  constexpr std::size_t most = 500;
  return size_of(ast_, second, most) < size_of(ast_, first, most) ? second : first;
}

/// The sum of terms as they are, with what they share in front.
Id Simple::plain_sum(std::vector<Term> terms) {
  std::erase_if(terms, [](const Term& term) { return term.over == 0; });
  if (terms.empty()) return number(0);
  for (Term& term : terms) reduce(term);
  const std::vector<Factor> shared = common(terms);
  if (!shared.empty()) {
    divide_by(terms, shared);
    return times(sum(std::move(terms)), shared);
  }
  if (terms.size() == 1) return finished(std::move(terms[0]));
  // What is added stands in front of what is subtracted.
  const auto positive = std::find_if(terms.begin(), terms.end(), [](const Term& term) { return term.over > 0; });
  if (positive != terms.end()) std::rotate(terms.begin(), positive, positive + 1);
  Id result = composed(terms[0]);
  for (std::size_t i = 1; i < terms.size(); ++i) {
    Term& term = terms[i];
    const bool minus = term.over < 0;
    if (minus) term.over = -term.over;
    result = ast_.make(minus ? Op::subtract : Op::add, result, composed(std::move(term)));
  }
  return result;
}

Id Simple::add(Id a, Id b) {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  if (full()) return ast_.make(Op::add, a, b);
  std::vector<Term> terms;
  collect_terms(a, 1, terms);
  collect_terms(b, 1, terms);
  return sum(std::move(terms));
}

Id Simple::subtract(Id a, Id b) {
  if (is(b, 0)) return a;
  if (full()) return ast_.make(Op::subtract, a, b);
  std::vector<Term> terms;
  collect_terms(a, 1, terms);
  collect_terms(b, -1, terms);
  return sum(std::move(terms));
}

Id Simple::negate(Id a) {
  if (full()) return ast_.make(Op::negate, a);
  return multiply(number(-1), a);
}

}  // namespace activation::formula
