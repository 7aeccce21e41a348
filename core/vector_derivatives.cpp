#include <activation/vector_functions.hpp>

#include "vector_registry.hpp"

// Apart from vector_functions.cpp, so that a module that draws a first curve can do without.

namespace activation {
namespace {

template <class T>
struct Derivatives {
  void (*vjp)(std::span<const T> x, std::span<const T> g, std::span<T> out, const double* parameters);
  void (*jacobian)(std::span<const T> x, std::span<T> out, const double* parameters);
};

template <class T>
constexpr auto all_derivatives = vector_table<Derivatives<T>>(
    []<class F>(F) -> Derivatives<T> {
      return {F::template vjp<T>, F::template jacobian<T>};
    },
    All{});

template <class T>
Status vjp(std::size_t function, std::span<const T> x, std::span<const T> g, std::span<T> out,
           std::span<const double> parameters) {
  const VectorCall call = check_vector(function, x.size(), parameters);
  if (call.status != Status::ok) return call.status;
  if (g.size() != call.outputs || out.size() != x.size()) return Status::bad_argument;
  all_derivatives<T>[function].vjp(x, g, out, rounded_to<T>(parameters).data());
  return Status::ok;
}

template <class T>
Status jacobian(std::size_t function, std::span<const T> x, std::span<T> out, std::span<const double> parameters) {
  const VectorCall call = check_vector(function, x.size(), parameters);
  if (call.status != Status::ok) return call.status;
  // Not outputs * n == size: where sizes have 32 bits, 65536 * 65536 is 0.
  if (out.size() % x.size() != 0 || out.size() / x.size() != call.outputs) return Status::bad_argument;
  all_derivatives<T>[function].jacobian(x, out, rounded_to<T>(parameters).data());
  return Status::ok;
}

}  // namespace

Status vector_vjp(std::size_t function, std::span<const double> x, std::span<const double> g, std::span<double> out,
                  std::span<const double> parameters) {
  return vjp(function, x, g, out, parameters);
}

Status vector_vjp(std::size_t function, std::span<const float> x, std::span<const float> g, std::span<float> out,
                  std::span<const double> parameters) {
  return vjp(function, x, g, out, parameters);
}

Status vector_jacobian(std::size_t function, std::span<const double> x, std::span<double> out,
                       std::span<const double> parameters) {
  return jacobian(function, x, out, parameters);
}

Status vector_jacobian(std::size_t function, std::span<const float> x, std::span<float> out,
                       std::span<const double> parameters) {
  return jacobian(function, x, out, parameters);
}

}  // namespace activation
