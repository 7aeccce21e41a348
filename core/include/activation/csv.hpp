#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace activation {

/// What stands between the cells of a row. Space is any run of spaces and tabs.
enum class Separator : std::uint8_t { automatic, comma, semicolon, tab, space };

/// How much text the pieces of a table need at most, for a text of so many bytes.
constexpr std::size_t table_bytes(std::size_t text_bytes) { return text_bytes + 3; }
constexpr std::size_t table_rows(std::size_t text_bytes) { return text_bytes / 2 + 1; }

/// How a table comes out of read_table: every cell ends with cell_end, every row with row_end, two characters that no
/// text needs; where a cell holds one of them it is left out.
inline constexpr char cell_end = '\x1f';
inline constexpr char row_end = '\x1e';

struct TableSize {
  std::size_t bytes = 0;       ///< of the pieces
  std::size_t rows = 0;        ///< how many, blank lines left out
  std::size_t open_quote = 0;  ///< the line of a quote that nothing closes, 0 when there is none
};

/// Reads text with separators (RFC 4180 and its relatives) into cells: quoted cells may hold separators, line breaks and
/// doubled quotes; lines end with LF, CRLF or CR; a byte order mark is dropped; spaces around a cell are no part of it.
/// `cells` has table_bytes(text.size()) bytes, `lines` table_rows(text.size()) numbers: the line where each row starts,
/// counted from 1. Separator::automatic is the one of comma, semicolon and tab that gives rows of equal length; a space
/// is never taken for one, since sentences are full of them.
Status read_table(std::string_view text, Separator separator, std::span<char> cells, std::span<std::uint32_t> lines,
                  TableSize& size);

}  // namespace activation
