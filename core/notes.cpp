#include <activation/catalog_json.hpp>

#include "functions/all.hpp"
#include "json_writer.hpp"

#include <array>

// Apart from catalog.cpp, so that a module that draws a first curve can do without.

namespace activation {
namespace {

template <class... Functions>
constexpr std::array<Notes, sizeof...(Functions)> notes_of(List<Functions...>) {
  return {Functions::notes...};
}

constexpr auto all_notes = notes_of(All{});

using Writer = JsonWriter;

void write_reference(Writer& out, const Reference& reference) {
  out.open('{');
  out.member("authors", reference.authors);
  out.member("year", static_cast<double>(reference.year));
  out.member("title", reference.title);
  out.member("url", reference.url);
  out.close('}');
}

void write_properties(Writer& out, const Properties& properties) {
  out.key("properties");
  out.open('{');
  out.member("range", properties.range);
  out.member("monotonic", properties.monotonic);
  out.member("symmetry", properties.symmetry);
  out.member("smoothness", properties.smoothness);
  out.member("saturation", properties.saturation);
  out.close('}');
}

void write_version(Writer& out, const Version& version) {
  out.open('{');
  out.member("framework", version.framework);
  out.member("name", version.name);
  out.member("differs", version.differs);
  out.member("id", version.id);
  out.list("parameters", version.parameters, [&out](double one) { out.raw(json_number(one)); });
  out.member("inputScale", version.input_scale);
  out.member("linearAbove", version.linear_above);
  out.close('}');
}

void write_notes(Writer& out, const Notes& notes) {
  out.open('{');
  out.member("formula", notes.formula);
  out.member("mathml", notes.mathml);
  out.member("summary", notes.summary);
  write_properties(out, notes.properties);
  out.list("references", notes.references, [&out](const Reference& one) { write_reference(out, one); });
  out.list("versions", notes.versions, [&out](const Version& one) { write_version(out, one); });
  out.close('}');
}

}  // namespace

std::span<const Notes> notes() { return all_notes; }

std::string notes_json() {
  Writer out;
  out.open('[');
  for (const Notes& one : notes()) write_notes(out, one);
  out.close(']');
  return out.take();
}

}  // namespace activation
