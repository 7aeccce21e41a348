#pragma once

#include <activation/status.hpp>

#include <cstdint>
#include <span>

namespace activation {

/// What becomes of a text: the mean of its word vectors, shape (dimensions); mean times weights, shape (classes); the
/// softmax of that, shape (classes).
struct Sentiment {
  std::span<double> vector;
  std::span<double> logits;
  std::span<double> probabilities;
};

/// The sentiment of a text whose words are rows of a table.
///
/// rows: the row of each word, or unknown_word; vectors: the table, row-major, shape (words, dimensions);
/// weights: row-major, shape (dimensions, classes). Unknown words are left out of the mean, or count as vectors of zeros
/// if `unknown_as_zeros`. Without any word the vector is zeros, and all classes are as probable.
/// Every result is that of exact arithmetic, rounded once or nearly so (0.6 ulp where nothing cancels), of numbers up to
/// 1e100 in size.
/// bad_argument: sizes that do not match, a row beyond the table, a number that is larger or none.
inline constexpr std::int32_t unknown_word = -1;
Status sentiment(std::span<const std::int32_t> rows, bool unknown_as_zeros, std::span<const double> vectors,
                 std::span<const double> weights, const Sentiment& result);

}  // namespace activation
