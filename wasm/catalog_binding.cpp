#include <activation/catalog.hpp>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

namespace {

using activation::Info;
using emscripten::val;

val text(std::string_view words) { return val(std::string(words)); }

const char* family_id(activation::Family family) {
  switch (family) {
    case activation::Family::rectifier: return "rectifier";
    case activation::Family::smooth_rectifier: return "smooth-rectifier";
    case activation::Family::squashing: return "squashing";
    case activation::Family::hard: return "hard";
    case activation::Family::shrinkage: return "shrinkage";
    case activation::Family::periodic: return "periodic";
    case activation::Family::bump: return "bump";
    case activation::Family::linear: return "linear";
    case activation::Family::vector: return "vector";
  }
  return "";
}

template <class Items, class Describe>
val list(const Items& items, Describe describe) {
  val array = val::array();
  unsigned index = 0;
  for (const auto& item : items) array.set(index++, describe(item));
  return array;
}

val describe_parameter(const activation::Parameter& parameter) {
  val object = val::object();
  object.set("name", text(parameter.name));
  object.set("symbol", text(parameter.symbol));
  object.set("meaning", text(parameter.meaning));
  object.set("default", parameter.standard);
  object.set("minimum", parameter.minimum);
  object.set("maximum", parameter.maximum);
  object.set("sliderMinimum", parameter.slider_minimum);
  object.set("sliderMaximum", parameter.slider_maximum);
  object.set("step", parameter.step);
  return object;
}

val describe_reference(const activation::Reference& reference) {
  val object = val::object();
  object.set("authors", text(reference.authors));
  object.set("year", reference.year);
  object.set("title", text(reference.title));
  object.set("url", text(reference.url));
  return object;
}

val describe_properties(const activation::Properties& properties) {
  val object = val::object();
  object.set("range", text(properties.range));
  object.set("monotonic", text(properties.monotonic));
  object.set("symmetry", text(properties.symmetry));
  object.set("smoothness", text(properties.smoothness));
  object.set("saturation", text(properties.saturation));
  return object;
}

val describe_kink(const activation::Kink& kink) {
  val object = val::object();
  object.set("offset", kink.offset);
  object.set("parameter", kink.parameter);
  object.set("scale", kink.scale);
  return object;
}

/// Everything the core knows of each function, in catalog order; the index is the function's handle.
val catalog() {
  std::size_t index = 0;
  return list(activation::catalog(), [&index](const Info& info) {
    val object = val::object();
    object.set("id", text(info.id));
    object.set("name", text(info.name));
    object.set("family", val(std::string(family_id(info.family))));
    object.set("vector", activation::is_vector_function(index++));
    object.set("tutorial", info.tutorial);
    object.set("formula", text(info.formula));
    object.set("mathml", text(info.mathml));
    object.set("summary", text(info.summary));
    object.set("parameters", list(info.parameters, describe_parameter));
    object.set("kinks", list(info.kinks, describe_kink));
    object.set("properties", describe_properties(info.properties));
    object.set("references", list(info.references, describe_reference));
    object.set("slice", list(info.slice, [](double logit) { return val(logit); }));
    return object;
  });
}

}  // namespace

EMSCRIPTEN_BINDINGS(catalog) { emscripten::function("catalog", &catalog); }
