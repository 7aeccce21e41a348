#pragma once

#include "arctan.hpp"
#include "elu.hpp"
#include "gcu.hpp"
#include "gelu.hpp"
#include "gelu_tanh.hpp"
#include "leaky_relu.hpp"
#include "linear.hpp"
#include "relu.hpp"
#include "serf.hpp"
#include "sigmoid.hpp"
#include "sin.hpp"
#include "snake.hpp"
#include "softmax.hpp"
#include "tanh.hpp"

namespace activation {

template <class... Functions>
struct List {};

/// Every function, in menu order. A new one is its file and a line here.
using All = List<Relu,       //
                 LeakyRelu,  //
                 Elu,        //
                 Gelu,       //
                 GeluTanh,   //
                 Serf,       //
                 Sigmoid,    //
                 Tanh,       //
                 Arctan,     //
                 Sin,        //
                 Snake,      //
                 Gcu,        //
                 Linear,     //
                 Softmax>;

}  // namespace activation
