#pragma once

#include <cstdint>

namespace activation {

/// What became of a call. The core throws nothing: whoever calls turns a status into words.
enum class Status : std::uint8_t {
  ok = 0,
  unknown_function = 1,  ///< no function of the catalog has this index
  bad_parameter = 2,     ///< a parameter is missing, not finite, or outside its limits
  bad_argument = 3,      ///< sizes that do not match, an empty vector, a range that is empty or not finite
  unsupported = 4,       ///< the function has no such thing: a gradient of softmax, a Jacobian of tanh
  too_large = 5,         ///< more points than the limit, or no memory left for them
};

}  // namespace activation
