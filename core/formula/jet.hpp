#pragma once

namespace activation::formula {

/// f(u), f'(u) and f''(u).
template <class V>
struct Jet {
  V value;
  V first;
  V second;
};

// What follows in jets_*.hpp: functions of one number, each with its value and its jet, whose value has the same bits. NaN and
// numbers outside a function's domain give a NaN value; the derivatives beside it may then be anything. Infinite derivatives
// are infinite.

}  // namespace activation::formula
