#include <activation/catalog.hpp>
#include <activation/convolution.hpp>

#include <emscripten/bind.h>

#include "pointers.hpp"

namespace {

/// Rows from `begin` to before `end` of the image, and the activation of them. `kernel` holds size * size doubles,
/// `parameters` one for each parameter of the function.
template <class T>
int convolve(Address image, std::size_t width, std::size_t height, Address kernel, std::size_t size, std::size_t begin,
             std::size_t end, std::size_t function, Address parameters, Address convolved, Address activated) {
  if (function >= activation::catalog().size()) return static_cast<int>(activation::Status::unknown_function);
  const std::size_t length = (end - begin) * width;
  const activation::Status status =
      activation::convolve({span_at<const T>(image, width * height), width, height},
                           span_at<const double>(kernel, size * size), {begin, end}, span_at<T>(convolved, length));
  if (status != activation::Status::ok) return static_cast<int>(status);
  const std::size_t count = activation::catalog()[function].parameters.size();
  return static_cast<int>(activation::evaluate(function, activation::Quantity::value,
                                               span_at<const T>(convolved, length), span_at<T>(activated, length),
                                               span_at<const double>(parameters, count)));
}

int grey(Address rgba, Address out, std::size_t pixels) {
  return static_cast<int>(activation::grey(span_at<const std::uint8_t>(rgba, 4 * pixels), span_at<float>(out, pixels)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(convolution) {
  emscripten::function("convolve32", &convolve<float>);
  emscripten::function("convolve64", &convolve<double>);
  emscripten::function("grey", &grey);
}
