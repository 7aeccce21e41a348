#pragma once

#include <string>

namespace activation {

/// The whole catalog as a JSON array in menu order: an object for each function, with the members of Info (in camelCase,
/// `standard` as "default") and "vector". Numbers come back bit for bit.
std::string catalog_json();

/// What there is to read about each function, in the same order: the members of Notes.
std::string notes_json();

/// A decimal of up to 15 digits or so in JSON: 0.25 as 25e-2. Parsed, it is the same double. "null" for other numbers.
std::string json_number(double value);

}  // namespace activation
