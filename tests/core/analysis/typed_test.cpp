#include <activation/analysis.hpp>

#include "../catch.hpp"
#include "../golden.hpp"
#include "analysed.hpp"

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

// Typed formulas: those of the catalog have the analysis of its functions, and naive ones one that rounding does not spoil.

using activation::Analysis;
using activation::Formula;
using activation::FormulaProblem;
using activation::Growth;
using activation::Monotonicity;
using activation::Smoothness;
using activation::Status;
using typed::analysed;
using Kind = activation::Symmetry::Kind;

namespace {

bool near(double a, double b, double tolerance) {
  return a == b || (a != a && b != b) || std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

}  // namespace

TEST_CASE("A function of the catalog and its formula have the same analysis") {
  for (std::size_t i = 0; i < activation::catalog().size(); ++i) {
    if (activation::is_vector_function(i)) continue;
    const activation::Info& info = activation::catalog()[i];
    DYNAMIC_SECTION(info.id) {
      FormulaProblem problem;
      const std::unique_ptr<Formula> formula = Formula::parse(activation::notes()[i].formula, problem);
      REQUIRE(formula != nullptr);
      const std::vector<double> standard = golden::standard_parameters(info);
      std::vector<double> ordered;
      for (const std::string& name : formula->parameters()) {
        for (std::size_t k = 0; k < standard.size(); ++k) {
          if (info.parameters[k].name == name) ordered.push_back(standard[k]);
        }
      }
      Analysis of_kernel;
      Analysis of_formula;
      REQUIRE(analyse(i, standard, of_kernel) == Status::ok);
      REQUIRE(analyse(*formula, ordered, of_formula) == Status::ok);
      const Analysis& a = of_kernel;
      const Analysis& b = of_formula;
      CHECK(a.monotonicity == b.monotonicity);
      CHECK(a.smoothness == b.smoothness);
      CHECK(a.symmetry.kind == b.symmetry.kind);
      CHECK(a.left.growth == b.left.growth);
      CHECK(a.right.growth == b.right.growth);
      CHECK(near(a.left.limit.number, b.left.limit.number, 1e-12));
      CHECK(near(a.right.limit.number, b.right.limit.number, 1e-12));
      CHECK(near(a.lipschitz.number, b.lipschitz.number, 1e-12));
      REQUIRE(a.range.size() == b.range.size());
      for (std::size_t k = 0; k < a.range.size(); ++k) {
        CHECK(near(a.range[k].from, b.range[k].from, 1e-12));
        CHECK(near(a.range[k].to, b.range[k].to, 1e-12));
        CHECK(a.range[k].from_closed == b.range[k].from_closed);
        CHECK(a.range[k].to_closed == b.range[k].to_closed);
      }
      REQUIRE(a.extrema.size() == b.extrema.size());
      for (std::size_t k = 0; k < a.extrema.size(); ++k) CHECK(near(a.extrema[k].x, b.extrema[k].x, 1e-7));
      CHECK(a.zeros.size() == b.zeros.size());
      CHECK(a.inflections.size() == b.inflections.size());
      CHECK(a.jumps.size() == b.jumps.size());
      CHECK(a.saturation.size() == b.saturation.size());
      CHECK(near(a.moments.mean.number, b.moments.mean.number, 1e-12));
      CHECK(near(a.moments.second.number, b.moments.second.number, 1e-12));
      CHECK(near(a.moments.gradient_second.number, b.moments.gradient_second.number, 1e-12));
    }
  }
}

TEST_CASE("Parameters of a typed formula move its figures") {
  CHECK(near(analysed("x * sigmoid(beta * x)", {2}).extrema.at(0).x, -1.2784645427610738 / 2, 1e-12));
  CHECK(analysed("a * x", {-1}).monotonicity == Monotonicity::falling);
  FormulaProblem problem;
  const std::unique_ptr<Formula> formula = Formula::parse("a * x", problem);
  Analysis analysis;
  CHECK(analyse(*formula, {}, analysis) == Status::bad_parameter);
  const double nan = std::nan("");
  CHECK(analyse(*formula, {&nan, 1}, analysis) == Status::bad_parameter);
}

TEST_CASE("Each parameter has its own value, whatever is printed first") {
  for (const auto& [a, b] : {std::pair(1.0, 3.0), std::pair(3.0, 1.0)}) {
    CAPTURE(a, b);
    // Named in this order: b, a. Printed with the condition in front the last has them the other way round.
    for (const char* text : {"b * tanh(a * x)", "b * tanh(x / a)", "b * tanh(x) if a > 0 else -x"}) {
      INFO(text);
      const Analysis odd = analysed(text, {b, a});
      CHECK(odd.right.limit.number == b);
      CHECK(odd.left.limit.number == -b);
      REQUIRE(odd.range.size() == 1);
      CHECK(odd.range[0].to == b);
    }
    CHECK(analysed("a * tanh(b * x)", {a, b}).right.limit.number == a);
  }
}

TEST_CASE("What people type is analysed") {
  const Analysis tent = analysed("max(0, 1 - |x|)");
  CHECK(tent.symmetry.kind == Kind::even);
  CHECK(tent.smoothness == Smoothness::c0);
  REQUIRE(tent.extrema.size() == 1);
  CHECK(tent.extrema[0].y == 1);
  REQUIRE(tent.zeros.size() == 2);
  CHECK(tent.zeros[0].to == -1);
  CHECK(near(tent.lipschitz.number, 1, 1e-12));

  const Analysis root = analysed("sqrt(x)");
  CHECK_FALSE(root.lipschitz.exists());
  CHECK(root.right.growth == Growth::slower);
  REQUIRE(root.undefined.size() == 1);
  CHECK(near(root.undefined[0].to, 0, 1e-300));

  const Analysis wave = analysed("x + sin(x)");
  CHECK(wave.endless);
  CHECK(near(wave.repetition.length.number, 2 * std::acos(-1.0), 1e-12));
  CHECK(near(wave.repetition.drift.number, 2 * std::acos(-1.0), 1e-12));

  const Analysis quotient = analysed("x^2 / (1 + x^2)");
  CHECK(quotient.right.limit.number == 1);
  CHECK(quotient.undefined.empty());
  CHECK(quotient.smoothness == Smoothness::infinite);
  REQUIRE(quotient.range.size() == 1);
  CHECK(quotient.range[0].from == 0);
  CHECK(quotient.range[0].from_closed);
  CHECK(near(quotient.range[0].to, 1, 1e-12));
  CHECK_FALSE(quotient.range[0].to_closed);

  const Analysis stairs = analysed("floor(x)");
  CHECK(stairs.endless);
  CHECK(stairs.range_endless);
  CHECK(stairs.monotonicity == Monotonicity::rising);
}

TEST_CASE("Cusps and poles are told from smooth slopes") {
  CHECK(analysed("sqrt(abs(x))").smoothness == Smoothness::c0);
  CHECK(analysed("cbrt(x)").smoothness == Smoothness::c0);
  CHECK(analysed("1e300x").smoothness == Smoothness::infinite);
  CHECK(analysed("sin(x^2)").smoothness == Smoothness::infinite);
  CHECK_FALSE(analysed("tan(x)").moments.mean.exists());
  CHECK_FALSE(analysed("tan(x)").moments.gain.exists());
  CHECK(analysed("abs(sin(x))").extrema.size() <= 12);
}

TEST_CASE("Only what follows from the form is said to be proved, where kinks had to be searched for") {
  for (const char* text : {"x > 0 ? x : 0.1x", "x > 0 ? x : exp(x) - 1", "(x > 1 ? x : 2x - 1)^2"}) {
    INFO(text);
    CHECK_FALSE(analysed(text).monotonicity_sure.proved);
  }
  CHECK(analysed("x > 0 ? x : 0.1x").monotonicity == Monotonicity::rising);
  for (const char* text : {"max(x, 0.1x)", "x^3 + x", "floor(x)", "-tanh(x)"}) {
    INFO(text);
    CHECK(analysed(text).monotonicity_sure.proved);
  }
  Analysis leaky;
  const double slope = 0.1;
  REQUIRE(analyse(activation::find("leaky_relu"), {&slope, 1}, leaky) == Status::ok);
  CHECK(leaky.monotonicity_sure.proved);
}

TEST_CASE("A range is proved where nothing can jump over a part of it") {
  for (const char* text : {"max(0, x)", "tanh(x)", "1/(1 + exp(-x))", "x^2", "clip(x, -1, 1)", "|x|", "2 - exp(x)"}) {
    INFO(text);
    CHECK(analysed(text).range_sure.proved);
  }
  for (const char* text : {"x > 0 ? x : 0", "clip(floor(x), 0, 0.5)", "sign(x)"}) {
    INFO(text);
    CHECK_FALSE(analysed(text).range_sure.proved);
  }
}

TEST_CASE("The work of an analysis is bounded, however long the formula") {
  const auto repeated = [](const std::string& before, const std::string& after, int times) {
    std::string text = "0";
    for (int i = 0; i < times; ++i) text.append("+").append(before).append(std::to_string(i)).append(after);
    return text;
  };
  CHECK(analysed(repeated("sin(x * ", ")", 600)).moments.mean.exists());
  const Analysis bends = analysed(repeated("|x - ", "/8|", 401));
  CHECK(bends.extrema.size() == 1);
  CHECK(bends.jumps.size() == 12);
}
