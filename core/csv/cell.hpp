#pragma once

#include <string_view>

namespace activation::csv {

enum class Cell : unsigned char { number, missing, text };

/// What a cell holds: a decimal number with the given mark, with a true minus sign or a hyphen; nothing, or a word that
/// stands for nothing (nan, inf, na, n/a, null, none); or something else. Brackets around a pasted list are passed over.
Cell read_cell(std::string_view text, char mark, double& value);

}  // namespace activation::csv
