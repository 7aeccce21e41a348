#include "whole_loops.hpp"

namespace activation::formula {

template void jet_loop<function::Standard<Gaussian>>(const double*, const Register&, std::size_t);
template void jet_loop<function::Standard<Sigmoid>>(const double*, const Register&, std::size_t);
template void jet_loop<function::Standard<Softsign>>(const double*, const Register&, std::size_t);
template void jet_loop<function::Softplus1>(const double*, const Register&, std::size_t);
template void jet_loop<function::Standard<Tanh>>(const double*, const Register&, std::size_t);
template void value_loop<function::Exp>(const double*, double*, std::size_t);
template void value_loop<function::Expm1>(const double*, double*, std::size_t);
template void value_loop<function::Softplus1>(const double*, double*, std::size_t);
template void value_loop<function::Standard<Gaussian>>(const double*, double*, std::size_t);
template void value_loop<function::Standard<Sigmoid>>(const double*, double*, std::size_t);
template void value_loop<function::Standard<Silu>>(const double*, double*, std::size_t);
template void value_loop<function::Standard<Softsign>>(const double*, double*, std::size_t);
template void value_loop<function::Standard<Tanh>>(const double*, double*, std::size_t);

}  // namespace activation::formula
