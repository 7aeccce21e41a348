#pragma once

#include "elu.hpp"
#include "gelu.hpp"
#include "leaky_relu.hpp"
#include "lecun_tanh.hpp"
#include "linear.hpp"
#include "lisht.hpp"
#include "logish.hpp"
#include "logsigmoid.hpp"
#include "mish.hpp"
#include "quick_gelu.hpp"
#include "relu.hpp"
#include "sigmoid.hpp"
#include "silu.hpp"
#include "softmax.hpp"
#include "softplus.hpp"
#include "swish.hpp"
#include "tanh.hpp"
#include "tanhexp.hpp"
#include "tanhshrink.hpp"

namespace activation {

template <class... Functions>
struct List {};

/// Every function, in menu order. A new one is its file and a line here.
using All = List<Relu,        //
                 LeakyRelu,   //
                 Elu,         //
                 Gelu,        //
                 QuickGelu,   //
                 Silu,        //
                 Swish,       //
                 Mish,        //
                 Softplus,    //
                 Logish,      //
                 TanhExp,     //
                 Lisht,       //
                 Sigmoid,     //
                 Tanh,        //
                 LogSigmoid,  //
                 LecunTanh,   //
                 Tanhshrink,  //
                 Linear,      //
                 Softmax>;

}  // namespace activation
