#pragma once

#include "../functions/gaussian.hpp"
#include "../functions/sigmoid.hpp"
#include "../functions/silu.hpp"
#include "../functions/softsign.hpp"
#include "../functions/tanh.hpp"
#include "jets_exponential.hpp"
#include "jets_plain.hpp"
#include "pair_loops.hpp"

namespace activation::formula {

// Loops of whole_loops.cpp, where everything is inlined: value, gradient and curvature compute what they have in common
// once, and no vector goes through memory. For what formulas are made of most of the time.

extern template void jet_loop<function::Standard<Gaussian>>(const double*, const Register&, std::size_t);
extern template void jet_loop<function::Standard<Sigmoid>>(const double*, const Register&, std::size_t);
extern template void jet_loop<function::Standard<Softsign>>(const double*, const Register&, std::size_t);
extern template void jet_loop<function::Softplus1>(const double*, const Register&, std::size_t);
extern template void jet_loop<function::Standard<Tanh>>(const double*, const Register&, std::size_t);
extern template void value_loop<function::Exp>(const double*, double*, std::size_t);
extern template void value_loop<function::Expm1>(const double*, double*, std::size_t);
extern template void value_loop<function::Softplus1>(const double*, double*, std::size_t);
extern template void value_loop<function::Standard<Gaussian>>(const double*, double*, std::size_t);
extern template void value_loop<function::Standard<Sigmoid>>(const double*, double*, std::size_t);
extern template void value_loop<function::Standard<Silu>>(const double*, double*, std::size_t);
extern template void value_loop<function::Standard<Softsign>>(const double*, double*, std::size_t);
extern template void value_loop<function::Standard<Tanh>>(const double*, double*, std::size_t);

}  // namespace activation::formula
