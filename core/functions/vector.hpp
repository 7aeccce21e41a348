#pragma once

#include <cstddef>

namespace activation {

/// A read-only array of float or double. The choice is made per element, at run time: one body of each vector function
/// serves both formats, and halves their size in the wasm module.
class Numbers {
 public:
  Numbers(const double* data, std::size_t size) : data_(data), size_(size), single_(false) {}
  Numbers(const float* data, std::size_t size) : data_(data), size_(size), single_(true) {}

  std::size_t size() const { return size_; }
  bool is_single() const { return single_; }
  double operator[](std::size_t i) const {
    return single_ ? static_cast<double>(static_cast<const float*>(data_)[i]) : static_cast<const double*>(data_)[i];
  }

 private:
  const void* data_;
  std::size_t size_;
  bool single_;
};

/// The same to write to: a float gets the double result, rounded once.
class Output {
 public:
  explicit Output(double* data) : data_(data), single_(false) {}
  explicit Output(float* data) : data_(data), single_(true) {}

  void set(std::size_t i, double value) const {
    if (single_) {
      static_cast<float*>(data_)[i] = static_cast<float>(value);
    } else {
      static_cast<double*>(data_)[i] = value;
    }
  }

 private:
  void* data_;
  bool single_;
};

}  // namespace activation
