#include <activation/catalog.hpp>

#include "catch.hpp"
#include "golden.hpp"

#include <dirent.h>

#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using activation::Family;
using activation::Info;
using activation::Quantity;
using activation::Status;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Whether the tags of a piece of MathML are balanced, and its text holds no bare < or &.
bool is_well_formed(std::string_view mathml) {
  std::vector<std::string> open;
  while (!mathml.empty()) {
    if (mathml[0] == '&') {
      const std::size_t end = mathml.find(';');
      if (end == std::string_view::npos) return false;
      const std::string_view name = mathml.substr(1, end - 1);
      if (name.empty() || (name[0] != '#' && name != "lt" && name != "gt" && name != "amp")) return false;
      mathml.remove_prefix(end + 1);
    } else if (mathml[0] == '<') {
      const std::size_t end = mathml.find('>');
      if (end == std::string_view::npos) return false;
      const std::string_view tag = mathml.substr(1, end - 1);
      if (tag.substr(0, 1) == "/") {
        if (open.empty() || open.back() != tag.substr(1)) return false;
        open.pop_back();
      } else if (tag.empty() || tag.back() != '/') {
        open.emplace_back(tag.substr(0, tag.find(' ')));
      }
      mathml.remove_prefix(end + 1);
    } else {
      mathml.remove_prefix(1);
    }
  }
  return open.empty();
}

const activation::Notes& notes_of(const Info& info) { return activation::notes()[activation::find(info.id)]; }

}  // namespace

TEST_CASE("the catalog lists the guide's functions in menu order") {
  std::vector<std::string_view> ids;
  for (const Info& info : activation::catalog()) {
    if (info.tutorial) ids.push_back(info.id);
  }
  CHECK(ids ==
        std::vector<std::string_view>{"relu", "leaky_relu", "elu", "gelu", "sigmoid", "tanh", "linear", "softmax"});
}

TEST_CASE("families come one after the other, in the order of Family") {
  Family last = Family::rectifier;
  for (const Info& info : activation::catalog()) {
    CHECK(info.family >= last);
    last = info.family;
  }
}

TEST_CASE("the guide's functions come first in their families") {
  const Info* last = &activation::catalog()[0];
  for (const Info& info : activation::catalog()) {
    CAPTURE(info.id);
    CHECK((last->tutorial || last->family != info.family || !info.tutorial));
    last = &info;
  }
}

TEST_CASE("ids are unique, and find() knows each of them and nothing else") {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < activation::catalog().size(); ++i) {
    const std::string_view id = activation::catalog()[i].id;
    CHECK(seen.insert(id).second);
    CHECK(activation::find(id) == i);
  }
  for (const std::string_view unknown : {"", "gleu", "GELU", "relu "}) {
    CHECK(activation::find(unknown) == activation::catalog().size());
  }
}

TEST_CASE("every function tells a learner everything") {
  for (const Info& info : activation::catalog()) {
    DYNAMIC_SECTION(info.id) {
      const activation::Notes& notes = notes_of(info);
      CHECK_FALSE(info.name.empty());
      CHECK_FALSE(notes.formula.empty());
      CHECK_FALSE(notes.summary.empty());
      CHECK_FALSE(notes.properties.range.empty());
      CHECK_FALSE(notes.properties.monotonic.empty());
      CHECK_FALSE(notes.properties.symmetry.empty());
      CHECK_FALSE(notes.properties.smoothness.empty());
      CHECK_FALSE(notes.properties.saturation.empty());
      CHECK((info.family == Family::vector) == !notes.mathml.empty());
      CHECK((info.family == Family::vector) == contains(notes.mathml, "<mo>=</mo>"));
      CHECK(is_well_formed(notes.mathml));
      CHECK_FALSE(contains(notes.mathml, "style="));
      CHECK_FALSE(notes.references.empty());
      for (const activation::Reference& reference : notes.references) {
        CHECK_FALSE(reference.authors.empty());
        CHECK_FALSE(reference.title.empty());
        CHECK(reference.year > 1900);
        CHECK((reference.url.empty() || contains(reference.url, "https://")));
      }
      CHECK((info.family == Family::vector) == activation::is_vector_function(activation::find(info.id)));
      CHECK((info.family == Family::vector) == !info.slice.empty());
    }
  }
}

TEST_CASE("every parameter has its standard value on its slider, and the slider inside its limits") {
  for (const Info& info : activation::catalog()) {
    DYNAMIC_SECTION(info.id) {
      for (const activation::Parameter& parameter : info.parameters) {
        CHECK_FALSE(parameter.name.empty());
        CHECK_FALSE(parameter.symbol.empty());
        CHECK_FALSE(parameter.meaning.empty());
        CHECK(contains(notes_of(info).formula, parameter.name));
        if (info.family == Family::vector) CHECK(contains(notes_of(info).mathml, parameter.symbol));
        CHECK(parameter.minimum <= parameter.slider_minimum);
        CHECK(parameter.slider_minimum <= parameter.standard);
        CHECK(parameter.standard <= parameter.slider_maximum);
        CHECK(parameter.slider_maximum <= parameter.maximum);
        CHECK(parameter.step > 0);
      }
      for (const activation::Kink& kink : info.kinks) {
        CHECK(kink.parameter < static_cast<int>(info.parameters.size()));
        CHECK(std::isfinite(kink.at(golden::standard_parameters(info))));
      }
    }
  }
}

TEST_CASE("periodic functions say after what length they come again") {
  for (const Info& info : activation::catalog()) {
    CAPTURE(info.id);
    CHECK((info.family == Family::periodic) == (info.period.length > 0));
    CHECK(info.period.parameter < static_cast<int>(info.parameters.size()));
    if (info.period.parameter >= 0) CHECK(info.parameters[static_cast<std::size_t>(info.period.parameter)].minimum > 0);
  }
  const double a[] = {4};
  CHECK(activation::catalog()[activation::find("snake")].period.at(a) == std::acos(-1.0) / 4);
  CHECK(activation::catalog()[activation::find("sin")].period.at({}) == 2 * std::acos(-1.0));
}

TEST_CASE("parameters outside their limits, missing or NaN are refused") {
  const std::size_t elu = activation::find("elu");
  const auto check = [&](std::vector<double> parameters) { return activation::check_parameters(elu, parameters); };
  CHECK(check({1}) == Status::ok);
  CHECK(check({0}) == Status::ok);
  CHECK(check({}) == Status::bad_parameter);
  CHECK(check({1, 1}) == Status::bad_parameter);
  CHECK(check({-1e-300}) == Status::bad_parameter);
  CHECK(check({1.0000001e6}) == Status::bad_parameter);
  CHECK(check({std::numeric_limits<double>::quiet_NaN()}) == Status::bad_parameter);
  CHECK(check({std::numeric_limits<double>::infinity()}) == Status::bad_parameter);
  CHECK(activation::check_parameters(activation::catalog().size(), {}) == Status::unknown_function);
  const double zero[] = {0};
  CHECK(activation::check_parameters(activation::find("softmax"), zero) == Status::bad_parameter);
  const double half[] = {2.5};
  CHECK(activation::check_parameters(activation::find("softmax"), half) == Status::ok);
  CHECK(activation::check_parameters(activation::find("maxout"), half) == Status::bad_parameter);
}

TEST_CASE("evaluate() says what is wrong") {
  const std::array<double, 3> x{1, 2, 3};
  std::array<double, 3> y{};
  std::array<double, 2> shorter{};
  const double one[] = {1};
  using activation::evaluate;
  const auto tanh = activation::find("tanh");
  CHECK(evaluate(99, Quantity::value, std::span<const double>(x), y, {}) == Status::unknown_function);
  CHECK(evaluate(tanh, Quantity::value, std::span<const double>(x), shorter, {}) == Status::bad_argument);
  CHECK(evaluate(tanh, Quantity::value, std::span<const double>(x), y, one) == Status::bad_parameter);
  CHECK(evaluate(activation::find("softmax"), Quantity::value, std::span<const double>(x), y, one) ==
        Status::unsupported);
  CHECK(evaluate(tanh, Quantity::value, std::span<const double>(), std::span<double>(), {}) == Status::ok);
}

TEST_CASE("x and out may be the same array, of any length") {
  for (const std::size_t length : {1U, 2U, 3U, 255U, 256U, 257U, 1000U}) {
    std::vector<double> x(length);
    std::vector<float> single(length);
    for (std::size_t i = 0; i < length; ++i) {
      x[i] = 0.01 * static_cast<double>(i) - 3;
      single[i] = static_cast<float>(x[i]);
    }
    std::vector<double> y(length);
    std::vector<float> single_y(length);
    const auto gelu = activation::find("gelu");
    REQUIRE(activation::evaluate(gelu, Quantity::value, std::span<const double>(x), y, {}) == Status::ok);
    REQUIRE(activation::evaluate(gelu, Quantity::value, std::span<const double>(x), x, {}) == Status::ok);
    CHECK(x == y);
    REQUIRE(activation::evaluate(gelu, Quantity::value, std::span<const float>(single), single_y, {}) == Status::ok);
    REQUIRE(activation::evaluate(gelu, Quantity::value, std::span<const float>(single), single, {}) == Status::ok);
    CHECK(single == single_y);
  }
}

TEST_CASE("a float32 parameter is rounded to float32 before use") {
  const double slope[] = {0.01};
  const float x[] = {-5};
  float y[1];
  REQUIRE(activation::evaluate(activation::find("leaky_relu"), Quantity::value, std::span<const float>(x),
                               std::span<float>(y), slope) == Status::ok);
  CHECK(y[0] == static_cast<float>(-5 * static_cast<double>(0.01F)));
  CHECK(y[0] != static_cast<float>(-5 * 0.01));
}

TEST_CASE("every file in core/functions is registered") {
  DIR* const folder = opendir((std::string(ACTIVATION_GOLDEN_DIR) + "/../../core/functions").c_str());
  REQUIRE(folder != nullptr);
  std::size_t functions = 0;
  while (const dirent* entry = readdir(folder)) {
    const std::string name = entry->d_name;
    const bool shared = name == "all.hpp" || name == "function.hpp";
    if (shared || name.size() < 5 || name.substr(name.size() - 4) != ".hpp") continue;
    ++functions;
    CAPTURE(name);
    CHECK(activation::find(name.substr(0, name.size() - 4)) < activation::catalog().size());
  }
  closedir(folder);
  CHECK(functions == activation::catalog().size());
}
