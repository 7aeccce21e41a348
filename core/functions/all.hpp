#pragma once

#include "elu.hpp"
#include "geglu.hpp"
#include "gelu.hpp"
#include "glu.hpp"
#include "hardmax.hpp"
#include "leaky_relu.hpp"
#include "linear.hpp"
#include "log_softmax.hpp"
#include "logsumexp.hpp"
#include "maxout.hpp"
#include "reglu.hpp"
#include "relu.hpp"
#include "sigmoid.hpp"
#include "softmax.hpp"
#include "softmin.hpp"
#include "sparsemax.hpp"
#include "swiglu.hpp"
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
                 Softmax, LogSoftmax, Softmin, LogSumExp, Sparsemax, Hardmax, Glu, ReGlu, GeGlu, SwiGlu, Maxout>;

}  // namespace activation
