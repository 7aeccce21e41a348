#pragma once

#include "golden.hpp"

#include "catch.hpp"

#include <activation/vector_functions.hpp>

#include <span>
#include <string_view>
#include <vector>

// Vector functions with vectors in and out. An empty list of parameters stands for the standard ones.

namespace vectors {

struct Call {
  std::size_t function;
  std::vector<double> parameters;
  std::size_t outputs;

  Call(std::string_view id, std::size_t n, const std::vector<double>& given)
      : function(activation::find(id)),
        parameters(given.empty() ? golden::standard_parameters(activation::catalog()[function]) : given),
        outputs(activation::vector_outputs(function, n, parameters)) {}
};

template <class Number>
std::vector<Number> value(std::string_view id, const std::vector<Number>& x,
                          const std::vector<double>& parameters = {}) {
  const Call call(id, x.size(), parameters);
  std::vector<Number> y(call.outputs);
  REQUIRE(activation::vector_value(call.function, std::span<const Number>(x), std::span<Number>(y), call.parameters) ==
          activation::Status::ok);
  return y;
}

template <class Number>
std::vector<Number> vjp(std::string_view id, const std::vector<Number>& x, const std::vector<Number>& g,
                        const std::vector<double>& parameters = {}) {
  const Call call(id, x.size(), parameters);
  std::vector<Number> out(x.size());
  REQUIRE(activation::vector_vjp(call.function, std::span<const Number>(x), std::span<const Number>(g),
                                 std::span<Number>(out), call.parameters) == activation::Status::ok);
  return out;
}

template <class Number>
std::vector<Number> jacobian(std::string_view id, const std::vector<Number>& x,
                             const std::vector<double>& parameters = {}) {
  const Call call(id, x.size(), parameters);
  std::vector<Number> out(call.outputs * x.size());
  REQUIRE(activation::vector_jacobian(call.function, std::span<const Number>(x), std::span<Number>(out),
                                      call.parameters) == activation::Status::ok);
  return out;
}

}  // namespace vectors
