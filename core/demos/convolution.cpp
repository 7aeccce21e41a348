#include <activation/convolution.hpp>

#include "math/number.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace activation {
namespace {

// A strip of the picture at a time, this many columns wide: the rows that a kernel needs, as doubles and with the zeros
// around them, stay in the first-level cache (3 kB for a 3x3 kernel), so that no loop below asks where the picture ends.
constexpr std::size_t strip_columns = 128;
constexpr std::size_t most_border = most_kernel_rows / 2;
constexpr std::size_t most_products = most_kernel_rows * most_kernel_rows;

/// Two doubles, which SSE2 and WebAssembly's simd128 compute at once. The bits are those of two single doubles.
using Pair = double __attribute__((vector_size(16)));
constexpr std::size_t lanes = 2;

Pair load(const double* from) {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

void store(double* to, Pair pair) { std::memcpy(to, &pair, sizeof pair); }

/// The n * n products of one output: where each pixel is, relative to the output's column, and its weight.
struct Taps {
  std::array<const double*, most_products> pixels;
  const double* weights;
  std::size_t count;

  Pair product(std::size_t i, std::size_t x) const { return load(pixels[i] + x) * weights[i]; }

  /// NumPy's pairwise sum of `size` products from the first on.
  Pair sum(std::size_t first, std::size_t size, std::size_t x) const {
    if (size < 8) {
      Pair total = product(first, x);
      for (std::size_t i = 1; i < size; ++i) total += product(first + i, x);
      return total;
    }
    if (size > 128) {
      const std::size_t half = size / 2 - size / 2 % 8;
      return sum(first, half, x) + sum(first + half, size - half, x);
    }
    Pair r[8];
    for (std::size_t j = 0; j < 8; ++j) r[j] = product(first + j, x);
    std::size_t i = 8;
    for (; i + 8 <= size; i += 8) {
      for (std::size_t j = 0; j < 8; ++j) r[j] += product(first + i + j, x);
    }
    Pair total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (; i < size; ++i) total += product(first + i, x);
    return total;
  }
};

/// Whole pairs: up to one column more than asked for, for which strips have room.
void any_kernel(const Taps& taps, std::size_t columns, double* out) {
  for (std::size_t x = 0; x < columns; x += lanes) store(out + x, taps.sum(0, taps.count, x));
}

/// The same for three rows of three, most kernels by far: all of it stays in registers.
void three_by_three(const Taps& taps, std::size_t columns, double* out) {
  const double* const above = taps.pixels[0];
  const double* const here = taps.pixels[3];
  const double* const below = taps.pixels[6];
  Pair w[9];
  for (std::size_t i = 0; i < 9; ++i) w[i] = Pair{taps.weights[i], taps.weights[i]};
  for (std::size_t x = 0; x < columns; x += lanes) {
    const Pair left =
        (load(above + x) * w[0] + load(above + x + 1) * w[1]) + (load(above + x + 2) * w[2] + load(here + x) * w[3]);
    const Pair right =
        (load(here + x + 1) * w[4] + load(here + x + 2) * w[5]) + (load(below + x) * w[6] + load(below + x + 1) * w[7]);
    store(out + x, (left + right) + load(below + x + 2) * w[8]);
  }
}

/// The odd n of an n x n kernel, or 0.
std::size_t rows_of(std::span<const double> kernel) {
  for (std::size_t n = 1; n <= most_kernel_rows; n += 2) {
    if (n * n == kernel.size()) return n;
  }
  return 0;
}

/// The last rows of a strip as doubles, with a border of zeros left and right, each in a place that it keeps.
class Strip {
 public:
  static constexpr std::size_t stride = strip_columns + 2 * most_border + lanes;

  /// Row y (which may lie outside the picture) of the columns from `left` on.
  template <class T>
  void read(const Image<T>& image, std::ptrdiff_t y, std::size_t left, std::size_t columns, std::size_t n) {
    double* const row = at(y, n);
    double* const row_end = row + columns + n + lanes - 1;
    if (y < 0 || y >= static_cast<std::ptrdiff_t>(image.height)) {
      std::fill(row, row_end, 0.0);
      return;
    }
    const std::size_t border = n / 2;
    const std::size_t begin = left < border ? 0 : left - border;
    const std::size_t end = std::min(left + columns + border, image.width);
    const T* const source = image.pixels.data() + static_cast<std::size_t>(y) * image.width;
    double* const target = row + (begin + border - left);
    std::fill(row, target, 0.0);
    for (std::size_t i = 0; i < end - begin; ++i) target[i] = static_cast<double>(source[begin + i]);
    std::fill(target + (end - begin), row_end, 0.0);
  }

  double* at(std::ptrdiff_t y, std::size_t n) {
    return rows_ + static_cast<std::size_t>(y + static_cast<std::ptrdiff_t>(n)) % n * stride;
  }

 private:
  double rows_[most_kernel_rows * stride];
};

template <class T>
void convolve_strip(const Image<T>& image, std::span<const double> kernel, std::size_t n, Rows rows, std::size_t left,
                    T* out) {
  const std::size_t columns = std::min(strip_columns, image.width - left);
  const std::ptrdiff_t border = static_cast<std::ptrdiff_t>(n / 2);
  const std::ptrdiff_t begin = static_cast<std::ptrdiff_t>(rows.begin);
  Strip strip;
  std::array<double, strip_columns + lanes> result;
  Taps taps{.pixels = {}, .weights = kernel.data(), .count = n * n};
  for (std::ptrdiff_t y = begin - border; y < begin + border; ++y) strip.read(image, y, left, columns, n);
  for (std::ptrdiff_t y = begin; y < static_cast<std::ptrdiff_t>(rows.end); ++y) {
    strip.read(image, y + border, left, columns, n);
    for (std::size_t i = 0; i < n; ++i) {
      const double* const row = strip.at(y - border + static_cast<std::ptrdiff_t>(i), n);
      for (std::size_t j = 0; j < n; ++j) taps.pixels[i * n + j] = row + j;
    }
    if (n == 3) {
      three_by_three(taps, columns, result.data());
    } else {
      any_kernel(taps, columns, result.data());
    }
    T* const target = out + static_cast<std::size_t>(y - begin) * image.width + left;
    for (std::size_t i = 0; i < columns; ++i) target[i] = static_cast<T>(result[i]);
  }
}

template <class T>
Status convolve_rows(const Image<T>& image, std::span<const double> kernel, Rows rows, std::span<T> out) {
  const std::size_t n = rows_of(kernel);
  const bool finite = std::all_of(kernel.begin(), kernel.end(), [](double weight) {
    return math::abs(weight) <= std::numeric_limits<double>::max();
  });
  if (n == 0 || !finite) return Status::bad_argument;
  if (image.width == 0 || image.height == 0 || image.pixels.size() / image.width != image.height ||
      image.pixels.size() % image.width != 0) {
    return Status::bad_argument;
  }
  if (rows.begin > rows.end || rows.end > image.height || out.size() != (rows.end - rows.begin) * image.width) {
    return Status::bad_argument;
  }
  for (std::size_t left = 0; left < image.width; left += strip_columns) {
    convolve_strip(image, kernel, n, rows, left, out.data());
  }
  return Status::ok;
}

}  // namespace

Status convolve(const Image<double>& image, std::span<const double> kernel, Rows rows, std::span<double> out) {
  return convolve_rows(image, kernel, rows, out);
}

Status convolve(const Image<float>& image, std::span<const double> kernel, Rows rows, std::span<float> out) {
  return convolve_rows(image, kernel, rows, out);
}

Status grey(std::span<const std::uint8_t> rgba, std::span<float> out) {
  if (rgba.size() / 4 != out.size() || rgba.size() % 4 != 0) return Status::bad_argument;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::uint8_t* const pixel = rgba.data() + 4 * i;
    // In ten-thousandths, so that black, white and every grey are exact before the one division.
    const double luma = 2126.0 * pixel[0] + 7152.0 * pixel[1] + 722.0 * pixel[2];
    const double opacity = pixel[3];
    out[i] = static_cast<float>((luma * opacity + 2550000.0 * (255.0 - opacity)) / (2550000.0 * 255.0));
  }
  return Status::ok;
}

}  // namespace activation
