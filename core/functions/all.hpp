#pragma once

#include "arctan.hpp"
#include "bent_identity.hpp"
#include "celu.hpp"
#include "elu.hpp"
#include "exponential.hpp"
#include "gaussian.hpp"
#include "gcu.hpp"
#include "geglu.hpp"
#include "gelu.hpp"
#include "gelu_tanh.hpp"
#include "glu.hpp"
#include "hardmax.hpp"
#include "hardshrink.hpp"
#include "hardsigmoid.hpp"
#include "hardswish.hpp"
#include "hardtanh.hpp"
#include "isru.hpp"
#include "leaky_relu.hpp"
#include "lecun_tanh.hpp"
#include "linear.hpp"
#include "lisht.hpp"
#include "log_softmax.hpp"
#include "logish.hpp"
#include "logsigmoid.hpp"
#include "logsumexp.hpp"
#include "maxout.hpp"
#include "mish.hpp"
#include "prelu.hpp"
#include "quick_gelu.hpp"
#include "reglu.hpp"
#include "relu.hpp"
#include "relu6.hpp"
#include "rrelu.hpp"
#include "selu.hpp"
#include "serf.hpp"
#include "sigmoid.hpp"
#include "silu.hpp"
#include "sin.hpp"
#include "smelu.hpp"
#include "snake.hpp"
#include "softmax.hpp"
#include "softmin.hpp"
#include "softplus.hpp"
#include "softshrink.hpp"
#include "softsign.hpp"
#include "sparse_plus.hpp"
#include "sparse_sigmoid.hpp"
#include "sparsemax.hpp"
#include "squared_relu.hpp"
#include "squareplus.hpp"
#include "step.hpp"
#include "swiglu.hpp"
#include "swish.hpp"
#include "tanh.hpp"
#include "tanhexp.hpp"
#include "tanhshrink.hpp"
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
                 GeluTanh,         //
                 QuickGelu,        //
                 Silu,             //
                 Swish,            //
                 Mish,             //
                 Softplus,         //
                 Squareplus,       //
                 SparsePlus,       //
                 Smelu,            //
                 Serf,             //
                 Logish,           //
                 TanhExp,          //
                 Lisht,            //
                 BentIdentity,     //
                 Sigmoid,          //
                 Tanh,             //
                 LogSigmoid,       //
                 LecunTanh,        //
                 Softsign,         //
                 Arctan,           //
                 Isru,             //
                 Step,             //
                 Hardtanh,         //
                 Hardsigmoid,      //
                 Hardswish,        //
                 SparseSigmoid,    //
                 Softshrink,       //
                 Hardshrink,       //
                 Tanhshrink,       //
                 Sin,              //
                 Snake,            //
                 Gcu,              //
                 Gaussian,         //
                 Exponential,      //
                 Linear,           //
                 Softmax,          //
                 LogSoftmax,       //
                 Softmin,          //
                 LogSumExp,        //
                 Sparsemax,        //
                 Hardmax,          //
                 Glu,              //
                 ReGlu,            //
                 GeGlu,            //
                 SwiGlu,           //
                 Maxout>;

}  // namespace activation
