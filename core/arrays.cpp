#include <activation/catalog.hpp>

#include "functions/all.hpp"
#include "math/packs.hpp"
#include "registry.hpp"

#include <algorithm>
#include <array>
#include <cstring>

// The kernels over arrays: two doubles at a time, or the doubles of two of four floats (single.hpp). A module that draws
// curves and no more does without this file.

namespace activation {
namespace {

using math::Double2;
using math::Float4;
using math::loaded;
using math::Single2;

template <class F, Quantity quantity, class V>
V kernel(V x, const Params<V>& p) {
  if constexpr (quantity == Quantity::value) {
    return F::value(x, p);
  } else {
    return F::gradient(x, p);
  }
}

template <class V>
Params<V> spread(const double* parameters, std::size_t count) {
  Params<V> p{};
  for (std::size_t i = 0; i < count; ++i) p.values[i] = V(parameters[i]);
  return p;
}

/// to[i] = f(from[i]) of so many vectors. All are loaded before any is stored, so that their computations are independent:
/// V8 takes one instruction of each in turn, which hides their latency.
template <std::size_t vectors, class T, class F>
void step(const T* from, T* to, F f) {
  using V = math::Register<T>;
  V y[vectors];
#pragma GCC unroll 8
  for (std::size_t i = 0; i < vectors; ++i) y[i] = f(loaded<V>(from + i * (16 / sizeof(T))));
  std::memcpy(to, y, sizeof y);
}

/// out[i] = f(x[i]): so many vectors at once, then one at a time, and what is left in one filled up with its first number,
/// which is harmless, since it is computed anyway.
template <std::size_t at_once, class T, class F>
void run_over(const T* x, T* out, std::size_t n, F f) {
  constexpr std::size_t N = 16 / sizeof(T);
  std::size_t i = 0;
  if constexpr (at_once > 1) {
    for (; i + at_once * N <= n; i += at_once * N) step<at_once>(x + i, out + i, f);
  }
  for (; i + N <= n; i += N) step<1>(x + i, out + i, f);
  if (i == n) return;
  T block[N];
  std::fill(std::copy(x + i, x + n, block), block + N, x[i]);
  step<1>(block, block, f);
  std::copy_n(block, n - i, out + i);
}

/// Functions that round at most once in float arithmetic say so, and need no double.
template <class F>
concept Direct = F::direct;

/// Functions with a text of their own for four floats.
template <class F, Quantity quantity>
constexpr bool by_fours = false;
template <class F>
requires requires { F::value32; }
constexpr bool by_fours<F, Quantity::value> = true;
template <class F>
requires requires { F::gradient32; }
constexpr bool by_fours<F, Quantity::gradient> = true;

template <class F, Quantity quantity>
void run64(const double* x, double* out, std::size_t n, const double* parameters) {
  const auto p = spread<Double2>(parameters, F::info.parameters.size());
  run_over<Direct<F> ? 4 : 1>(x, out, n, [&p](Double2 v) { return kernel<F, quantity>(v, p); });
}

template <class F, Quantity quantity>
void run32(const float* x, float* out, std::size_t n, const double* parameters) {
  const std::size_t count = F::info.parameters.size();
  if constexpr (Direct<F>) {
    const auto p = spread<Float4>(parameters, count);
    run_over<4>(x, out, n, [&p](Float4 v) { return kernel<F, quantity>(v, p); });
  } else {
    const auto p = spread<Single2>(parameters, count);
    if constexpr (!by_fours<F, quantity>) {
      run_over<1>(x, out, n, [&p](Float4 four) {
        return math::by_pairs(four, [&p](Single2 v) { return kernel<F, quantity>(v, p); });
      });
    } else if constexpr (quantity == Quantity::value) {
      run_over<2>(x, out, n, [&p](Float4 v) { return F::value32(v, p); });
    } else {
      run_over<2>(x, out, n, [&p](Float4 v) { return F::gradient32(v, p); });
    }
  }
}

using Loop32 = void (*)(const float* x, float* out, std::size_t n, const double* parameters);

/// By value and gradient.
struct ArrayLoops {
  std::array<Loop, 2> of_double;
  std::array<Loop32, 2> of_float;
};

template <class F>
constexpr ArrayLoops loops_of() {
  if constexpr (F::info.family == Family::vector) {
    return {};
  } else {
    return {{run64<F, Quantity::value>, run64<F, Quantity::gradient>},
            {run32<F, Quantity::value>, run32<F, Quantity::gradient>}};
  }
}

template <class... Functions>
constexpr std::array<ArrayLoops, sizeof...(Functions)> loops_of_all(List<Functions...>) {
  return {loops_of<Functions>()...};
}

constexpr auto array_loops = loops_of_all(All{});

/// Curvature is not what networks are trained with: the kernel for curves serves arrays too, number by number, and
/// float32 gets its results rounded once.
void curvature32(Loop run, std::span<const float> x, std::span<float> out, const double* parameters) {
  std::array<double, 256> block;  // 2 kB: stays in the first-level cache
  for (std::size_t start = 0; start < x.size(); start += block.size()) {
    const std::size_t count = std::min(block.size(), x.size() - start);
    std::copy_n(x.begin() + static_cast<std::ptrdiff_t>(start), count, block.begin());
    run(block.data(), block.data(), count, parameters);
    for (std::size_t i = 0; i < count; ++i) out[start + i] = static_cast<float>(block[i]);
  }
}

}  // namespace

Status evaluate(std::size_t function, Quantity quantity, std::span<const double> x, std::span<double> out,
                std::span<const double> parameters) {
  const Status status = check_elementwise(function, x.size(), out.size(), parameters);
  if (status != Status::ok) return status;
  const auto q = static_cast<std::size_t>(quantity);
  const Loop run = quantity == Quantity::curvature ? registry()[function].loops[q] : array_loops[function].of_double[q];
  run(x.data(), out.data(), x.size(), parameters.data());
  return Status::ok;
}

Status evaluate(std::size_t function, Quantity quantity, std::span<const float> x, std::span<float> out,
                std::span<const double> parameters) {
  const Status status = check_elementwise(function, x.size(), out.size(), parameters);
  if (status != Status::ok) return status;
  std::array<double, Params<double>::capacity> rounded{};
  std::transform(parameters.begin(), parameters.end(), rounded.begin(),
                 [](double p) { return static_cast<double>(static_cast<float>(p)); });
  const auto q = static_cast<std::size_t>(quantity);
  if (quantity == Quantity::curvature) {
    curvature32(registry()[function].loops[q], x, out, rounded.data());
  } else {
    array_loops[function].of_float[q](x.data(), out.data(), x.size(), rounded.data());
  }
  return Status::ok;
}

}  // namespace activation
