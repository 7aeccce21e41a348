#pragma once

#include <activation/curve.hpp>

/// One curve for all callers: the engine copies its columns out before it returns. Never destroyed, so that the module
/// needs no exit handlers.
inline activation::Curve& shared_curve() {
  static auto* curve = new activation::Curve;
  return *curve;
}
