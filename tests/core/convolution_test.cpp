#include <activation/catalog.hpp>
#include <activation/convolution.hpp>

#include "catch.hpp"
#include "golden.hpp"
#include "json_lines.hpp"

#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using activation::Image;
using activation::Rows;
using activation::Status;

namespace {

using Numbers = std::vector<double>;

/// tests/golden/tutorial_seed42.json without the spaces that json_lines.hpp does not read.
std::string tutorial() {
  std::ifstream file(golden::path("tutorial_seed42.json"));
  std::string text;
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find("\": ");
    if (colon != std::string::npos) line.erase(colon + 2, 1);
    text += line;
  }
  return text;
}

template <class T>
std::vector<T> convolved(const std::vector<T>& image, std::size_t width, const Numbers& kernel) {
  const std::size_t height = image.size() / width;
  std::vector<T> out(image.size());
  REQUIRE(activation::convolve({image, width, height}, kernel, {0, height}, out) == Status::ok);
  return out;
}

/// Numbers of many sizes, always the same ones: a linear congruential generator.
template <class T>
std::vector<T> noise(std::size_t size) {
  std::vector<T> numbers(size);
  std::uint32_t state = 7;
  for (T& number : numbers) {
    state = state * 1664525 + 1013904223;
    number = static_cast<T>(static_cast<double>(state) / 4294967296.0 - 0.25);
  }
  return numbers;
}

/// NumPy's pairwise sum, from its description: eight running sums, halves above 128.
double numpy_sum(const double* p, std::size_t n) {
  if (n < 8) {
    double sum = p[0];
    for (std::size_t i = 1; i < n; ++i) sum += p[i];
    return sum;
  }
  if (n > 128) {
    const std::size_t half = n / 2 - (n / 2) % 8;
    return numpy_sum(p, half) + numpy_sum(p + half, n - half);
  }
  double r[8] = {p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]};
  for (std::size_t i = 8; i < n - n % 8; ++i) r[i % 8] += p[i];
  double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
  for (std::size_t i = n - n % 8; i < n; ++i) sum += p[i];
  return sum;
}

/// The tutorial's program, pixel by pixel.
template <class T>
std::vector<T> by_definition(const std::vector<T>& image, std::size_t width, const Numbers& kernel, std::size_t n) {
  const std::size_t height = image.size() / width;
  std::vector<T> out;
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      Numbers products;
      for (std::size_t i = 0; i < n * n; ++i) {
        const std::size_t row = y + i / n - n / 2;  // wraps around above the image, which is outside as well
        const std::size_t column = x + i % n - n / 2;
        const bool inside = row < height && column < width;
        products.push_back((inside ? static_cast<double>(image[row * width + column]) : 0.0) * kernel[i]);
      }
      out.push_back(static_cast<T>(numpy_sum(products.data(), products.size())));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("the tutorial's convolution has NumPy's bits, and is within 1e-13 of the exact one") {
  const std::string text = tutorial();
  const std::string_view section = golden::after_key(text, "convolution");
  const Numbers image = golden::numbers_at(golden::object_at(section, "image"), "hex");
  const Numbers numpy = golden::numbers_at(golden::object_at(section, "conv"), "hex");
  const Numbers numpy_relu = golden::numbers_at(golden::object_at(section, "relu"), "hex");
  const std::string_view exact_section = golden::after_key(section, "exact");
  const Numbers exact = golden::numbers_at(golden::object_at(exact_section, "conv"), "hex");
  REQUIRE(image.size() == 100);
  REQUIRE(exact.size() == 100);
  const Numbers result = convolved(image, 10, {-1, -1, -1, -1, 8, -1, -1, -1, -1});
  CHECK(result == numpy);
  Numbers activated(100);
  REQUIRE(activation::evaluate(activation::find("relu"), activation::Quantity::value, result, activated, {}) ==
          Status::ok);
  CHECK(activated == numpy_relu);
  for (std::size_t i = 0; i < 100; ++i) {
    CAPTURE(i);
    CHECK(std::fabs(result[i] - exact[i]) <= 1e-13);
  }
}

TEST_CASE("the kernel is laid on the image as it is, not flipped, with zeros around the image") {
  const Numbers image{1, 2, 3, 4, 5, 6};
  CHECK(convolved(image, 3, {0, 0, 0, 0, 0, 1, 0, 0, 0}) == Numbers{2, 3, 0, 5, 6, 0});
  CHECK(convolved(image, 3, {0, 1, 0, 0, 0, 0, 0, 0, 0}) == Numbers{0, 0, 0, 1, 2, 3});
  CHECK(convolved(image, 3, {1, 1, 1, 1, 1, 1, 1, 1, 1}) == Numbers{12, 21, 16, 12, 21, 16});
  CHECK(convolved(image, 3, {-3}) == Numbers{-3, -6, -9, -12, -15, -18});
  CHECK(convolved(Numbers{5}, 1, Numbers(225, 2)) == Numbers{10});
}

TEST_CASE("pictures of any shape and kernels of any size give the sums of the definition, added as NumPy adds") {
  for (const std::size_t n : {1U, 3U, 5U, 7U, 9U, 11U, 13U, 15U}) {
    const Numbers kernel = noise<double>(n * n);
    for (const std::size_t width : {1U, 2U, 3U, 8U, 127U, 128U, 129U, 130U, 257U}) {
      for (const std::size_t height : {1U, 2U, 5U, 17U}) {
        DYNAMIC_SECTION(n << " x " << n << " over " << width << " x " << height) {
          const auto doubles = noise<double>(width * height);
          CHECK(convolved(doubles, width, kernel) == by_definition(doubles, width, kernel, n));
          const auto floats = noise<float>(width * height);
          CHECK(convolved(floats, width, kernel) == by_definition(floats, width, kernel, n));
        }
      }
    }
  }
}

TEST_CASE("rows by themselves, from the whole picture or from a part of it, have the bits of the whole") {
  const std::size_t width = 140;
  const std::size_t height = 12;
  const auto image = noise<double>(width * height);
  const Numbers kernel = noise<double>(25);
  const Numbers whole = convolved(image, width, kernel);
  for (std::size_t begin = 0; begin < height; ++begin) {
    for (std::size_t end = begin; end <= height; ++end) {
      Numbers part((end - begin) * width);
      REQUIRE(activation::convolve({image, width, height}, kernel, {begin, end}, part) == Status::ok);
      const auto at = whole.begin() + static_cast<std::ptrdiff_t>(begin * width);
      CHECK(std::equal(part.begin(), part.end(), at));
      const std::size_t top = begin < 2 ? 0 : begin - 2;
      const std::size_t bottom = std::min(height, end + 2);
      const Image<double> slice{std::span(image).subspan(top * width, (bottom - top) * width), width, bottom - top};
      std::fill(part.begin(), part.end(), 7.0);
      REQUIRE(activation::convolve(slice, kernel, {begin - top, end - top}, part) == Status::ok);
      CHECK(std::equal(part.begin(), part.end(), at));
    }
  }
}

TEST_CASE("a pixel that is not a number spoils only the sums it is part of") {
  Numbers image(25, 1.0);
  image[12] = std::numeric_limits<double>::quiet_NaN();
  const Numbers result = convolved(image, 5, Numbers(9, 1));
  int spoilt = 0;
  for (const double y : result) spoilt += std::isnan(y) ? 1 : 0;
  CHECK(spoilt == 9);
  CHECK(result[0] == 4);
}

TEST_CASE("even, large and infinite kernels and sizes that do not fit are refused") {
  const Numbers image(12, 1.0);
  Numbers out(12);
  const auto status = [&](const Numbers& kernel, std::size_t width, std::size_t height, Rows rows) {
    return activation::convolve({image, width, height}, kernel, rows, out);
  };
  CHECK(status(Numbers(9), 4, 3, {0, 3}) == Status::ok);
  for (const std::size_t size : {0U, 2U, 4U, 8U, 16U, 256U, 289U}) {
    CHECK(status(Numbers(size), 4, 3, {0, 3}) == Status::bad_argument);
  }
  CHECK(status(Numbers(9, std::numeric_limits<double>::infinity()), 4, 3, {0, 3}) == Status::bad_argument);
  CHECK(status(Numbers(9, std::nan("")), 4, 3, {0, 3}) == Status::bad_argument);
  CHECK(status(Numbers(9), 5, 3, {0, 3}) == Status::bad_argument);
  CHECK(status(Numbers(9), 5, 2, {0, 2}) == Status::bad_argument);
  CHECK(status(Numbers(9), 0, 3, {0, 3}) == Status::bad_argument);
  CHECK(status(Numbers(9), 4, 3, {0, 2}) == Status::bad_argument);
  CHECK(status(Numbers(9), 4, 3, {1, 4}) == Status::bad_argument);
  CHECK(status(Numbers(9), 4, 3, {3, 2}) == Status::bad_argument);
}

TEST_CASE("grey is Rec. 709 luma, exact for every grey, and what is transparent is white") {
  const std::vector<std::uint8_t> rgba{255, 0, 0, 255, 0, 255, 0, 255, 0,  0,  255, 255,
                                       9,   8, 7, 0,   0, 0,   0, 51,  10, 20, 30,  255};
  std::vector<float> out(6);
  REQUIRE(activation::grey(rgba, out) == Status::ok);
  const double last = (0.2126 * 10 + 0.7152 * 20 + 0.0722 * 30) / 255;
  CHECK(out == std::vector<float>{0.2126F, 0.7152F, 0.0722F, 1, 0.8F, static_cast<float>(last)});
  for (int level = 0; level < 256; ++level) {
    const auto byte = static_cast<std::uint8_t>(level);
    std::vector<float> one(1);
    REQUIRE(activation::grey(std::vector<std::uint8_t>{byte, byte, byte, 255}, one) == Status::ok);
    CHECK(one[0] == static_cast<float>(level) / 255.0F);
  }
  CHECK(activation::grey(std::vector<std::uint8_t>(5), out) == Status::bad_argument);
  CHECK(activation::grey(std::vector<std::uint8_t>(20), out) == Status::bad_argument);
}
