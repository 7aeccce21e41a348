#pragma once

#include <activation/csv.hpp>

#include <bitset>
#include <cstddef>
#include <string_view>

namespace activation::csv {

/// How much of the beginning is looked at before anything is decided.
inline constexpr std::size_t sample_bytes = 64 * 1024;

/// The separator that gives rows of equal length; a comma when none does.
Separator separator_of_text(std::string_view sample);

/// How numbers are written down.
struct Dialect {
  Separator separator = Separator::comma;
  char mark = '.';  ///< before the decimals
};

/// The dialect that makes the most of the cells numbers; `separator` is taken as given unless it is automatic.
Dialect dialect_of(std::string_view sample, Separator separator);

struct Layout {
  bool header = false;                         ///< the first row is names
  std::bitset<CsvReader::most_columns> wordy;  ///< columns that hold text and no number
};

/// What the rows of the sample are; `header` is taken as given unless it is automatic. The first row is names if it has
/// a word where a number follows below, or nothing but words.
Layout layout_of(std::string_view sample, Dialect dialect, Header header);

}  // namespace activation::csv
