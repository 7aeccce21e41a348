#include <activation/catalog.hpp>

#include "functions/all.hpp"
#include "registry.hpp"

#include <algorithm>

namespace activation {
namespace {

template <class V>
Params<V> load(const double* parameters, std::size_t count) {
  Params<V> p{};
  for (std::size_t i = 0; i < count; ++i) p.values[i] = V(parameters[i]);
  return p;
}

template <class F, Quantity quantity>
void loop(const double* x, double* out, std::size_t n, const double* parameters) {
  const Params<double> p = load<double>(parameters, F::info.parameters.size());
  for (std::size_t i = 0; i < n; ++i) {
    if constexpr (quantity == Quantity::value) {
      out[i] = F::value(x[i], p);
    } else if constexpr (quantity == Quantity::gradient) {
      out[i] = F::gradient(x[i], p);
    } else {
      out[i] = F::curvature(x[i], p);
    }
  }
}

/// A module that has to be there early (ACTIVATION_FIRST) has the kernels of the guide's functions, with which pages begin;
/// the others it knows by name.
constexpr bool is_here(const Info& info) {
#ifdef ACTIVATION_FIRST
  return info.tutorial;
#else
  return info.id.size() > 0;
#endif
}

template <class F>
constexpr Kernels kernels_of() {
  static_assert(F::info.parameters.size() <= Params<double>::capacity);
  static_assert(F::info.kinks.size() <= most_listed_kinks);
  if constexpr (!is_here(F::info)) return {.loops = {}, .is_vector = F::info.family == Family::vector};
  return {.loops = {loop<F, Quantity::value>, loop<F, Quantity::gradient>, loop<F, Quantity::curvature>},
          .is_vector = F::info.family == Family::vector};
}

template <class... Functions>
constexpr std::array<Info, sizeof...(Functions)> infos_of(List<Functions...>) {
  return {Functions::info...};
}

template <class... Functions>
constexpr std::array<Kernels, sizeof...(Functions)> kernels_of_all(List<Functions...>) {
  return {kernels_of<Functions>()...};
}

constexpr auto infos = infos_of(All{});
constexpr auto kernels = kernels_of_all(All{});

}  // namespace

std::span<const Info> catalog() { return infos; }

std::span<const Kernels> registry() { return kernels; }

std::size_t find(std::string_view id) {
  std::size_t index = 0;
  while (index < infos.size() && infos[index].id != id) ++index;
  return index;
}

bool is_vector_function(std::size_t function) { return function < kernels.size() && kernels[function].is_vector; }

Status check_parameters(std::size_t function, std::span<const double> parameters) {
  if (function >= infos.size()) return Status::unknown_function;
  const std::span<const Parameter> expected = infos[function].parameters;
  if (parameters.size() != expected.size()) return Status::bad_parameter;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const bool inside = parameters[i] >= expected[i].minimum && parameters[i] <= expected[i].maximum;
    if (!inside) return Status::bad_parameter;  // NaN is not inside either
    if (expected[i].whole && math::nearest(parameters[i]) != parameters[i]) return Status::bad_parameter;
  }
  return Status::ok;
}

Status check_elementwise(std::size_t function, std::size_t in, std::size_t out, std::span<const double> parameters) {
  if (function >= kernels.size()) return Status::unknown_function;
  if (kernels[function].is_vector) return Status::unsupported;
  if (in != out) return Status::bad_argument;
  return check_parameters(function, parameters);
}

Status evaluate_each(std::size_t function, Quantity quantity, std::span<const double> x, std::span<double> out,
                     std::span<const double> parameters) {
  const Status status = check_elementwise(function, x.size(), out.size(), parameters);
  if (status != Status::ok) return status;
  if (!kernels[function].can_draw()) return Status::unsupported;
  kernels[function].loops[static_cast<std::size_t>(quantity)](x.data(), out.data(), x.size(), parameters.data());
  return Status::ok;
}

}  // namespace activation
