#include "random/ziggurat.hpp"

#include "math/exp.hpp"
#include "random/log.hpp"

#include <cstddef>

namespace activation::random {
namespace {

/// The area of each layer.
constexpr double area = 0.004928673233974652;
constexpr double steps = 0x1p52;

/// a / b in 52-bit steps, rounded half to even, as the tables have it.
std::uint64_t share(double a, double b) {
  const double whole = a / b * steps;
  const double below = static_cast<double>(static_cast<std::uint64_t>(whole));
  const std::uint64_t floor = static_cast<std::uint64_t>(whole);
  const bool odd = (floor & 1) != 0;
  return floor + (whole - below > 0.5 || (whole - below == 0.5 && odd) ? 1 : 0);
}

Ziggurat make() {
  Ziggurat z{};
  double x = edge;
  z.width[255] = x / steps;
  z.height[255] = density(x);
  z.inside[0] = share(x * z.height[255], area);
  z.width[0] = area / z.height[255] / steps;
  z.height[0] = 1;
  for (std::size_t i = 254; i > 0; --i) {
    const double next = __builtin_sqrt(-2.0 * log(area / x + z.height[i + 1]));
    z.inside[i + 1] = share(next, x);
    z.width[i] = next / steps;
    z.height[i] = density(next);
    // The one number of NumPy's tables that is not rounded to nearest: whatever exp made them was an ulp off here.
    if (i == 38) z.height[i] = math::from_bits(math::bits(z.height[i]) + 1);
    x = next;
  }
  return z;
}

}  // namespace

double density(double x) {
  const math::Exponential<double> e = math::exponential(-0.5 * x * x);
  return math::scale(math::rounded(math::significand(e)), e.exponent);
}

const Ziggurat& ziggurat() {
  static const Ziggurat made = make();
  return made;
}

}  // namespace activation::random
