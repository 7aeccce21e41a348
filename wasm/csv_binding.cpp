#include <activation/csv.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// `numbers` starts with the size (bytes, rows, line of an open quote), then come the lines of the rows.
int read_table(Address text, std::size_t length, int separator, Address cells, Address numbers) {
  const std::span<std::uint32_t> out = span_at<std::uint32_t>(numbers, activation::table_rows(length) + 3);
  activation::TableSize size;
  const activation::Status status = activation::read_table(
      {reinterpret_cast<const char*>(text), length}, static_cast<activation::Separator>(separator),
      span_at<char>(cells, activation::table_bytes(length)), out.subspan(3), size);
  out[0] = static_cast<std::uint32_t>(size.bytes);
  out[1] = static_cast<std::uint32_t>(size.rows);
  out[2] = static_cast<std::uint32_t>(size.open_quote);
  return static_cast<int>(status);
}

using activation::CsvReader;

CsvReader& reader_at(Address address) { return *reinterpret_cast<CsvReader*>(address); }

Address create(int separator, int header) {
  return reinterpret_cast<Address>(
      new CsvReader(static_cast<activation::Separator>(separator), static_cast<activation::Header>(header)));
}

bool write(Address reader, Address piece, std::size_t length) {
  return reader_at(reader).write({reinterpret_cast<const char*>(piece), length});
}

std::string finish(Address reader) {
  reader_at(reader).finish();
  return activation::csv_summary(reader_at(reader));
}

int values(Address reader, std::size_t which, Address out, std::size_t length) {
  return static_cast<int>(reader_at(reader).values(which, span_at<double>(out, length)));
}

void destroy(Address reader) { delete &reader_at(reader); }

}  // namespace

EMSCRIPTEN_BINDINGS(csv) {
  emscripten::function("csvTable", &read_table);
  emscripten::function("csvCreate", &create);
  emscripten::function("csvWrite", &write);
  emscripten::function("csvFinish", &finish);
  emscripten::function("csvValues", &values);
  emscripten::function("csvDestroy", &destroy);
}
