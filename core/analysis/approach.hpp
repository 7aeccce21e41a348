#pragma once

#include "subject.hpp"

namespace activation::analysis {

/// How f, f' and f'' go to a place from one side.
struct Approach {
  /// Where they go: an infinity when they grow without bounds, NaN when nothing can be told, as of waves that crowd.
  Point limit;
  /// About how far each still is from a finite limit at the nearest sample.
  Point rest;
  /// How many times larger each is at the nearest sample than at the next, 256 times as far away, where the limit is
  /// infinite: 256^p where it grows like h^-p, about 1 where it grows like log h.
  Point growth;
};

/// From below where `side` is -1, from above where it is 1; four samples, 1e-15 to 1e-7 of x away, of 0 some 1e-60.
Approach approached(const Subject& subject, double x, int side);

/// Whether two sides go to the same finite number.
bool meet(const Approach& left, const Approach& right, Quantity quantity);

}  // namespace activation::analysis
