#include "loops.hpp"

#include "../functions/gelu.hpp"
#include "../functions/logsigmoid.hpp"
#include "jets_exponential.hpp"
#include "jets_plain.hpp"
#include "jets_trigonometric.hpp"
#include "primitive.hpp"
#include "whole_loops.hpp"

#include <activation/catalog.hpp>

#include <array>

namespace activation::formula {
namespace {

template <class F>
constexpr FunctionLoops loops_of = {value_loop<F>, jet_loop<F>};

constexpr FunctionLoops none{nullptr, nullptr};

namespace f = function;

constexpr std::array<FunctionLoops, primitive_count + 1> functions = {
    loops_of<f::Exp>,
    loops_of<f::Exp2>,
    loops_of<f::Expm1>,
    loops_of<f::Log>,
    loops_of<f::Log2>,
    loops_of<f::Log10>,
    loops_of<f::Log1p>,
    loops_of<f::Sqrt>,
    loops_of<f::Cbrt>,
    loops_of<f::Sine>,
    loops_of<f::Cosine>,
    loops_of<f::Tangent>,
    loops_of<f::Arcsine>,
    loops_of<f::Arccosine>,
    loops_of<f::Arctangent>,
    loops_of<f::Sinh>,
    loops_of<f::Cosh>,
    loops_of<f::Standard<Tanh>>,
    loops_of<f::Arsinh>,
    loops_of<f::Arcosh>,
    loops_of<f::Artanh>,
    loops_of<f::Erf>,
    loops_of<f::Erfc>,
    loops_of<f::NormalCdf>,
    loops_of<f::Abs>,
    loops_of<f::Sign>,
    loops_of<f::Floor>,
    loops_of<f::Ceil>,
    none,  // min
    none,  // max
    none,  // clip
    loops_of<f::Square>,
    loops_of<f::Cube>,
    loops_of<f::InverseSquare>,
    loops_of<f::Length>,
    loops_of<f::LengthLessOne>,
    loops_of<f::Standard<Sigmoid>>,
    loops_of<f::Softplus1>,
    loops_of<f::Standard<LogSigmoid>>,
    loops_of<f::Standard<Silu>>,
    loops_of<f::Standard<Gelu>>,
    loops_of<f::Standard<Gaussian>>,
    loops_of<f::Standard<Softsign>>,
};

template <bool careful>
Jet<V> chained(const Jet<V>& outer, V first, V second) {
  return {outer.value, product<careful>(outer.first, first),
          product<careful>(outer.second, first * first) + product<careful>(outer.first, second)};
}

template <bool careful>
void chain_loop(const Register& u, const Register& y, std::size_t n) {
  each(n, [=](std::size_t i) {
    const Jet<V> jet = chained<careful>(jet_at(y, i), pair(u.first + i), pair(u.second + i));
    store(y.first + i, jet.first);
    store(y.second + i, jet.second);
  });
}

}  // namespace

const FunctionLoops& function_loops(std::size_t function) { return functions[function]; }

std::size_t in_pairs(std::size_t activation) {
  return catalog()[activation].id == Softsign::info.id ? primitive_count : 0;
}

void chain(const Register& u, const Register& y, std::size_t n, bool careful) {
  careful ? chain_loop<true>(u, y, n) : chain_loop<false>(u, y, n);
}

void negate(const double* a, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, -pair(a + i)); });
}

void negate_condition(const double* a, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, V(1.0) - pair(a + i)); });
}

bool are_finite(const double* a, std::size_t n) {
  V sum(0.0);
  each(n, [&sum, a](std::size_t i) { sum = sum + V(0.0) * pair(a + i); });
  return !math::any(select(sum == sum, V(0.0), V(1.0)) > V(0.0));
}

bool has_lost(const Register& y, std::size_t n) {
  if (are_finite(y.first, n) && are_finite(y.second, n)) return false;
  V lost(0.0);
  for (std::size_t i = 0; i < n; i += 2) {
    const Jet<V> jet = jet_at(y, i);
    const auto found = math::both(jet.first == jet.first, jet.second == jet.second);
    lost = lost + select(jet.value == jet.value, select(found, V(0.0), V(1.0)), V(0.0));
  }
  return math::any(lost > V(0.0));
}

void hand_out(const double* f, const double* column, double* y, std::size_t n) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) {
    const V value = pair(f + i);
    store(y + i, select(value == value, pair(column + i), value));
  }
  if (i < n) y[i] = f[i] == f[i] ? column[i] : f[i];
}

void hand_out(Register from, Register to, std::size_t n) {
  std::size_t i = 0;
  for (; i + 2 <= n; i += 2) {
    const Jet<V> y = jet_at(from, i);
    const auto known = y.value == y.value;
    store(to, i, {y.value, select(known, y.first, y.value), select(known, y.second, y.value)});
  }
  if (i == n) return;
  const double value = from.value[i];
  const double first = value == value ? from.first[i] : value;
  const double second = value == value ? from.second[i] : value;
  to.value[i] = value;
  to.first[i] = first;
  to.second[i] = second;
}

void choose(const double* c, const double* a, const double* b, double* y, std::size_t n) {
  each(n, [=](std::size_t i) { store(y + i, select(pair(c + i) == V(0.0), pair(b + i), pair(a + i))); });
}

void choose_jet(const double* c, const Register& a, const Register& b, const Register& y, std::size_t n) {
  each_pair(n, [=](std::size_t i) {
    const auto second = pair(c + i) == V(0.0);
    const Jet<V> one = jet_at(a, i);
    const Jet<V> other = jet_at(b, i);
    store(y, i,
          {select(second, other.value, one.value), select(second, other.first, one.first),
           select(second, other.second, one.second)});
  });
}

}  // namespace activation::formula
