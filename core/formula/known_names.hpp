#pragma once

#include "names.hpp"

#include <array>
#include <cstdint>
#include <string_view>

// What functions are called, here and elsewhere. Included by names.cpp alone.

namespace activation::formula {

struct Entry {
  std::string_view name;
  Make make = Make::elementary;
  Elementary function{};
  std::uint8_t least = 1;
  std::uint8_t most = 1;
};

constexpr Entry one(std::string_view name, Elementary function) { return {.name = name, .function = function}; }
constexpr Entry made(std::string_view name, Make make, std::uint8_t least, std::uint8_t most) {
  return {.name = name, .make = make, .least = least, .most = most};
}
constexpr std::uint8_t any = 255;

using E = Elementary;

/// First the elementary functions in their order, each with the name that is printed.
constexpr auto entries = std::to_array<Entry>({
    one("exp", E::exp),
    one("exp2", E::exp2),
    one("expm1", E::expm1),
    made("log", Make::log, 1, 2),
    one("log2", E::log2),
    one("log10", E::log10),
    one("log1p", E::log1p),
    one("sqrt", E::sqrt),
    one("cbrt", E::cbrt),
    one("sin", E::sin),
    one("cos", E::cos),
    one("tan", E::tan),
    one("asin", E::asin),
    one("acos", E::acos),
    one("atan", E::atan),
    one("sinh", E::sinh),
    one("cosh", E::cosh),
    one("tanh", E::tanh),
    one("asinh", E::asinh),
    one("acosh", E::acosh),
    one("atanh", E::atanh),
    one("erf", E::erf),
    one("erfc", E::erfc),
    one("normal_cdf", E::normal_cdf),
    one("abs", E::abs),
    one("sign", E::sign),
    one("floor", E::floor),
    one("ceil", E::ceil),
    made("min", Make::minimum, 2, any),
    made("max", Make::maximum, 2, any),
    {.name = "clip", .function = E::clip, .least = 3, .most = 3},
    made("ln", Make::log, 1, 1),
    one("ceiling", E::ceil),
    one("arcsin", E::asin),
    one("arccos", E::acos),
    one("arctan", E::atan),
    one("arcsinh", E::asinh),
    one("arccosh", E::acosh),
    one("arctanh", E::atanh),
    one("arsinh", E::asinh),
    one("arcosh", E::acosh),
    one("artanh", E::atanh),
    one("fabs", E::abs),
    one("absolute", E::abs),
    one("sgn", E::sign),
    one("signum", E::sign),
    one("ndtr", E::normal_cdf),
    one("Phi", E::normal_cdf),
    made("minimum", Make::minimum, 2, any),
    made("maximum", Make::maximum, 2, any),
    made("fmin", Make::minimum, 2, any),
    made("fmax", Make::maximum, 2, any),
    {.name = "clamp", .function = E::clip, .least = 3, .most = 3},
    {.name = "clip_by_value", .function = E::clip, .least = 3, .most = 3},
    made("pow", Make::power, 2, 2),
    made("power", Make::power, 2, 2),
    made("float_power", Make::power, 2, 2),
    made("square", Make::square, 1, 1),
    made("exp10", Make::exp10, 1, 1),
    made("where", Make::where, 3, 3),
    made("select", Make::where, 3, 3),
    made("ifelse", Make::where, 3, 3),
    made("heaviside", Make::heaviside, 1, 2),
    made("reciprocal", Make::reciprocal, 1, 1),
    made("rsqrt", Make::rsqrt, 1, 1),
    made("hypot", Make::hypot, 2, 2),
    made("logit", Make::logit, 1, 1),
    made("logaddexp", Make::logaddexp, 2, 2),
    made("sec", Make::sec, 1, 1),
    made("csc", Make::csc, 1, 1),
    made("cot", Make::cot, 1, 1),
    made("sech", Make::sech, 1, 1),
    made("csch", Make::csch, 1, 1),
    made("coth", Make::coth, 1, 1),
    made("add", Make::add, 2, 2),
    made("subtract", Make::subtract, 2, 2),
    made("sub", Make::subtract, 2, 2),
    made("multiply", Make::multiply, 2, 2),
    made("mul", Make::multiply, 2, 2),
    made("divide", Make::divide, 2, 2),
    made("true_divide", Make::divide, 2, 2),
    made("div", Make::divide, 2, 2),
    made("negative", Make::negate, 1, 1),
    made("neg", Make::negate, 1, 1),
    made("positive", Make::positive, 1, 1),
});

/// Other names of functions of the catalog.
struct Alias {
  std::string_view name;
  std::string_view id;
};
constexpr auto aliases = std::to_array<Alias>({
    {"expit", "sigmoid"},
    {"logistic", "sigmoid"},
    {"sigma", "sigmoid"},
    {"log_expit", "logsigmoid"},
    {"identity", "linear"},
    {"unit_step", "step"},
    {"ramp", "relu"},
    {"relu2", "squared_relu"},
    {"telu", "tanhexp"},
    {"gelu_new", "gelu_tanh"},
    {"gelu_pytorch_tanh", "gelu_tanh"},
});

/// Modules that may stand in front of a function, and whose versions of it they are.
struct Module {
  std::string_view name;
  std::string_view framework;
};
constexpr auto modules = std::to_array<Module>({
    {"np", ""},
    {"numpy", ""},
    {"math", ""},
    {"cmath", ""},
    {"Math", ""},
    {"scipy.special", ""},
    {"special", ""},
    {"torch", "torch"},
    {"torch.nn.functional", "torch"},
    {"torch.nn", "torch"},
    {"torch.special", "torch"},
    {"F", "torch"},
    {"nn", "torch"},
    {"nn.functional", "torch"},
    {"tf", "tf"},
    {"tf.nn", "tf"},
    {"tf.math", "tf"},
    {"tf.keras.activations", "keras"},
    {"tf.keras.layers", "keras"},
    {"tf.keras.ops", "keras"},
    {"tensorflow", "tf"},
    {"tensorflow.nn", "tf"},
    {"tensorflow.math", "tf"},
    {"jax.nn", "jax"},
    {"jax.numpy", "jax"},
    {"jax.lax", "jax"},
    {"jax.scipy.special", "jax"},
    {"jnp", "jax"},
    {"lax", "jax"},
    {"keras.activations", "keras"},
    {"keras.ops", "keras"},
    {"keras.layers", "keras"},
    {"ops", "keras"},
    {"activations", "keras"},
    {"K", "keras"},
});

constexpr auto hints = std::to_array<Hint>({
    {"lg", "`lg` is written `log10` here.", "log10"},
    {"ld", "`ld` is written `log2` here.", "log2"},
    {"lb", "`lb` is written `log2` here.", "log2"},
    {"logb", "Logarithms to another base are written `log(x, base)`.", "log"},
    {"tg", "`tg` is written `tan` here.", "tan"},
    {"ctg", "`ctg` is written `cot` here.", "cot"},
    {"sh", "`sh` is written `sinh` here.", "sinh"},
    {"ch", "`ch` is written `cosh` here.", "cosh"},
    {"th", "`th` is written `tanh` here.", "tanh"},
    {"sen", "`sen` is written `sin` here.", "sin"},
    {"sinc", "`sinc(x)` is written `x == 0 ? 1 : sin(x) / x` here.", ""},
    {"atan2", "A formula is of one number: write `atan(y / x)`.", ""},
    {"arctan2", "A formula is of one number: write `atan(y / x)`.", ""},
    {"normcdf", "The normal distribution is written `Phi(x)` here.", "Phi"},
    {"pnorm", "The normal distribution is written `Phi(x)` here.", "Phi"},
    {"normpdf", "The normal density is written `exp(-x^2/2) / sqrt(2pi)`.", ""},
    {"zeros_like", "A formula is of one number: write 0.", ""},
    {"ones_like", "A formula is of one number: write 1.", ""},
    {"root", "Roots are written `sqrt(x)`, `cbrt(x)` or `x^(1/n)`.", "sqrt"},
    {"round", "Rounding to the nearest whole number is written `floor(x + 0.5)`.", ""},
    {"int", "Whole numbers are had by `floor`.", "floor"},
    {"trunc", "Cutting off decimals is written `sign(x) * floor(abs(x))`.", ""},
    {"mod", "A remainder is written `x - a * floor(x / a)`.", ""},
    {"fmod", "A remainder is written `x - a * floor(x / a)`.", ""},
    {"gamma", "The gamma function is not part of the language.", ""},
    {"lgamma", "The gamma function is not part of the language.", ""},
    {"sum", "Sums over an index are not part of the language: write the terms out.", ""},
    {"diff", "Derivatives are worked out for you: write the function itself.", ""},
    {"derivative", "Derivatives are worked out for you: write the function itself.", ""},
    {"rand", "A formula gives the same result each time, so there are no random numbers.", ""},
    {"random", "A formula gives the same result each time, so there are no random numbers.", ""},
    {"norm", "A formula is of one number, whose norm is `abs(x)`.", "abs"},
    {"phi", "The normal density is written `exp(-x^2/2) / sqrt(2pi)`, its integral `Phi(x)`.", ""},
});

}  // namespace activation::formula
