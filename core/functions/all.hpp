#pragma once

#include "arctan.hpp"
#include "celu.hpp"
#include "elu.hpp"
#include "gelu.hpp"
#include "hardshrink.hpp"
#include "hardsigmoid.hpp"
#include "hardswish.hpp"
#include "hardtanh.hpp"
#include "leaky_relu.hpp"
#include "linear.hpp"
#include "logsigmoid.hpp"
#include "mish.hpp"
#include "prelu.hpp"
#include "quick_gelu.hpp"
#include "relu.hpp"
#include "relu6.hpp"
#include "rrelu.hpp"
#include "selu.hpp"
#include "sigmoid.hpp"
#include "silu.hpp"
#include "sin.hpp"
#include "softmax.hpp"
#include "softplus.hpp"
#include "softshrink.hpp"
#include "sparse_sigmoid.hpp"
#include "squared_relu.hpp"
#include "step.hpp"
#include "swish.hpp"
#include "tanh.hpp"
#include "threshold.hpp"
#include "thresholded_relu.hpp"

namespace activation {

template <class... Functions>
struct List {};

/// Every function, in menu order. A new one is its file and a line here.
using All = List<Relu,             //
                 LeakyRelu,        //
                 Elu,              //
                 Prelu,            //
                 Rrelu,            //
                 Relu6,            //
                 Threshold,        //
                 ThresholdedRelu,  //
                 SquaredRelu,      //
                 Celu,             //
                 Selu,             //
                 Gelu,             //
                 QuickGelu,        //
                 Silu,             //
                 Swish,            //
                 Mish,             //
                 Softplus,         //
                 Sigmoid,          //
                 Tanh,             //
                 LogSigmoid,       //
                 Arctan,           //
                 Step,             //
                 Hardtanh,         //
                 Hardsigmoid,      //
                 Hardswish,        //
                 SparseSigmoid,    //
                 Softshrink,       //
                 Hardshrink,       //
                 Sin,              //
                 Linear,           //
                 Softmax>;

}  // namespace activation
