#include <activation/versions.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// `columns` holds x, a, b and the difference, `length` numbers each; `largest` the largest |difference| and its x.
int compare(std::size_t function, std::size_t a, std::size_t b, double from, double to, Address columns,
            std::size_t length, Address largest) {
  const auto all = span_at<double>(columns, 4 * length);
  activation::Comparison comparison;
  const activation::Status status =
      activation::compare_versions(function, a, b, from, to, all.subspan(0, length), all.subspan(length, length),
                                   all.subspan(2 * length, length), all.subspan(3 * length, length), comparison);
  span_at<double>(largest, 2)[0] = comparison.largest;
  span_at<double>(largest, 2)[1] = comparison.where;
  return static_cast<int>(status);
}

}  // namespace

EMSCRIPTEN_BINDINGS(versions) { emscripten::function("compareVersions", &compare); }
