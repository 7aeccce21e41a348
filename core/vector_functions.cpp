#include <activation/vector_functions.hpp>

#include "registry.hpp"

#include <array>

namespace activation {
namespace {

// Each call below turns its spans into Numbers and Output and goes on in one body for both formats.

Numbers numbers(std::span<const double> x) { return {x.data(), x.size()}; }
Numbers numbers(std::span<const float> x) { return {x.data(), x.size()}; }

Status check(std::size_t function, std::size_t n, std::span<const double> parameters) {
  if (function >= registry().size()) return Status::unknown_function;
  if (!is_vector_function(function)) return Status::unsupported;
  if (n == 0) return Status::bad_argument;
  return check_parameters(function, parameters);
}

/// The parameters as the kernels of x's format see them: rounded to float32 for float32.
struct Rounded {
  Rounded(std::span<const double> parameters, Numbers x) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      values[i] = x.is_single() ? static_cast<double>(static_cast<float>(parameters[i])) : parameters[i];
    }
  }
  std::array<double, 4> values{};
};

Status value(std::size_t function, Numbers x, Output y, std::size_t size, std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  if (size != x.size()) return Status::bad_argument;
  registry()[function].value(x, y, Rounded(parameters, x).values.data());
  return Status::ok;
}

Status vjp(std::size_t function, Numbers x, Numbers g, Output out, std::size_t size,
           std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  if (g.size() != x.size() || size != x.size()) return Status::bad_argument;
  registry()[function].vjp(x, g, out, Rounded(parameters, x).values.data());
  return Status::ok;
}

Status jacobian(std::size_t function, Numbers x, Output out, std::size_t size, std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  // Not n * n == size: where sizes have 32 bits, 65536 * 65536 is 0.
  if (size / x.size() != x.size() || size % x.size() != 0) return Status::bad_argument;
  registry()[function].jacobian(x, out, Rounded(parameters, x).values.data());
  return Status::ok;
}

}  // namespace

Status vector_value(std::size_t function, std::span<const double> x, std::span<double> y,
                    std::span<const double> parameters) {
  return value(function, numbers(x), Output(y.data()), y.size(), parameters);
}

Status vector_value(std::size_t function, std::span<const float> x, std::span<float> y,
                    std::span<const double> parameters) {
  return value(function, numbers(x), Output(y.data()), y.size(), parameters);
}

Status vector_vjp(std::size_t function, std::span<const double> x, std::span<const double> g, std::span<double> out,
                  std::span<const double> parameters) {
  return vjp(function, numbers(x), numbers(g), Output(out.data()), out.size(), parameters);
}

Status vector_vjp(std::size_t function, std::span<const float> x, std::span<const float> g, std::span<float> out,
                  std::span<const double> parameters) {
  return vjp(function, numbers(x), numbers(g), Output(out.data()), out.size(), parameters);
}

Status vector_jacobian(std::size_t function, std::span<const double> x, std::span<double> out,
                       std::span<const double> parameters) {
  return jacobian(function, numbers(x), Output(out.data()), out.size(), parameters);
}

Status vector_jacobian(std::size_t function, std::span<const float> x, std::span<float> out,
                       std::span<const double> parameters) {
  return jacobian(function, numbers(x), Output(out.data()), out.size(), parameters);
}

}  // namespace activation
