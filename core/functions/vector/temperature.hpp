#pragma once

#include <activation/info.hpp>

namespace activation {

/// T, which the vector functions of exponentials divide their logits by.
inline constexpr Parameter temperature_parameter{
    .name = "temperature",
    .symbol = "T",
    .meaning = "below 1 the largest logit takes more, above 1 all are more alike",
    .standard = 1,
    .minimum = 1e-6,
    .maximum = 1e6,
    .slider_minimum = 0.1,
    .slider_maximum = 5,
    .step = 0.1};

}  // namespace activation
