#pragma once

#include "refinement.hpp"

#include <cstddef>

namespace activation {

/// The most samples that a band adds in an interval: where f, f' and f'' are least and greatest.
constexpr std::size_t band_samples = 6;

/// Adds the places between neighbours where f, f' and f'' are least and greatest within a period from the left one, or
/// within the whole interval if that is shorter, to 1/400 of the height of the wave. Looks at x alone: the other columns
/// are to be evaluated afterwards. Needs room for 1 + band_samples times the samples.
void add_band(Columns& columns, const Subject& subject, double period);

}  // namespace activation
