// libFuzzer types formulas: any bytes, as text. Whatever comes, nothing may crash, hang or read or write beyond its arrays,
// which AddressSanitizer and UndefinedBehaviorSanitizer watch; a text that is no formula has a place and a sentence, printed
// text parses to the same tree, a number gives the same bits alone and in arrays, and kinks rise.
//
// npm run fuzz

#include <activation/curve.hpp>
#include <activation/formula.hpp>

#include "formula/parser.hpp"
#include "formula/print.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <limits>
#include <string>
#include <vector>

using namespace activation;

namespace {

std::string_view typed;

void require(bool holds, const char* claim) {
  if (holds) return;
  std::fprintf(stderr, "%.*s: %s does not hold\n", static_cast<int>(typed.size()), typed.data(), claim);
  std::abort();
}

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0 || (std::isnan(a) && std::isnan(b)); }

/// The same nodes in the same places: numbers of parameters and nodes may differ from tree to tree.
bool same_tree(const formula::Ast& a, formula::Id from, const formula::Ast& b, formula::Id to) {
  std::vector<std::pair<formula::Id, formula::Id>> waiting{{from, to}};
  std::vector<formula::Id> partner(a.size(), static_cast<formula::Id>(-1));
  while (!waiting.empty()) {
    const auto [one, other] = waiting.back();
    waiting.pop_back();
    if (partner[one] == other) continue;
    if (partner[one] != static_cast<formula::Id>(-1)) return false;
    partner[one] = other;
    const formula::Node& x = a[one];
    const formula::Node& y = b[other];
    if (x.op != y.op || x.count != y.count || !same_bits(x.number, y.number)) return false;
    if (x.op == formula::Op::parameter ? a.parameters()[x.index] != b.parameters()[y.index] : x.index != y.index) {
      return false;
    }
    for (std::size_t i = 0; i < x.count; ++i) waiting.push_back({x.arguments[i], y.arguments[i]});
  }
  return true;
}

void prints_and_reads_back() {
  formula::Parsed parsed;
  FormulaProblem problem;
  if (!formula::parse(typed, parsed, problem)) return;
  const std::string text = formula::printed_text(parsed.ast, parsed.root);
  formula::Parsed again;
  if (formula::parse(text, again, problem)) {
    require(same_tree(parsed.ast, parsed.root, again.ast, again.root), "printed text is the same formula");
  } else {
    const bool too_much = problem.fault == FormulaFault::too_long || problem.fault == FormulaFault::too_deep;
    require(too_much, "printed text is a formula");
  }
}

void evaluates(const Formula& f) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::vector<double> x{0.0,   -0.0,   1.0,    -1.0,     0.5,       5e-324, -1e-300,
                        1e300, -800.0, 710.0,  infinity, -infinity, 3.0,    std::numeric_limits<double>::quiet_NaN(),
                        1e-8,  -2.5,   0x1p52, 1e5};
  for (int i = 0; i < 30; ++i) x.push_back(std::sinh(0.37 * i - 5));
  const std::vector<double> parameters(f.parameters().size(), 0.75);
  std::vector<double> v(x.size()), g(x.size()), h(x.size()), alone(x.size());
  const std::span<const double> in(x);
  require(f.evaluate(in, v, g, h, parameters) == Status::ok, "it is evaluated");
  require(f.evaluate(Quantity::value, in, alone, parameters) == Status::ok, "and its value alone");
  for (std::size_t i = 0; i < x.size(); ++i) {
    require(same_bits(v[i], alone[i]), "the value alone has the same bits");
    double y[3];
    const auto one = [&y](std::size_t q) { return std::span<double>(y + q, 1); };
    f.evaluate(in.subspan(i, 1), one(0), one(1), one(2), parameters);
    require(same_bits(y[0], v[i]) && same_bits(y[1], g[i]) && same_bits(y[2], h[i]),
            "a number alone has the same bits");
    require(!std::isnan(v[i]) || (std::isnan(g[i]) && std::isnan(h[i])), "where f is NaN so are its derivatives");
  }
  for (const double to : {3.0, 1e9}) {
    const std::vector<double> kinks = f.kinks(-to, to, parameters, 40);
    require(kinks.size() <= 40, "kinks are bounded");
    require(std::adjacent_find(kinks.begin(), kinks.end(), std::greater_equal<>()) == kinks.end(), "kinks rise");
  }
  Curve curve;
  require(curve.sample(f, -3, 3, 33, parameters) == Status::ok, "it has a curve");
  const std::span<const double> samples = curve.x();
  require(std::adjacent_find(samples.begin(), samples.end(), std::greater_equal<>()) == samples.end(), "x rises");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  typed = {reinterpret_cast<const char*>(data), size};
  FormulaProblem problem;
  const auto f = Formula::parse(typed, problem);
  if (f == nullptr) {
    require(!problem.message.empty(), "a problem has a sentence");
    require(problem.position + problem.length <= size, "a problem is in the text");
    return 0;
  }
  evaluates(*f);
  prints_and_reads_back();
  return 0;
}
