#include <activation/textbook.hpp>

#include <emscripten/bind.h>

#include <algorithm>
#include <array>
#include <string>

#include "pointers.hpp"

namespace {

std::string formula(std::size_t which) { return std::string(activation::textbook_point(which).formula); }

/// The index of the function and the quantity, x, the exact result, then result and error of the core and of the formula.
void point(std::size_t which, Address numbers) {
  const activation::TextbookPoint one = activation::textbook_point(which);
  const std::array row{static_cast<double>(activation::find(one.id)),
                       static_cast<double>(one.quantity),
                       one.x,
                       one.exact,
                       one.ours,
                       one.ours_error,
                       one.textbook,
                       one.textbook_error};
  std::copy(row.begin(), row.end(), span_at<double>(numbers, row.size()).begin());
}

}  // namespace

EMSCRIPTEN_BINDINGS(textbook) {
  emscripten::function("textbookSize", &activation::textbook_size);
  emscripten::function("textbookFormula", &formula);
  emscripten::function("textbookPoint", &point);
}
