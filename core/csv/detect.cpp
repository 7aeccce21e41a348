#include "detect.hpp"

#include "cell.hpp"
#include "tokenizer.hpp"

#include <array>

namespace activation::csv {
namespace {

template <class Sink>
void read(std::string_view sample, Separator separator, Sink& sink) {
  Tokenizer tokenizer(separator);
  tokenizer.feed(sample, sink);
  tokenizer.finish(sink);
}

/// Gathers the text of a cell, as much as a number may have.
class CellText {
 public:
  void append(char c) {
    if (size_ < text_.size()) text_[size_++] = c;
  }
  std::string_view take() {
    const std::string_view text(text_.data(), size_);
    size_ = 0;
    return text;
  }

 private:
  std::array<char, 1024> text_;
  std::size_t size_ = 0;
};

/// Counts rows and how many of them have as many cells as the first.
struct Shape {
  std::size_t rows = 0;
  std::size_t alike = 0;
  std::size_t width = 0;
  std::size_t cells = 0;

  void append(char) {}
  void end_cell(bool, std::size_t) { ++cells; }
  void end_row() {
    if (rows == 0) width = cells;
    alike += cells == width;
    ++rows;
    cells = 0;
  }
};

/// Counts which cells are numbers with either mark.
struct Score : Shape {
  CellText text;
  std::size_t filled = 0;
  std::size_t with_point = 0;
  std::size_t with_comma = 0;

  void append(char c) { text.append(c); }
  void end_cell(bool quoted, std::size_t line) {
    Shape::end_cell(quoted, line);
    double value = 0;
    const std::string_view cell = text.take();
    const Cell kind = read_cell(cell, '.', value);
    filled += kind != Cell::missing;
    with_point += kind == Cell::number;
    with_comma += read_cell(cell, ',', value) == Cell::number;
  }
  std::size_t numbers() const { return with_comma > with_point ? with_comma : with_point; }

  /// First more of the cells, then more of the rows, then more columns.
  bool better_than(const Score& other) const {
    if (numbers() * other.filled != other.numbers() * filled)
      return numbers() * other.filled > other.numbers() * filled;
    if (alike * other.rows != other.alike * rows) return alike * other.rows > other.alike * rows;
    return width > other.width;
  }
};

struct Columns {
  static constexpr std::size_t most = CsvReader::most_columns;
  char mark;
  CellText text;
  std::size_t column = 0;
  std::size_t rows = 0;
  std::bitset<most> first_words, first_numbers, words, numbers;

  explicit Columns(char decimal_mark) : mark(decimal_mark) {}
  void append(char c) { text.append(c); }
  void end_cell(bool, std::size_t) {
    double value = 0;
    const Cell kind = read_cell(text.take(), mark, value);
    if (column < most && kind == Cell::text) (rows == 0 ? first_words : words).set(column);
    if (column < most && kind == Cell::number) (rows == 0 ? first_numbers : numbers).set(column);
    ++column;
  }
  void end_row() {
    ++rows;
    column = 0;
  }
};

}  // namespace

Separator separator_of_text(std::string_view sample) {
  Separator best = Separator::comma;
  std::size_t most = 0;
  for (const Separator separator : {Separator::tab, Separator::semicolon, Separator::comma}) {
    Shape shape;
    read(sample, separator, shape);
    if (shape.width > 1 && shape.alike > most) {
      best = separator;
      most = shape.alike;
    }
  }
  return best;
}

Dialect dialect_of(std::string_view sample, Separator separator) {
  const auto with = [](Separator chosen, const Score& score) {
    // Where commas part the cells they are no decimal marks, unless in quotes throughout.
    return Dialect{.separator = chosen, .mark = score.with_comma > score.with_point ? ',' : '.'};
  };
  Score best;
  read(sample, separator == Separator::automatic ? Separator::comma : separator, best);
  if (separator != Separator::automatic) return with(separator, best);
  Dialect dialect = with(Separator::comma, best);
  for (const Separator other : {Separator::semicolon, Separator::tab, Separator::space}) {
    Score score;
    read(sample, other, score);
    // A separator that is not there would make decimal marks of the commas in a ragged table; and words are full of
    // spaces, so that only numbers make separators of them.
    if (score.width < 2 || (other == Separator::space && score.numbers() == 0)) continue;
    if (!score.better_than(best)) continue;
    best = score;
    dialect = with(other, score);
  }
  return dialect;
}

Layout layout_of(std::string_view sample, Dialect dialect, Header header) {
  Columns columns(dialect.mark);
  read(sample, dialect.separator, columns);
  const bool names =
      columns.first_words.any() && ((columns.first_words & columns.numbers).any() || columns.first_numbers.none());
  Layout layout;
  layout.header = header == Header::automatic ? names : header == Header::with;
  if (!layout.header) {
    columns.words |= columns.first_words;
    columns.numbers |= columns.first_numbers;
  }
  // Without a single column of numbers every word is worth a mention.
  if (columns.numbers.any()) layout.wordy = columns.words & ~columns.numbers;
  return layout;
}

}  // namespace activation::csv
