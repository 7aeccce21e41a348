#include <activation/statistics.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// Nine numbers, in the order of Description's members.
int describe(Address values, std::size_t length, Address out) {
  static_assert(sizeof(activation::Description) == 9 * sizeof(double));
  return static_cast<int>(
      activation::describe(span_at<const double>(values, length), *reinterpret_cast<activation::Description*>(out)));
}

/// Writes the edges and the counts; how many bins there are comes first among the counts.
int histogram(Address values, std::size_t length, double from, double to, std::size_t bins, Address edges,
              Address counts) {
  activation::Bins chosen;
  const activation::Status status = activation::choose_bins(from, to, bins, chosen);
  if (status == activation::Status::ok) {
    const auto out = span_at<std::uint32_t>(counts, chosen.count + 1);
    out[0] = static_cast<std::uint32_t>(chosen.count);
    activation::count_in_bins(span_at<const double>(values, length), chosen, out.subspan(1));
    for (std::size_t i = 0; i <= chosen.count; ++i) span_at<double>(edges, bins + 4)[i] = chosen.edge(i);
  }
  return static_cast<int>(status);
}

}  // namespace

EMSCRIPTEN_BINDINGS(statistics) {
  emscripten::function("describe", &describe);
  emscripten::function("histogram", &histogram);
}
