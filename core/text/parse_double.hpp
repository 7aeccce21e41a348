#pragma once

#include <string_view>

namespace activation::text {

/// Reads a decimal number, all of the text: an optional sign, digits with an optional point (or the given mark) among or
/// around them, an optional exponent. The result is the double nearest to it, ties to even, for any number of digits;
/// beyond the largest double it is an infinity. False, and `value` untouched, when the text is none.
/// No locale, no libm, no rounding on the way: the same bits as Python's float and JavaScript's Number.
bool parse_double(std::string_view text, double& value, char mark = '.');

}  // namespace activation::text
