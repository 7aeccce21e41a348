#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "../golden.hpp"
#include "declared.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

// What the catalog says of its functions in words against what the analysis finds.

using activation::Analysis;
using activation::Info;
using activation::Interval;
using activation::Jump;
using activation::Monotonicity;
using activation::Quantity;
using activation::Smoothness;
using activation::Status;
using declared::begins;
using declared::clauses;
using declared::contains;
using declared::Expression;
using Kind = activation::Symmetry::Kind;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Case {
  const Info& info;
  const activation::Properties& properties;
  std::vector<double> parameters;
  Analysis analysis;

  double number(const std::string& text) const { return Expression(text, info, parameters).sum(); }
  std::vector<std::string> clauses(std::string_view text) const { return ::clauses(text, info, parameters); }
};

/// The defaults, and others on both sides of what the words make a difference of.
std::vector<std::vector<double>> settings(const Info& info) {
  const std::vector<double> standard = golden::standard_parameters(info);
  std::vector<std::vector<double>> all{standard};
  for (std::size_t i = 0; i < standard.size(); ++i) {
    for (const double value : {standard[i] * 1.75, -0.5, 0.0, 1.0, -1.0, info.parameters[i].slider_maximum}) {
      std::vector<double> next = standard;
      next[i] = value;
      if (activation::check_parameters(activation::find(info.id), next) == Status::ok) all.push_back(next);
    }
  }
  if (info.id == "rrelu") all.push_back({1, 1}), all.push_back({-1, -1}), all.push_back({-1, 0.5});
  if (info.id == "hardtanh") all.push_back({-2, 2}), all.push_back({0.5, 3});
  return all;
}

template <class Check>
void each(Check check) {
  for (std::size_t i = 0; i < activation::catalog().size(); ++i) {
    if (activation::is_vector_function(i)) continue;
    const Info& info = activation::catalog()[i];
    for (const std::vector<double>& parameters : settings(info)) {
      std::string values;
      for (const double one : parameters) values += " " + std::to_string(one);
      DYNAMIC_SECTION(info.id << values) {
        Case one{info, activation::notes()[i].properties, parameters, {}};
        REQUIRE(analyse(i, parameters, one.analysis) == Status::ok);
        check(one);
      }
    }
  }
}

bool near(double a, double b, double relative = 1e-5) {
  return a == b || std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/// "(−∞, −λ), 0 and (λ, ∞)"
std::vector<Interval> ranges(const Case& one, std::string text) {
  std::vector<Interval> parts;
  for (std::size_t at = 0; at < text.size();) {
    if (begins(text.substr(at), "and ")) {
      at += 4;
    } else if (text[at] == ',' || text[at] == ' ') {
      ++at;
    } else if (text[at] == '(' || text[at] == '[') {
      const std::size_t comma = text.find(", ", at);
      // The bracket that closes is the first that the second number leaves.
      const std::string second = text.substr(comma + 2);
      Expression high(second, one.info, one.parameters);
      const double to = high.sum();
      const std::string_view rest = high.rest();
      parts.push_back({one.number(text.substr(at + 1)), to, text[at] == '[', rest[0] == ']'});
      at = text.size() - rest.size() + 1;
    } else {
      Expression single(std::string_view(text).substr(at), one.info, one.parameters);
      const double value = single.sum();
      parts.push_back({value, value, true, true});
      at = text.size() - single.rest().size();
    }
  }
  std::sort(parts.begin(), parts.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
  return parts;
}

bool holds_zero_slope(const Analysis& analysis, double from, double to) {
  for (const activation::Stretch& one : analysis.stretches) {
    if (one.direction == activation::Direction::constant && one.from <= from && one.to >= to) return true;
  }
  return from >= to;
}

/// A stretch of |f'| < 0.01 that ends where it is said to, or up to a thousandth farther in: the words are true.
bool saturates(const Analysis& analysis, double from, double to) {
  for (const Interval& one : analysis.saturation) {
    const double slack = 1.1e-3 * std::max(1.0, std::min(std::abs(from), std::abs(to)));
    const bool inside = one.from <= from + 1e-12 && one.to >= to - 1e-12;
    const bool close = (from == one.from || from - one.from <= slack) && (to == one.to || one.to - to <= slack);
    if (inside && close) return true;
  }
  return false;
}

/// "|f'| < 0.01 for x < −6.262", "f' = 0 for |x| >= 3".
void check_saturation(const Case& one, const std::string& clause, bool zero) {
  const auto check = [&](double from, double to) {
    INFO(clause << ": " << from << " to " << to);
    if (zero) {
      CHECK(holds_zero_slope(one.analysis, from, to));
    } else {
      CHECK(saturates(one.analysis, from, to));
    }
  };
  for (const char* relation : {"|x| > ", "|x| >= "}) {
    if (const std::size_t at = clause.find(relation); at != std::string::npos) {
      const double edge = one.number(clause.substr(at + std::string_view(relation).size()));
      check(-infinity, -edge);
      check(edge, infinity);
      return;
    }
  }
  for (const char* relation : {"|x| < ", "|x| <= "}) {
    if (const std::size_t at = clause.find(relation); at != std::string::npos) {
      const double edge = one.number(clause.substr(at + std::string_view(relation).size()));
      check(-edge, edge);
      return;
    }
  }
  for (const char* relation : {" x < ", " x <= "}) {
    if (const std::size_t at = clause.find(relation); at != std::string::npos) {
      check(-infinity, one.number(clause.substr(at + std::string_view(relation).size())));
    }
  }
  for (const char* relation : {" x > ", " x >= "}) {
    if (const std::size_t at = clause.find(relation); at != std::string::npos) {
      check(one.number(clause.substr(at + std::string_view(relation).size())), infinity);
    }
  }
}

}  // namespace

TEST_CASE("The declared range of every function is the one that is found") {
  each([](const Case& one) {
    const std::vector<std::string> said = one.clauses(one.properties.range);
    if (said.empty()) return;  // nothing is said for such parameters
    std::vector<Interval> wanted = ranges(one, said.back());
    std::string found;
    for (const Interval& part : one.analysis.range) {
      found += " " + std::to_string(part.from) + (part.from_closed ? " [" : " (") + std::to_string(part.to) +
               (part.to_closed ? "]" : ")");
    }
    INFO(said.back() << " | " << found);
    // At v > t the value of threshold is one that its line takes too; at λ = 0 hard shrink is a line.
    if (one.info.id == "threshold" && one.parameters[1] > one.parameters[0]) wanted.resize(1);
    if (one.info.id == "threshold" && one.parameters[1] == one.parameters[0])
      wanted = {{one.parameters[0], infinity, true, false}};
    if (one.info.id == "thresholded_relu" && one.parameters[0] == 0) wanted = {{0, infinity, true, false}};
    if (one.info.id == "hardshrink" && one.parameters[0] == 0) wanted = {{-infinity, infinity, false, false}};
    REQUIRE(one.analysis.range.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      CHECK(near(one.analysis.range[i].from, wanted[i].from));
      CHECK(near(one.analysis.range[i].to, wanted[i].to));
      CHECK(one.analysis.range[i].from_closed == wanted[i].from_closed);
      CHECK(one.analysis.range[i].to_closed == wanted[i].to_closed);
    }
  });
}

TEST_CASE("Every function rises or turns as declared") {
  each([](const Case& one) {
    const Analysis& a = one.analysis;
    const std::vector<std::string> said = one.clauses(one.properties.monotonic);
    if (said.empty()) {
      CHECK(a.monotonicity != Monotonicity::rising);
      return;
    }
    const std::string& words = said.front();
    INFO(words);
    if (words == "yes") {
      CHECK((a.monotonicity == Monotonicity::rising || a.monotonicity == Monotonicity::constant));
    } else if (begins(words, "no: up and down")) {
      CHECK(a.endless);
      if (contains(words, "period of ")) {
        CHECK(near(a.repetition.length.number, 2 * std::acos(-1.0), 1e-12));
        CHECK(a.repetition.drift.number == 0);
      }
    } else if (begins(words, "no, except at ")) {
      const bool except = Expression(words.substr(14), one.info, one.parameters).condition();
      REQUIRE((a.monotonicity == Monotonicity::none) == !except);
      if (except) return;
      REQUIRE(a.extrema.size() == 1);
      CHECK(near(a.extrema[0].x, one.number(words.substr(words.find("x = ") + 4)), 1e-4));
    } else {
      const bool falls = begins(words, "no: falls to ");
      REQUIRE((falls || begins(words, "no: rises to ")));
      REQUIRE(a.extrema.size() == 1);
      CHECK(a.extrema[0].maximum == !falls);
      CHECK(near(a.extrema[0].y, one.number(words.substr(13))));
      const std::size_t at = words.find(" at ");
      const std::string place = words.substr(at + 4);
      CHECK(near(a.extrema[0].x, one.number(begins(place, "x = ") ? place.substr(4) : place), 1e-4));
    }
  });
}

TEST_CASE("Every function is as symmetric as declared") {
  each([](const Case& one) {
    const activation::Symmetry& found = one.analysis.symmetry;
    bool odd = false;
    bool even = false;
    for (const std::string& words : one.clauses(one.properties.symmetry)) {
      INFO(words);
      odd = odd || words == "odd";
      even = even || words == "even";
      if (begins(words, "f(-x) = 1 - f(x)")) {
        CHECK(found.kind == Kind::point);
        CHECK(found.center == 0);
        CHECK(found.shift == 1);
      } else if (words == "f(6 - x) = 6 - f(x)") {
        CHECK(found.kind == Kind::point);
        CHECK(found.center == 3);
        CHECK(found.shift == 6);
      } else if (begins(words, "f(x) - f(-x) = ")) {
        CHECK(found.slope.number == (contains(words, "2x") ? 2 : 1));
      } else {
        CHECK((words == "none" || words == "odd" || words == "even"));
      }
    }
    if (one.analysis.monotonicity == Monotonicity::constant) even = true, odd = false;  // hardtanh at a = b
    CHECK((found.kind == Kind::odd) == odd);
    CHECK((found.kind == Kind::even) == even);
  });
}

TEST_CASE("Every function is as smooth as declared") {
  each([](const Case& one) {
    const std::vector<std::string> said = one.clauses(one.properties.smoothness);
    const Analysis& a = one.analysis;
    if (said.empty() || a.monotonicity == Monotonicity::constant) return;  // hardtanh at a = b
    const std::string& words = said.back();
    INFO(words);
    if (begins(words, "discontinuous")) {
      CHECK(a.smoothness == Smoothness::discontinuous);
    } else if (begins(words, "C0")) {
      CHECK(a.smoothness == Smoothness::c0);
    } else if (begins(words, "C1")) {
      CHECK(a.smoothness == Smoothness::c1);
    } else if (begins(words, "linear")) {
      CHECK(a.smoothness >= Smoothness::c2_or_more);
    } else {
      CHECK(begins(words, "Cinf"));
      CHECK(a.smoothness == Smoothness::infinite);
      CHECK(a.smoothness_sure.proved);
    }
  });
}

TEST_CASE("The gradient of every function dies where it is declared to") {
  each([](const Case& one) {
    if (one.info.id == "elu" && one.parameters[0] < 0.01) return;       // all of the left is flat then
    if (one.info.id == "squareplus" && one.parameters[0] != 4) return;  // said of b = 4 alone
    const Analysis& a = one.analysis;
    bool left = false;
    bool right = false;
    for (const std::string& clause : one.clauses(one.properties.saturation)) {
      if (begins(clause, "everywhere")) {
        REQUIRE(a.saturation.size() == 1);
        CHECK(a.saturation[0].from == -infinity);
        CHECK(a.saturation[0].to == infinity);
        left = right = true;
      }
      left = left || begins(clause, "left") || begins(clause, "both sides");
      right = right || begins(clause, "right") || begins(clause, "both sides");
      if (begins(clause, "left: f' = ") && !contains(clause, "for x")) {
        // "no; left: f′ = s, so |f′| < 0.01 where |s| < 0.01"
        left = std::abs(a.left.slope.number) < 0.01;
        continue;
      }
      for (const std::string& part : declared::split(clause, ", "))
        check_saturation(one, part, contains(part, "f' = 0 for"));
    }
    CHECK((!a.saturation.empty() && a.saturation.front().from == -infinity) == left);
    CHECK((!a.saturation.empty() && a.saturation.back().to == infinity) == right);
  });
}

TEST_CASE("Nothing jumps but at a declared kink") {
  each([](const Case& one) {
    for (const Jump& jump : one.analysis.jumps) {
      bool declared = false;
      for (const activation::Kink& kink : one.info.kinks) declared = declared || kink.at(one.parameters) == jump.x;
      CHECK(declared);
    }
  });
}
