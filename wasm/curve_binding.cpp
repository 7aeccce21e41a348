#include <emscripten/bind.h>

#include "curves/shared_curve.hpp"
#include "pointers.hpp"

namespace {

int sample(std::size_t function, double from, double to, std::size_t points, Address parameters) {
  if (function >= activation::catalog().size()) return static_cast<int>(activation::Status::unknown_function);
  const std::size_t count = activation::catalog()[function].parameters.size();
  return static_cast<int>(shared_curve().sample(function, from, to, points, span_at<const double>(parameters, count)));
}

std::size_t size() { return shared_curve().x().size(); }

/// Where a column starts: 0 is x, 1 the value, 2 the gradient, 3 the curvature.
Address column(int which) {
  const activation::Curve& curve = shared_curve();
  const auto values = which == 0   ? curve.x()
                      : which == 1 ? curve.value()
                      : which == 2 ? curve.gradient()
                                   : curve.curvature();
  return reinterpret_cast<Address>(values.data());
}

}  // namespace

EMSCRIPTEN_BINDINGS(curve) {
  emscripten::function("curveSample", &sample);
  emscripten::function("curveSize", &size);
  emscripten::function("curveColumn", &column);
}
