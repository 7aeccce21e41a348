#include <activation/vector_functions.hpp>

#include "registry.hpp"

#include <array>

namespace activation {
namespace {

Status check(std::size_t function, std::size_t n, std::span<const double> parameters) {
  if (function >= registry().size()) return Status::unknown_function;
  if (!is_vector_function(function)) return Status::unsupported;
  if (n == 0) return Status::bad_argument;
  return check_parameters(function, parameters);
}

/// The parameters as the kernels of a number type see them: rounded to float32 for float32.
template <class Number>
class Rounded {
 public:
  explicit Rounded(std::span<const double> parameters) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      values_[i] = static_cast<double>(static_cast<Number>(parameters[i]));
    }
  }
  const double* data() const { return values_.data(); }

 private:
  std::array<double, 4> values_{};
};

template <class Number>
Status value(std::size_t function, std::span<const Number> x, std::span<Number> y, std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  if (y.size() != x.size()) return Status::bad_argument;
  registry()[function].value(Numbers(x.data(), x.size()), Output(y.data()), Rounded<Number>(parameters).data());
  return Status::ok;
}

template <class Number>
Status vjp(std::size_t function, std::span<const Number> x, std::span<const Number> g, std::span<Number> out,
           std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  if (g.size() != x.size() || out.size() != x.size()) return Status::bad_argument;
  registry()[function].vjp(Numbers(x.data(), x.size()), Numbers(g.data(), g.size()), Output(out.data()),
                           Rounded<Number>(parameters).data());
  return Status::ok;
}

template <class Number>
Status jacobian(std::size_t function, std::span<const Number> x, std::span<Number> out,
                std::span<const double> parameters) {
  const Status status = check(function, x.size(), parameters);
  if (status != Status::ok) return status;
  // Not n * n == size: with 32-bit sizes 65536 * 65536 is 0.
  if (out.size() / x.size() != x.size() || out.size() % x.size() != 0) return Status::bad_argument;
  registry()[function].jacobian(Numbers(x.data(), x.size()), Output(out.data()), Rounded<Number>(parameters).data());
  return Status::ok;
}

}  // namespace

Status vector_value(std::size_t function, std::span<const double> x, std::span<double> y,
                    std::span<const double> parameters) {
  return value(function, x, y, parameters);
}

Status vector_value(std::size_t function, std::span<const float> x, std::span<float> y,
                    std::span<const double> parameters) {
  return value(function, x, y, parameters);
}

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
