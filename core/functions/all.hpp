#pragma once

#include "elu.hpp"
#include "gelu.hpp"
#include "leaky_relu.hpp"
#include "linear.hpp"
#include "relu.hpp"
#include "log_softmax.hpp"
#include "logsumexp.hpp"
#include "sigmoid.hpp"
#include "softmax.hpp"
#include "softmin.hpp"
#include "tanh.hpp"

namespace activation {

template <class... Functions>
struct List {};

/// Every function, in menu order. A new one is its file and a line here.
using All = List<Relu,       //
                 LeakyRelu,  //
                 Elu,        //
                 Gelu,       //
                 Sigmoid,    //
                 Tanh,       //
                 Linear,     //
                 Softmax, LogSoftmax, Softmin, LogSumExp>;

}  // namespace activation
