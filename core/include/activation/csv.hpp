#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Whether the first row holds the names of the columns.
enum class Header : std::uint8_t { automatic, with, without };

/// Something in the text that is not as it should be, with where it is: lines and columns count from 1.
struct CsvProblem {
  enum class Kind : std::uint8_t {
    not_a_number,  ///< `text` is how the cell begins
    short_row,     ///< `cells` instead of as many as there are columns
    long_row,
  };
  Kind kind;
  std::size_t line;
  std::size_t column;  ///< 0 for a whole row
  std::size_t cells;
  std::string text;
};

struct CsvColumn {
  std::string name;           ///< empty without a header
  std::uint32_t missing = 0;  ///< cells that are empty or stand for nothing, or that a short row does not have
  std::uint32_t bad = 0;      ///< cells that hold something else than a number
};

namespace csv {
struct Reading;
}

/// Reads numbers out of text that comes in pieces of any size: a table with separators, or a plain list. Where a piece
/// ends makes no difference to the result.
///
/// From the first 64 KiB it is decided what separates the cells (the separator that makes the most cells numbers), what
/// the decimal mark is, and whether the first row is names. One single row is a list: one column. A cell that holds no
/// number is NaN in its column and counted; the first most_problems of them are kept with their places, those of columns
/// that hold nothing but words left out.
class CsvReader {
 public:
  static constexpr std::size_t most_values = 1'000'000;
  static constexpr std::size_t most_columns = 1'000;
  static constexpr std::size_t most_problems = 20;

  explicit CsvReader(Separator separator = Separator::automatic, Header header = Header::automatic);
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  ~CsvReader();

  /// False when nothing more can be taken: most_values are there, or the text was refused.
  bool write(std::string_view piece);
  /// Call once after the last piece; the results are there from then on.
  void finish();

  enum class Refusal : std::uint8_t { none, columns, binary };
  /// columns: more of them than most_columns; binary: no UTF-8 text. Nothing is kept then.
  Refusal refusal() const;
  /// There was more than most_values (or than memory): the rows until there are kept.
  bool full() const;

  Separator separator() const;
  char decimal_mark() const;
  bool header() const;
  std::size_t rows() const;
  std::span<const CsvColumn> columns() const;
  std::span<const CsvProblem> problems() const;
  /// How many problems of a kind there are, kept or not.
  std::size_t count(CsvProblem::Kind kind) const;
  std::size_t open_quote() const;

  /// A column from top to bottom, out.size() == rows(); or all values row by row when `which` is columns().size(),
  /// out.size() == rows() * columns().size(). NaN where there is no number. bad_argument for any other size or column.
  Status values(std::size_t which, std::span<double> out) const;

 private:
  csv::Reading* reading_;
};

/// Everything about a finished reading but its values, as JSON.
std::string csv_summary(const CsvReader& reader);

}  // namespace activation
