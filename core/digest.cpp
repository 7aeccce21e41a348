#include <activation/catalog.hpp>
#include <activation/curve.hpp>
#include <activation/digest.hpp>
#include <activation/vector_functions.hpp>

#include "digest_inputs.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace activation {
namespace {

template <class T>
auto bits_of(T y) {
  using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  return y == y ? __builtin_bit_cast(Bits, y) : __builtin_bit_cast(Bits, std::numeric_limits<T>::quiet_NaN());
}

class Mixer {
 public:
  void add(std::uint64_t word) {
    digest_.bits = (digest_.bits ^ word) * 0x9E3779B97F4A7C15;
    digest_.bits ^= digest_.bits >> 32;
  }

  template <class T>
  void results(std::span<const T> y) {
    for (const T one : y) add(bits_of(one));
    digest_.results += y.size();
  }

  /// Results that have to be the bits of others, which were added.
  template <class T>
  void same(std::span<const T> y, std::span<const T> others) {
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (bits_of(y[i]) == bits_of(others[i])) continue;
      add(bits_of(y[i]));
      ++digest_.disagreements;
    }
  }

  Digest result() const { return digest_; }

 private:
  Digest digest_;
};

using Values = std::array<double, 4>;

/// An odd number, so that every block ends with fewer numbers than a SIMD vector holds.
constexpr std::size_t block_size = 509;

/// float32 has no scalar kernels: arrays of one number take their place, at fewer inputs since they are slow.
void evaluate_alone(std::size_t function, Quantity quantity, std::span<const float> x, std::span<float> out,
                    std::span<const double> parameters) {
  for (std::size_t i = 0; i < x.size(); ++i) {
    evaluate(function, quantity, x.subspan(i, 1), out.subspan(i, 1), parameters);
  }
}

template <class T>
void add_block(Mixer& mixer, std::size_t function, std::span<const T> x, bool sparse,
               std::span<const double> parameters) {
  std::array<T, block_size> in_array;
  std::array<T, block_size> alone;
  const auto results = std::span(in_array).first(x.size());
  const auto others = std::span(alone).first(x.size());
  for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
    evaluate(function, quantity, x, results, parameters);
    mixer.results(std::span<const T>(results));
    // Of curvatures there is one kernel.
    if (quantity == Quantity::curvature) continue;
    if constexpr (sizeof(T) == 8) {
      evaluate_each(function, quantity, x, others, parameters);
    } else {
      if (!sparse) continue;
      evaluate_alone(function, quantity, x, others, parameters);
    }
    mixer.same(std::span<const T>(others), std::span<const T>(results));
  }
}

/// `stride` is 1, or more to take only some of the blocks.
template <class T>
void add_elementwise(Mixer& mixer, std::size_t function, std::span<const double> parameters, std::size_t stride) {
  using Inputs = ElementwiseInputs<T>;
  std::array<T, block_size> x;
  std::size_t block = 0;
  for (std::size_t start = 0; start < Inputs::count; start += block_size, ++block) {
    if (block % stride != 0) continue;
    const std::size_t size = std::min(block_size, Inputs::count - start);
    for (std::size_t i = 0; i < size; ++i) x[i] = Inputs::at(start + i);
    add_block(mixer, function, std::span<const T>(x).first(size), block % 16 == 0, parameters);
  }
}

template <class T>
void add_vector(Mixer& mixer, std::size_t function, std::span<const T> x, std::uint64_t seed, bool with_jacobian,
                std::span<const double> parameters) {
  const std::size_t n = x.size();
  const std::size_t m = vector_outputs(function, n, parameters);
  if (m == 0) return;
  std::array<T, VectorInputs::longest> g;
  std::array<T, VectorInputs::longest> out;
  vector_value(function, x, std::span(out).first(m), parameters);
  mixer.results(std::span<const T>(out).first(m));
  for (std::size_t i = 0; i < m; ++i) g[i] = static_cast<T>(2 * uniform(seed + 1, i));
  vector_vjp(function, x, std::span<const T>(g).first(m), std::span(out).first(n), parameters);
  mixer.results(std::span<const T>(out).first(n));
  if (!with_jacobian || m * n > out.size()) return;
  vector_jacobian(function, x, std::span(out).first(m * n), parameters);
  mixer.results(std::span<const T>(out).first(m * n));
}

template <class T>
void add_vectors(Mixer& mixer, std::size_t function, std::span<const double> parameters, std::size_t rounds) {
  std::array<T, VectorInputs::longest> x;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t kind = 0; kind < VectorInputs::kinds; ++kind) {
      for (std::size_t i = 0; i < VectorInputs::lengths; ++i) {
        const std::size_t n = VectorInputs::length(i);
        const std::uint64_t which = (round * VectorInputs::kinds + kind) * VectorInputs::lengths + i;
        for (std::size_t j = 0; j < n; ++j) x[j] = VectorInputs::at<T>(kind, which << 32, j);
        add_vector(mixer, function, std::span<const T>(x).first(n), which << 32, round == 0, parameters);
      }
    }
  }
}

/// The two precisions with one set of parameters: the standard ones, or others at fewer inputs.
void add_all(Mixer& mixer, std::size_t function, std::span<const double> parameters, bool standard) {
  if (is_vector_function(function)) {
    const std::size_t rounds = standard ? VectorInputs::rounds : 1;
    add_vectors<double>(mixer, function, parameters, rounds);
    add_vectors<float>(mixer, function, parameters, rounds);
  } else {
    const std::size_t stride = standard ? 1 : 16;
    add_elementwise<double>(mixer, function, parameters, stride);
    add_elementwise<float>(mixer, function, parameters, stride);
  }
}

void add_curve(Mixer& mixer, std::size_t function, std::span<const double> parameters) {
  Curve curve;
  curve.sample(function, -40.7, 91.3, 150, parameters);
  for (const auto column : {curve.x(), curve.value(), curve.gradient(), curve.curvature()}) mixer.results(column);
}

}  // namespace

Digest digest(std::size_t function) {
  if (function >= catalog().size()) return {};
  const std::span<const Parameter> parameters = catalog()[function].parameters;
  const auto values = [parameters](double Parameter::*member) {
    Values result{};
    std::transform(parameters.begin(), parameters.end(), result.begin(),
                   [member](const Parameter& p) { return p.*member; });
    return result;
  };
  Mixer mixer;
  const auto add = [&](const Values& all, bool standard) {
    add_all(mixer, function, std::span(all).first(parameters.size()), standard);
  };
  const Values standard = values(&Parameter::standard);
  add(standard, true);
  if (!parameters.empty()) {
    add(values(&Parameter::slider_minimum), false);
    add(values(&Parameter::slider_maximum), false);
  }
  add_curve(mixer, function, std::span(standard).first(parameters.size()));
  return mixer.result();
}

Digest extended(const Digest& all, const Digest& one) {
  Digest result{.bits = (all.bits ^ one.bits) * 0x9E3779B97F4A7C15,
                .results = all.results + one.results,
                .disagreements = all.disagreements + one.disagreements};
  result.bits ^= result.bits >> 32;
  return result;
}

Digest digest() {
  Digest all;
  for (std::size_t function = 0; function < catalog().size(); ++function) all = extended(all, digest(function));
  return all;
}

std::string digest_text(std::uint64_t bits) {
  std::string text = "0x";
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789ABCDEF"[bits >> shift & 15];
  return text;
}

}  // namespace activation
