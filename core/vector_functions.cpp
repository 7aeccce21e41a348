#include <activation/vector_functions.hpp>

#include "vector_registry.hpp"

namespace activation {
namespace {

using Outputs = std::size_t (*)(std::size_t n, const double* parameters);
constexpr auto all_outputs = vector_table<Outputs>([]<class F>(F) -> Outputs { return F::outputs; }, All{});

/// y[i m ...] = f(x[i n ...]), m numbers of n each.
template <class T>
using Rows = void (*)(const T* x, std::size_t n, T* y, std::size_t m, std::size_t rows, const double* parameters);

template <class T, class F>
void rows_of(const T* x, std::size_t n, T* y, std::size_t m, std::size_t rows, const double* parameters) {
  for (std::size_t i = 0; i < rows; ++i) {
    F::value(std::span<const T>(x + i * n, n), std::span<T>(y + i * m, m), parameters);
  }
}

template <class T>
constexpr auto all_rows = vector_table<Rows<T>>([]<class F>(F) -> Rows<T> { return rows_of<T, F>; }, All{});

template <class T>
Status run(std::size_t function, std::span<const T> x, std::size_t width, std::span<T> out,
           std::span<const double> parameters) {
  const VectorCall call = check_vector(function, width, parameters);
  if (call.status != Status::ok) return call.status;
  if (x.size() % width != 0) return Status::bad_argument;
  const std::size_t rows = x.size() / width;
  // Not rows * outputs == size: that may wrap around.
  if (out.size() % call.outputs != 0 || out.size() / call.outputs != rows) return Status::bad_argument;
  all_rows<T>[function](x.data(), width, out.data(), call.outputs, rows, rounded_to<T>(parameters).data());
  return Status::ok;
}

}  // namespace

VectorCall check_vector(std::size_t function, std::size_t n, std::span<const double> parameters) {
  if (function >= catalog().size()) return {Status::unknown_function, 0};
  if (!is_vector_function(function)) return {Status::unsupported, 0};
  const Status status = check_parameters(function, parameters);
  if (status != Status::ok) return {status, 0};
  const std::size_t outputs = n == 0 ? 0 : all_outputs[function](n, parameters.data());
  return {outputs == 0 ? Status::bad_argument : Status::ok, outputs};
}

std::size_t vector_outputs(std::size_t function, std::size_t n, std::span<const double> parameters) {
  return check_vector(function, n, parameters).outputs;
}

Status vector_value(std::size_t function, std::span<const double> x, std::span<double> y,
                    std::span<const double> parameters) {
  return run(function, x, x.size(), y, parameters);
}

Status vector_value(std::size_t function, std::span<const float> x, std::span<float> y,
                    std::span<const double> parameters) {
  return run(function, x, x.size(), y, parameters);
}

Status vector_rows(std::size_t function, std::span<const double> x, std::size_t width, std::span<double> out,
                   std::span<const double> parameters) {
  return run(function, x, width, out, parameters);
}

Status vector_rows(std::size_t function, std::span<const float> x, std::size_t width, std::span<float> out,
                   std::span<const double> parameters) {
  return run(function, x, width, out, parameters);
}

}  // namespace activation
