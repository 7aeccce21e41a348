#pragma once

#include <activation/info.hpp>
#include <activation/status.hpp>

#include <cstddef>
#include <span>
#include <string_view>

namespace activation {

/// What can be asked of an elementwise function: f(x), f'(x), f''(x).
enum class Quantity : std::uint8_t { value = 0, gradient = 1, curvature = 2 };

/// The catalog: every function, in menu order. A function's index here is its handle everywhere below.
std::span<const Info> catalog();

/// What there is to read about each, in the same order.
std::span<const Notes> notes();

/// Of the notes of one function what a program reads, without the rest of them.
std::string_view formula_text(std::size_t function);
std::span<const Version> versions(std::size_t function);

/// The index of the function called `id`, or catalog().size() when there is none.
std::size_t find(std::string_view id);

/// Whether the function takes a whole vector (softmax) rather than one number at a time.
bool is_vector_function(std::size_t function);

/// bad_parameter unless there is one finite number within its limits for each parameter of the function.
Status check_parameters(std::size_t function, std::span<const double> parameters);

/// out[i] = f(x[i]), f'(x[i]) or f''(x[i]) of an elementwise function.
/// x and out have the same length and are the same array or do not overlap. `parameters` holds one number for
/// each of Info::parameters, in that order. Any x is allowed: NaN and the infinities give what golden/README.md says.
Status evaluate(std::size_t function, Quantity quantity, std::span<const double> x, std::span<double> out,
                std::span<const double> parameters);

/// The same bits, number by number: a fifth of the speed and of the code. It is all that the module of a first curve has.
Status evaluate_each(std::size_t function, Quantity quantity, std::span<const double> x, std::span<double> out,
                     std::span<const double> parameters);

/// The same for float32: parameters are first rounded to float32, and each result is rounded once to float32.
Status evaluate(std::size_t function, Quantity quantity, std::span<const float> x, std::span<float> out,
                std::span<const double> parameters);

}  // namespace activation
