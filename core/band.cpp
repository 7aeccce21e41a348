#include "band.hpp"

#include "math/number.hpp"

#include <algorithm>
#include <array>

namespace activation {
namespace {

/// A peak is at most half a step from the nearest probe: 1 - cos(pi/48) is 1/930 of the height of a sine, and waves that grow
/// need the rest.
constexpr std::size_t steps = 48;

struct Probes {
  std::array<double, steps - 1> x;
  std::size_t count = 0;

  /// Inside from < to. Where doubles are coarser than the steps, they are the next doubles.
  Probes(double from, double to, double period) {
    const double step = std::max(std::min(period, to - from) / steps, math::abs(from) * 0x1p-52);
    double last = from;
    for (std::size_t k = 1; k < steps; ++k) {
      const double next = from + static_cast<double>(k) * step;
      if (!(next < to)) break;
      if (next > last) x[count++] = last = next;
    }
  }
};

}  // namespace

void add_band(Columns& columns, const Subject& subject, double period) {
  // From the right and from the end of the room, so that no sample is overwritten before its turn.
  double* const end = columns.x + columns.capacity;
  double* to = end;
  for (std::size_t i = columns.size; i-- > 0;) {
    if (i + 1 < columns.size) {
      const Probes probes(columns.x[i], *to, period);
      std::array<bool, steps> chosen{};
      double of[3][steps - 1];
      if (probes.count > 0) subject.evaluate(probes.x.data(), {of[0], of[1], of[2]}, probes.count);
      for (std::size_t q = 0; q < 3 && probes.count > 0; ++q) {
        const double* const y = of[q];
        const auto [least, greatest] = std::minmax_element(y, y + probes.count);
        chosen[static_cast<std::size_t>(least - y)] = true;
        chosen[static_cast<std::size_t>(greatest - y)] = true;
      }
      for (std::size_t k = probes.count; k-- > 0;) {
        if (chosen[k]) *--to = probes.x[k];
      }
    }
    *--to = columns.x[i];
  }
  std::move(to, end, columns.x);
  columns.size = static_cast<std::size_t>(end - to);
}

}  // namespace activation
