#pragma once

#include "form.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace activation::analysis {

/// f, f' and f'' at one x.
struct Point {
  double of[3];
};

/// The function that is looked at.
class Subject {
 public:
  /// f, f' and f'' of many numbers; the spans are as long as x.
  virtual void evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                        std::span<double> curvature) const = 0;
  /// Where f, f' or f'' may jump, increasing, at most 512.
  virtual std::vector<double> kinks(double from, double to) const = 0;

  Point at(double x) const;

  /// What can be told without looking.
  Form form;
  /// Every bit of a result is right, also next to its zeros: the smallest number has a sign that counts.
  bool exact = false;

 protected:
  ~Subject() = default;
};

}  // namespace activation::analysis
