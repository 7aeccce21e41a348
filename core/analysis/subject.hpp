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
  /// f, f' and f'' of many numbers; the spans are as long as x, or the last two empty.
  void evaluate(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                std::span<double> curvature) const {
    work_ += static_cast<double>(x.size()) * static_cast<double>(steps) * (gradient.empty() ? 0.5 : 1);
    compute(x, value, gradient, curvature);
  }
  Point at(double x) const;

  /// Where f, f' or f'' may jump, increasing, at most `most`. `all` becomes false when there may be more.
  virtual std::vector<double> kinks(double from, double to, std::size_t most, bool& all) const = 0;

  /// Steps times numbers that have been computed so far; values alone count half.
  double work() const { return work_; }

  /// What can be told without looking.
  Form form;
  /// Every bit of a result is right, also next to its zeros: the smallest number has a sign that counts. And the kinks are
  /// declared, not searched for.
  bool exact = false;
  /// How many steps a number takes.
  std::size_t steps = 1;

 protected:
  ~Subject() = default;

 private:
  virtual void compute(std::span<const double> x, std::span<double> value, std::span<double> gradient,
                       std::span<double> curvature) const = 0;

  mutable double work_ = 0;
};

}  // namespace activation::analysis
