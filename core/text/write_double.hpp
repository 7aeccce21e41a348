#pragma once

#include <string>

namespace activation {

/// A finite number with the digits that a parser needs to find it again: as few as json_number() has, or else 17.
std::string write_double(double value);

}  // namespace activation
