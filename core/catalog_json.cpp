#include <activation/catalog_json.hpp>

#include <activation/catalog.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "json_writer.hpp"
#include "math/number.hpp"

namespace activation {
namespace {

const char* family_id(Family family) {
  switch (family) {
    case Family::rectifier: return "rectifier";
    case Family::smooth_rectifier: return "smooth-rectifier";
    case Family::squashing: return "squashing";
    case Family::hard: return "hard";
    case Family::shrinkage: return "shrinkage";
    case Family::periodic: return "periodic";
    case Family::bump: return "bump";
    case Family::linear: return "linear";
    case Family::vector: return "vector";
  }
  return "";
}

std::string digits(std::uint64_t number) {
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + number % 10));
    number /= 10;
  } while (number != 0);
  return text;
}

using Writer = JsonWriter;

void write_parameter(Writer& out, const Parameter& parameter) {
  out.open('{');
  out.member("name", parameter.name);
  out.member("symbol", parameter.symbol);
  out.member("meaning", parameter.meaning);
  out.member("default", parameter.standard);
  out.member("minimum", parameter.minimum);
  out.member("maximum", parameter.maximum);
  out.member("sliderMinimum", parameter.slider_minimum);
  out.member("sliderMaximum", parameter.slider_maximum);
  out.member("step", parameter.step);
  out.member("whole", parameter.whole);
  out.close('}');
}

void write_kink(Writer& out, const Kink& kink) {
  out.open('{');
  out.member("offset", kink.offset);
  out.member("parameter", static_cast<double>(kink.parameter));
  out.member("scale", kink.scale);
  out.close('}');
}

void write_info(Writer& out, const Info& info, bool vector) {
  out.open('{');
  out.member("id", info.id);
  out.member("name", info.name);
  out.member("family", family_id(info.family));
  out.member("vector", vector);
  out.member("tutorial", info.tutorial);
  out.list("parameters", info.parameters, [&out](const Parameter& one) { write_parameter(out, one); });
  out.list("kinks", info.kinks, [&out](const Kink& one) { write_kink(out, one); });
  out.list("slice", info.slice, [&out](double logit) { out.raw(json_number(logit)); });
  out.close('}');
}

}  // namespace

std::string json_number(double value) {
  // m and 10^d are exact up to 2^53 and 10^22, so m / 10^d is rounded once, as a parser rounds "me-d".
  const double size = math::abs(value);
  double power = 1;
  for (int d = 0; d <= 22; ++d, power *= 10) {
    const double scaled = size * power;
    if (!(scaled < 0x1p53)) break;
    const auto whole = static_cast<std::uint64_t>(scaled + 0.5);
    if (static_cast<double>(whole) / power == size) {
      // Appended, not added up: g++ 12 at -O3 sees an overlap in sums of strings where there is none.
      std::string text = value < 0 ? "-" : "";
      text += digits(whole);
      if (d > 0) text.append("e-").append(digits(static_cast<std::uint64_t>(d)));
      return text;
    }
  }
  // Nothing else is in the catalog, and a test sees to that.
  return "null";
}

std::string catalog_json() {
  Writer out;
  out.open('[');
  std::size_t index = 0;
  for (const Info& info : catalog()) write_info(out, info, is_vector_function(index++));
  out.close(']');
  return out.take();
}

}  // namespace activation
