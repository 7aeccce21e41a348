#pragma once

#include "survey.hpp"

// The parts of an analysis, each filling in its members. They are to be called in this order.

namespace activation::analysis {

/// All of them.
void fill(const Subject& subject, Analysis& result);

/// How exactly a place is known, the function being right to the last bit or computed with a few roundings.
Sureness place_sureness(const Subject& subject);

/// jumps, smoothness, endless
void find_jumps(const Subject& subject, const Survey& survey, Analysis& analysis);
/// stretches, extrema, zeros, inflections, monotonicity, endless, repetition
void find_turns(const Subject& subject, const Survey& survey, Analysis& analysis);
/// left, right
void find_ends(const Subject& subject, const Survey& survey, Analysis& analysis);
/// range
void find_range(const Subject& subject, const Survey& survey, Analysis& analysis);
/// lipschitz, saturation
void find_slopes(const Subject& subject, const Survey& survey, Analysis& analysis);
/// symmetry
void find_symmetry(const Subject& subject, const Survey& survey, Analysis& analysis);
/// repetition
void find_repetition(const Subject& subject, const Survey& survey, Analysis& analysis);
/// moments, plain, gained
void find_moments(const Subject& subject, const Survey& survey, Analysis& analysis);

/// The places nearest to 0 that are listed of each kind.
inline constexpr std::size_t most_places = 12;

/// f, f' and f'' on both sides of a kink, f led up to it by its slope.
struct Sides {
  Point before;
  Point at;
  Point after;
};
Sides sides_of(const Subject& subject, const Survey& survey, double kink);

/// Whether two sides differ by more than rounding.
bool differ(double before, double after, double x);

/// The passings through a level of all pieces, as far from 0 as the samples can tell them apart, increasing. Sets `cut` when
/// some were left out.
struct Turn {
  double x;
  int before;
  bool jumps;
  std::size_t left;  ///< the samples on both sides
  std::size_t right;
};
std::vector<Turn> turns_of(const Subject& subject, const Survey& survey, Quantity quantity, double level, bool& cut);

}  // namespace activation::analysis
