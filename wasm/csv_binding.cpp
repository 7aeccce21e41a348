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

}  // namespace

EMSCRIPTEN_BINDINGS(csv) { emscripten::function("csvTable", &read_table); }
