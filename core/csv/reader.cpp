#include <activation/csv.hpp>

#include "cell.hpp"
#include "detect.hpp"
#include "math/number.hpp"
#include "tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

namespace activation {

using Kind = CsvProblem::Kind;

namespace csv {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The beginning of a text of at most so many bytes, without half a character at its end.
std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

/// Whole lines as far as there are any: half a line would look ragged.
std::string_view whole_lines(std::string_view text) {
  const std::size_t end = text.find_last_of("\r\n");
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

}  // namespace

/// What a reader knows, and the sink of its tokenizer. Values lie row by row; a first row may become a table's or a list.
struct Reading {
  static constexpr std::size_t longest_cell = 1300;
  static constexpr std::size_t longest_name = 200;
  static constexpr std::size_t longest_text = 40;

  Separator asked_separator;
  Header asked_header;
  std::string sample;  ///< until the dialect is known
  Dialect dialect;
  Layout layout;
  std::optional<Tokenizer> tokenizer;
  CsvReader::Refusal refusal = CsvReader::Refusal::none;
  bool full = false;
  bool finished = false;

  std::array<char, longest_cell> cell;
  std::size_t cell_size = 0;
  std::size_t in_row = 0;  ///< cells of the row that is being read
  std::size_t row_line = 0;
  std::size_t extra = 0;  ///< cells too many in this row that hold something
  bool names_due = false;

  bool is_table = false;  ///< a header or a second row has been seen, and `width` is that of every row
  std::size_t width = 0;
  double* values = nullptr;
  std::size_t size = 0;
  std::size_t capacity = 0;
  std::size_t rows = 0;
  std::vector<CsvColumn> columns;
  CsvColumn list;  ///< what the first row is if no second one follows
  std::vector<CsvProblem> problems;
  std::array<std::size_t, 3> counts{};

  Reading(Separator separator, Header header) : asked_separator(separator), asked_header(header) {}
  ~Reading() { std::free(values); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  bool wants_more() const { return !full && refusal == CsvReader::Refusal::none; }

  void decide(bool complete) {
    const std::string_view text = without_mark(sample);
    if (text.find('\0') != std::string_view::npos) {
      refusal = CsvReader::Refusal::binary;
    } else {
      const std::string_view lines = complete ? text : whole_lines(text);
      dialect = dialect_of(lines, asked_separator);
      layout = layout_of(lines, dialect, asked_header);
      names_due = layout.header;
      tokenizer.emplace(dialect.separator);
      tokenizer->feed(text, *this);
    }
    std::string().swap(sample);
  }

  void append(char c) {
    if (cell_size < longest_cell) cell[cell_size++] = c;
  }

  void end_cell(bool, std::size_t line) {
    const std::string_view text = trimmed({cell.data(), cell_size});
    cell_size = 0;
    if (!wants_more()) return;
    const std::size_t column = in_row++;
    if (column == 0) begin_row(line);
    if (!wants_more()) return;
    if (names_due) {
      name(text);
    } else if (is_table && column >= width) {
      extra += !text.empty();
    } else {
      number(text, column, line);
    }
  }

  void end_row() {
    if (wants_more() && names_due) {
      names_due = false;
      is_table = true;
      width = columns.size();
    } else if (wants_more()) {
      end_numbers();
    }
    in_row = extra = 0;
  }

  void begin_row(std::size_t line) {
    row_line = line;
    if (!is_table && rows == 1) {
      is_table = true;
      if (width > CsvReader::most_columns) refuse(CsvReader::Refusal::columns);
    }
    if (is_table && size + width > CsvReader::most_values) full = true;
  }

  void refuse(CsvReader::Refusal why) {
    refusal = why;
    columns.clear();
    problems.clear();
    counts = {};
    size = rows = 0;
  }

  void name(std::string_view text) {
    if (columns.size() == CsvReader::most_columns) return refuse(CsvReader::Refusal::columns);
    columns.push_back({.name = std::string(beginning(text, longest_name)), .missing = 0, .bad = 0});
  }

  void number(std::string_view text, std::size_t column, std::size_t line) {
    if (!push(nothing)) return;
    if (!is_table && column < CsvReader::most_columns) columns.push_back({});
    CsvColumn& place = column < columns.size() ? columns[column] : list;
    const Cell kind = read_cell(text, dialect.mark, values[size - 1]);
    if (kind == Cell::missing) ++place.missing;
    if (kind == Cell::text) {
      ++place.bad;
      const bool expected = column < CsvReader::most_columns && layout.wordy[column];
      if (!expected) problem(Kind::not_a_number, line, column + 1, 0, text);
    }
  }

  void end_numbers() {
    if (!is_table) {
      width = in_row;
    } else if (in_row < width) {
      problem(Kind::short_row, row_line, 0, in_row, {});
      for (std::size_t i = in_row; i < width; ++i) {
        if (!push(nothing)) return;
        ++columns[i].missing;
      }
    } else if (extra > 0) {
      problem(Kind::long_row, row_line, 0, in_row, {});
    }
    ++rows;
  }

  bool push(double value) {
    if (size == CsvReader::most_values) {
      full = true;
    } else if (size == capacity) {
      const std::size_t more = std::min(std::max<std::size_t>(2 * capacity, 4096), CsvReader::most_values);
      auto* const larger = static_cast<double*>(std::realloc(values, more * sizeof(double)));
      if (larger == nullptr) {
        full = true;
      } else {
        values = larger;
        capacity = more;
      }
    }
    if (!full) values[size++] = value;
    return !full;
  }

  /// What has turned out to be one row of numbers is one column of them.
  void finish_list() {
    for (const CsvColumn& column : columns) {
      list.missing += column.missing;
      list.bad += column.bad;
    }
    columns.assign(size > 0 ? 1 : 0, list);
    width = columns.size();
    rows = size;
  }

  void problem(Kind kind, std::size_t line, std::size_t column, std::size_t cells, std::string_view text) {
    ++counts[static_cast<std::size_t>(kind)];
    if (problems.size() == CsvReader::most_problems) return;
    problems.push_back({.kind = kind,
                        .line = line,
                        .column = column,
                        .cells = cells,
                        .text = std::string(beginning(text, longest_text))});
    if (text.size() > longest_text) problems.back().text += "…";
  }
};

}  // namespace csv

CsvReader::CsvReader(Separator separator, Header header) : reading_(new csv::Reading(separator, header)) {}
CsvReader::~CsvReader() { delete reading_; }

bool CsvReader::write(std::string_view piece) {
  csv::Reading& reading = *reading_;
  if (reading.finished || !reading.wants_more()) return false;
  if (!reading.tokenizer) {
    const std::string_view first = piece.substr(0, csv::sample_bytes - reading.sample.size());
    reading.sample += first;
    piece.remove_prefix(first.size());
    if (reading.sample.size() == csv::sample_bytes) reading.decide(false);
  }
  if (reading.tokenizer && reading.wants_more()) reading.tokenizer->feed(piece, reading);
  return reading.wants_more();
}

void CsvReader::finish() {
  csv::Reading& reading = *reading_;
  if (reading.finished) return;
  reading.finished = true;
  if (!reading.tokenizer && reading.wants_more()) reading.decide(true);
  if (reading.tokenizer && reading.wants_more()) reading.tokenizer->finish(reading);
  if (reading.refusal != Refusal::none) return;
  if (reading.is_table) {
    reading.size = reading.rows * reading.width;
  } else {
    reading.finish_list();
  }
}

CsvReader::Refusal CsvReader::refusal() const { return reading_->refusal; }
bool CsvReader::full() const { return reading_->full; }
Separator CsvReader::separator() const { return reading_->dialect.separator; }
char CsvReader::decimal_mark() const { return reading_->dialect.mark; }
bool CsvReader::header() const { return reading_->layout.header; }
std::size_t CsvReader::rows() const { return reading_->rows; }
std::span<const CsvColumn> CsvReader::columns() const { return reading_->columns; }
std::span<const CsvProblem> CsvReader::problems() const { return reading_->problems; }
std::size_t CsvReader::count(Kind kind) const { return reading_->counts[static_cast<std::size_t>(kind)]; }
std::size_t CsvReader::open_quote() const { return reading_->tokenizer ? reading_->tokenizer->open_quote() : 0; }

Status CsvReader::values(std::size_t which, std::span<double> out) const {
  const csv::Reading& reading = *reading_;
  if (which == reading.columns.size()) {
    if (out.size() != reading.size) return Status::bad_argument;
    std::copy_n(reading.values, reading.size, out.data());
    return Status::ok;
  }
  if (which > reading.columns.size() || out.size() != reading.rows) return Status::bad_argument;
  for (std::size_t row = 0; row < reading.rows; ++row) out[row] = reading.values[row * reading.width + which];
  return Status::ok;
}

}  // namespace activation
