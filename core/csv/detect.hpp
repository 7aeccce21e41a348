#pragma once

#include <activation/csv.hpp>

#include <cstddef>
#include <string_view>

namespace activation::csv {

/// How much of the beginning is looked at before anything is decided.
inline constexpr std::size_t sample_bytes = 64 * 1024;

/// The separator that gives rows of equal length; a comma when none does.
Separator separator_of_text(std::string_view sample);

}  // namespace activation::csv
