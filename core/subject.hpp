#pragma once

#include <cstddef>

namespace activation {

/// What a curve is of: any function of which f, f' and f'' can be asked.
class Subject {
 public:
  /// f, f' and f'' of n numbers, into three arrays.
  virtual void evaluate(const double* x, double* const (&of)[3], std::size_t n) const = 0;

 protected:
  ~Subject() = default;
};

}  // namespace activation
