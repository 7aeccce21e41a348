// libFuzzer types formulas: any bytes, as text. Whatever comes, nothing may crash, hang or read or write beyond its arrays,
// which AddressSanitizer and UndefinedBehaviorSanitizer watch; a text that is no formula has a place and a sentence, printed
// text parses to the same tree, a number gives the same bits alone, in arrays and in place, kinks rise, all printers print, and
// an analysis ends within its bound of work and keeps its lists in order.
//
// npm run fuzz

#include <activation/analysis.hpp>
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

/// What anyone can ask for as text: f, f' and f'' in three notations, and programs in all languages.
void prints(const Formula& f) {
  for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
    require(!f.text(quantity).empty(), "it is printed as text");
    require(!f.mathml(quantity).empty(), "it is printed as MathML");
    require(!f.latex(quantity).empty(), "it is printed as LaTeX");
  }
  const std::vector<double> parameters(f.parameters().size(), 0.75);
  for (const CodeFormat format : {CodeFormat::numpy, CodeFormat::pytorch, CodeFormat::jax, CodeFormat::keras,
                                  CodeFormat::cpp, CodeFormat::javascript}) {
    require(!f.code(format, {.name = "f", .parameters = parameters, .learnable = true}).empty(),
            "it is printed as code");
  }
}

template <class Place, class At>
void rise(const std::vector<Place>& places, At at, const char* claim) {
  for (std::size_t i = 0; i + 1 < places.size(); ++i) require(at(places[i]) <= at(places[i + 1]), claim);
}

void analyses(const Formula& f) {
  const std::vector<double> parameters(f.parameters().size(), 0.75);
  Analysis a;
  require(analyse(f, parameters, a) == Status::ok, "it is analysed");
  rise(
      a.extrema, [](const Extremum& one) { return one.x; }, "extrema rise");
  rise(
      a.zeros, [](const Zeros& one) { return one.from; }, "zeros rise");
  rise(
      a.inflections, [](const Inflection& one) { return one.x; }, "inflections rise");
  rise(
      a.jumps, [](const Jump& one) { return one.x; }, "jumps rise");
  rise(
      a.range, [](const Interval& one) { return one.from; }, "the parts of the range rise");
  rise(
      a.stretches, [](const Stretch& one) { return one.from; }, "stretches rise");
  for (const Stretch& one : a.stretches) require(one.from <= one.to, "a stretch ends where it begins or later");
  const std::string json = analysis_json(a);
  require(json.find("nan") == std::string::npos && json.find(":inf") == std::string::npos,
          "its JSON has words for both");
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
  std::vector<double> place = x;
  require(f.evaluate(Quantity::gradient, std::span<const double>(place), place, parameters) == Status::ok, "in place");
  for (std::size_t i = 0; i < x.size(); ++i) require(same_bits(place[i], g[i]), "in place it has the same bits");
  for (std::size_t over = 0; over < 3; ++over) {
    place = x;
    std::span<double> out[3] = {v, g, h};
    const std::vector<double> expected[3] = {v, g, h};
    out[over] = place;
    require(f.evaluate(std::span<const double>(place), out[0], out[1], out[2], parameters) == Status::ok, "over x");
    for (std::size_t q = 0; q < 3; ++q) {
      for (std::size_t i = 0; i < x.size(); ++i) require(same_bits(out[q][i], expected[q][i]), "over x as well");
    }
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
  // Under sanitizers an analysis takes a tenth of a second, and printing derivatives of long formulas as long: a few of all
  // have them, as their bytes say.
  const std::size_t lot = size + data[0] + data[size / 2];
  if (lot % (1 + size / 64) == 0) prints(*f);
  if (f->steps() <= 300 && lot % 16 == 1) analyses(*f);
  return 0;
}
