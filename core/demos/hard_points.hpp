#pragma once

#include <activation/catalog.hpp>

#include <string_view>

// Written by tests/golden/hard_points.py.

namespace activation {

/// A place where textbook formulas fail, and the exact result there: rounded once, and (exact - rounded) in ulps.
struct HardPoint {
  std::string_view id;
  Quantity quantity;
  double x;
  double exact;
  double remainder;
};

inline constexpr HardPoint hard_points[] = {
    {"gelu", Quantity::value, -0x1.099999999999ap+3, -0x1.f222478a4b6b8p-52, 0.116908},
    {"gelu", Quantity::value, -0x1.4000000000000p+3, -0x1.7079362639d51p-74, 0.226447},
    {"gelu", Quantity::value, -0x1.2800000000000p+5, -0x1.1bbe62e6f3e25p-989, 0.074170},
    {"gelu", Quantity::gradient, -0x1.80ead197f00b4p-1, -0x1.dc33ec6564406p-58, -0.025397},
    {"tanh", Quantity::gradient, 0x1.3000000000000p+4, 0x1.2188ad6ae3303p-53, -0.265708},
    {"tanh", Quantity::gradient, 0x1.4000000000000p+4, 0x1.39792499b1a24p-56, 0.114591},
    {"sigmoid", Quantity::gradient, 0x1.3000000000000p+5, 0x1.2188ad6ae3303p-55, -0.265708},
    {"sigmoid", Quantity::gradient, -0x1.4000000000000p+5, 0x1.39792499b1a24p-58, 0.114591},
    {"elu", Quantity::value, -0x1.b7cdfd9d7bdbbp-34, -0x1.b7cdfd9d1d693p-34, 0.262264},
    {"softplus", Quantity::value, -0x1.4000000000000p+5, 0x1.39792499b1a24p-58, 0.149733},
    {"softplus", Quantity::value, 0x1.6300000000000p+9, 0x1.6300000000000p+9, 0.000000},
    {"silu", Quantity::gradient, -0x1.474973c84120bp+0, 0x1.b7d7537967aa7p-56, -0.243799},
    {"mish", Quantity::value, -0x1.e000000000000p+4, -0x1.8b172b681b638p-39, -0.329197},
    {"logsigmoid", Quantity::value, 0x1.4000000000000p+5, -0x1.39792499b1a24p-58, -0.149733},
    {"log_softmax", Quantity::value, 0x1.4000000000000p+5, -0x1.2ba33397155a7p-56, -0.231201},
};

}  // namespace activation
