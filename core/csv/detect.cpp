#include "detect.hpp"

#include "tokenizer.hpp"

namespace activation::csv {
namespace {

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

}  // namespace

Separator separator_of_text(std::string_view sample) {
  Separator best = Separator::comma;
  std::size_t most = 0;
  for (const Separator separator : {Separator::tab, Separator::semicolon, Separator::comma}) {
    Tokenizer tokenizer(separator);
    Shape shape;
    tokenizer.feed(sample, shape);
    tokenizer.finish(shape);
    if (shape.width > 1 && shape.alike > most) {
      best = separator;
      most = shape.alike;
    }
  }
  return best;
}

}  // namespace activation::csv
