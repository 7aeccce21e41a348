#pragma once

#include <activation/catalog.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Reading the words of Notes::properties: numbers as people write them ("−0.278465/β", "ln(0.01/α)", "π/2"), conditions
// ("l + u > 0") and clauses.

namespace declared {

inline std::string plain(std::string_view text) {
  constexpr std::pair<const char*, const char*> pairs[] = {
      {"−", "-"},  {"∞", "inf"}, {"π", "pi"}, {"½", ".5"}, {"√", "sqrt"}, {"≤", "<="},
      {"≥", ">="}, {"′", "'"},   {"″", "''"}, {"⁰", "0"},  {"¹", "1"},    {"±", "+-"},
  };
  std::string result(text);
  for (const auto& [from, to] : pairs) {
    for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos;) {
      result.replace(at, std::string_view(from).size(), to);
    }
  }
  return result;
}

inline std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t at; (at = text.find(separator, start)) != std::string::npos; start = at + separator.size()) {
    parts.push_back(text.substr(start, at - start));
  }
  parts.push_back(text.substr(start));
  return parts;
}

inline bool begins(const std::string& text, std::string_view start) {
  return text.compare(0, start.size(), start) == 0;
}
inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// An expression in plain() text, as far as one goes.
class Expression {
 public:
  Expression(std::string_view text, const activation::Info& info, std::span<const double> parameters)
      : rest_(text), info_(info), parameters_(parameters) {}

  double sum() {
    double value = product();
    for (skip(); !rest_.empty() && (rest_[0] == '+' || rest_[0] == '-'); skip()) {
      const bool plus = rest_[0] == '+';
      rest_.remove_prefix(1);
      const double next = product();
      value = plus ? value + next : value - next;
    }
    return value;
  }

  /// "a > b", "a = b" …
  bool condition() {
    const double left = sum();
    skip();
    const char first = rest_.empty() ? ' ' : rest_[0];
    rest_.remove_prefix(rest_.empty() ? 0 : 1);
    const bool equal = !rest_.empty() && rest_[0] == '=';
    if (equal) rest_.remove_prefix(1);
    const double right = sum();
    if (first == '=') return left == right;
    if (left == right) return equal;
    return first == '<' ? left < right : left > right;
  }

  std::string_view rest() const { return rest_; }

 private:
  void skip() {
    while (!rest_.empty() && rest_[0] == ' ') rest_.remove_prefix(1);
  }
  bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  /// Whether a factor follows without a sign between: "−4.606 α".
  bool factor_follows() {
    if (rest_.empty()) return false;
    for (const activation::Parameter& one : info_.parameters) {
      const std::string_view after = rest_.substr(std::min(rest_.size(), one.symbol.size()));
      const bool word_ends = after.empty() || !std::isalpha(static_cast<unsigned char>(after[0]));
      if (rest_.substr(0, one.symbol.size()) == one.symbol && word_ends) return true;
    }
    return false;
  }

  double product() {
    double value = factor();
    for (;;) {
      skip();
      if (take("/")) {
        value /= factor();
      } else if (factor_follows()) {
        value *= factor();
      } else {
        return value;
      }
    }
  }

  double factor() {
    skip();
    if (take("-")) return -factor();
    if (take("inf")) return std::numeric_limits<double>::infinity();
    if (take("pi")) return std::acos(-1.0);
    if (take("sqrt")) return std::sqrt(factor());
    if (take("ln")) return std::log(factor());
    if (take("(")) {
      const double value = sum();
      take(")");
      return value;
    }
    for (std::size_t i = 0; i < info_.parameters.size(); ++i) {
      if (factor_follows() && take(info_.parameters[i].symbol)) return parameters_[i];
    }
    const std::string text(rest_);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end == text.c_str()) return std::numeric_limits<double>::quiet_NaN();
    rest_.remove_prefix(static_cast<std::size_t>(end - text.c_str()));
    return value;
  }

  std::string_view rest_;
  const activation::Info& info_;
  std::span<const double> parameters_;
};

/// The clauses between semicolons that hold for the parameters, without their conditions: of "C⁰; C¹ at α = 1" the second at
/// 1 and else the first.
inline std::vector<std::string> clauses(std::string_view text, const activation::Info& info,
                                        std::span<const double> parameters) {
  std::vector<std::string> found;
  std::string all = plain(text);
  if (const std::size_t at = all.find(", even at"); at != std::string::npos) all[at] = ';';
  for (const std::string& clause : split(all, "; ")) {
    bool holds = true;
    std::string words = clause;
    // "left for β > 0: …" has a condition, "left: |f′| < 0.01 for x < …" none.
    const std::size_t colon = std::min(clause.find(':'), clause.size());
    for (const char* word : {" for ", " at "}) {
      const std::size_t at = clause.substr(0, colon).find(word);
      if (at == std::string::npos || contains(clause, "except")) continue;
      const std::size_t start = at + std::string_view(word).size();
      const std::string condition = clause.substr(start, colon - start);
      if (contains(condition, "x") || condition.find_first_of("=<>") == std::string::npos) continue;
      holds = Expression(condition, info, parameters).condition();
      words = clause.substr(0, at) + clause.substr(colon);
    }
    if (holds) found.push_back(words);
  }
  return found;
}

}  // namespace declared
