#pragma once

#include "functions/all.hpp"

#include <activation/catalog.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace activation {

/// A table over all functions: `of<F>()` of a vector function, nothing of the others.
template <class Entry, class Of, class... Functions>
constexpr std::array<Entry, sizeof...(Functions)> vector_table(Of of, List<Functions...>) {
  const auto entry = [of]<class F>(F) -> Entry {
    if constexpr (F::info.family == Family::vector) {
      return of(F{});
    } else {
      return {};
    }
  };
  return {entry(Functions{})...};
}

/// The parameters as the kernels of a format see them: rounded to float32 for float32.
template <class T>
std::array<double, Params<double>::capacity> rounded_to(std::span<const double> parameters) {
  std::array<double, Params<double>::capacity> rounded{};
  for (std::size_t i = 0; i < parameters.size(); ++i) rounded[i] = static_cast<double>(static_cast<T>(parameters[i]));
  return rounded;
}

/// What the calls on vectors ask of their arguments: outputs are `outputs`, ok when x has a length that the function takes.
struct VectorCall {
  Status status;
  std::size_t outputs;
};
VectorCall check_vector(std::size_t function, std::size_t n, std::span<const double> parameters);

}  // namespace activation
