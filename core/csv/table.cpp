#include <activation/csv.hpp>

#include "detect.hpp"
#include "tokenizer.hpp"

namespace activation {
namespace {

class Writer {
 public:
  Writer(std::span<char> cells, std::span<std::uint32_t> lines) : cells_(cells), lines_(lines) {}

  void append(char c) {
    if (c == cell_end || c == row_end) return;
    cells_[size_.bytes++] = c;
  }
  void end_cell(bool quoted, std::size_t line) {
    if (!quoted) {
      const std::string_view text = csv::trimmed({cells_.data() + start_, size_.bytes - start_});
      for (std::size_t i = 0; i < text.size(); ++i) cells_[start_ + i] = text[i];
      size_.bytes = start_ + text.size();
    }
    cells_[size_.bytes++] = cell_end;
    start_ = size_.bytes;
    if (row_line_ == 0) row_line_ = line;
  }
  void end_row() {
    // The last cell needs no end of its own: so the pieces are never longer than the text.
    cells_[size_.bytes - 1] = row_end;
    lines_[size_.rows++] = static_cast<std::uint32_t>(row_line_);
    row_line_ = 0;
  }
  const TableSize& size() const { return size_; }

 private:
  std::span<char> cells_;
  std::span<std::uint32_t> lines_;
  TableSize size_;
  std::size_t start_ = 0;
  std::size_t row_line_ = 0;
};

}  // namespace

Status read_table(std::string_view text, Separator separator, std::span<char> cells, std::span<std::uint32_t> lines,
                  TableSize& size) {
  if (cells.size() < table_bytes(text.size()) || lines.size() < table_rows(text.size())) return Status::bad_argument;
  text = csv::without_mark(text);
  if (separator == Separator::automatic) separator = csv::separator_of_text(text.substr(0, csv::sample_bytes));
  csv::Tokenizer tokenizer(separator);
  Writer writer(cells, lines);
  tokenizer.feed(text, writer);
  tokenizer.finish(writer);
  size = writer.size();
  size.open_quote = tokenizer.open_quote();
  return Status::ok;
}

}  // namespace activation
