#pragma once

#include <activation/catalog.hpp>

#include <cstddef>
#include <span>

namespace activation {

/// y = what the framework of notes()[function].versions[version] computes by default, at each x; with this past the last
/// version, what the catalog's own standard parameters give. Elementwise functions only (`unsupported` otherwise);
/// x and y have the same length (`bad_argument` otherwise).
Status evaluate_version(std::size_t function, std::size_t version, std::span<const double> x, std::span<double> y);

/// Two versions and their difference b - a at evenly spaced x.
struct Comparison {
  double largest = 0;  ///< the largest |difference|
  double where = 0;    ///< the x of it
};

/// Fills x with NumPy's linspace(from, to, x.size()), a and b with two versions, and difference with b - a.
/// All spans have the same length of at least 2, and from < to are finite: `bad_argument` otherwise.
Status compare_versions(std::size_t function, std::size_t version_a, std::size_t version_b, double from, double to,
                        std::span<double> x, std::span<double> a, std::span<double> b, std::span<double> difference,
                        Comparison& comparison);

}  // namespace activation
