#pragma once

#include "analysis/parts.hpp"

#include <functional>
#include <utility>
#include <vector>

// Functions made up for a test: f, f', f'' and the kinks that are told.

namespace shapes {

class Shape final : public activation::analysis::Subject {
 public:
  using Function = std::function<double(double)>;

  Shape(Function f, Function f1, Function f2, std::vector<double> told = {})
      : of_{std::move(f), std::move(f1), std::move(f2)}, told_(std::move(told)) {}

  std::vector<double> kinks(double from, double to, std::size_t most, bool& all) const override {
    std::vector<double> found;
    for (const double one : told_) {
      if (one >= from && one <= to) found.push_back(one);
    }
    all = found.size() <= most;
    if (!all) found.resize(most);
    return found;
  }

 private:
  void compute(std::span<const double> x, std::span<double> value, std::span<double> gradient,
               std::span<double> curvature) const override {
    const std::span<double> columns[] = {value, gradient, curvature};
    for (std::size_t q = 0; q < 3; ++q) {
      for (std::size_t i = 0; i < columns[q].size(); ++i) columns[q][i] = of_[q](x[i]);
    }
  }

  Function of_[3];
  std::vector<double> told_;
};

inline activation::Analysis analysed(const Shape& shape) {
  activation::Analysis analysis;
  activation::analysis::fill(shape, analysis);
  return analysis;
}

}  // namespace shapes
