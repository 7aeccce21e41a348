#pragma once

#include <activation/status.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace activation {

/// Kernels have an odd number of rows and as many columns; this is the most.
inline constexpr std::size_t most_kernel_rows = 15;

/// A picture of one channel, row after row: pixels holds width * height numbers.
template <class T>
struct Image {
  std::span<const T> pixels;
  std::size_t width;
  std::size_t height;
};

/// The rows of a picture from `begin` to before `end`.
struct Rows {
  std::size_t begin;
  std::size_t end;
};

/// What a convolutional layer does to one channel: out[y][x] = sum of kernel[i][j] * image[y + i - r][x + j - r] with
/// r = n / 2, i and j < n. The kernel is not flipped; outside the picture there are zeros. `kernel` holds n * n finite
/// numbers, row after row, `out` the rows asked for.
///
/// The products are added in doubles and in the order of NumPy's np.sum (pairwise, eight running sums), so that a
/// program in NumPy prints the same digits; a float32 picture gives that result, rounded once. Each row of the result
/// depends on r rows above and below alone: whoever passes a part of a picture that has those, or ends where the picture
/// ends, gets the same bits as from the whole.
///
/// bad_argument: sizes that do not match, rows outside the picture, a kernel that is even, too large or not finite.
Status convolve(const Image<double>& image, std::span<const double> kernel, Rows rows, std::span<double> out);
Status convolve(const Image<float>& image, std::span<const double> kernel, Rows rows, std::span<float> out);

/// Brightness from 0 to 1 of pixels of four bytes (red, green, blue, opacity) as an image file has them: Rec. 709 luma
/// of the stored (gamma-encoded) numbers, 0.2126 R + 0.7152 G + 0.0722 B; what is transparent lies on white.
/// bad_argument: not four bytes for each number of `out`.
Status grey(std::span<const std::uint8_t> rgba, std::span<float> out);

}  // namespace activation
