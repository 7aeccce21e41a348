#include <activation/statistics.hpp>

#include "math/number.hpp"
#include "text/parse_double.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace activation {
namespace {

constexpr double largest = std::numeric_limits<double>::max();

/// The double nearest to 10^exponent, |exponent| <= 308.
double power_of_ten(int exponent) {
  char text[8] = "1e+000";
  const int size = exponent < 0 ? -exponent : exponent;
  text[2] = exponent < 0 ? '-' : '+';
  text[3] = static_cast<char>('0' + size / 100);
  text[4] = static_cast<char>('0' + size / 10 % 10);
  text[5] = static_cast<char>('0' + size % 10);
  double power = 1;
  text::parse_double({text, 6}, power);
  return power;
}

double floor_of(double x) {
  if (math::abs(x) >= 0x1p51) return x;
  const double near = math::nearest(x);
  return near > x ? near - 1 : near;
}

}  // namespace

double Bins::edge(std::size_t i) const {
  const double multiple = (first + static_cast<double>(i)) * step;
  const double exact = exponent < 0 ? multiple / power_of_ten(-exponent) : multiple * power_of_ten(exponent);
  return std::clamp(exact, -largest, largest);
}

Status choose_bins(double from, double to, std::size_t bins, Bins& chosen) {
  if (!(from <= to) || from - from != 0 || to - to != 0 || bins < 1 || bins > most_bins) return Status::bad_argument;
  const double size = std::max(math::abs(from), math::abs(to));
  double width = to / static_cast<double>(bins) - from / static_cast<double>(bins);
  if (from == to) {
    // One value stands in the middle of what is drawn.
    width = (size == 0 ? 1 : size) / static_cast<double>(bins);
    from -= width * static_cast<double>(bins) / 2;
    to += width * static_cast<double>(bins) / 2;
    from = std::max(from, -largest);
    to = std::min(to, largest);
  }
  width = std::min(std::max({width, size * 0x1p-40, 1e-300}), 1e308);
  int exponent = -300;
  for (int step = 512; step > 0; step /= 2) {
    if (exponent + step <= 308 && power_of_ten(exponent + step) <= width) exponent += step;
  }
  chosen.exponent = exponent;
  chosen.step = 10;
  for (const double step : {5.0, 2.0, 1.0}) {
    if (step * power_of_ten(exponent) >= width) chosen.step = step;
  }
  if (chosen.step == 10) {
    chosen.step = 1;
    ++chosen.exponent;
  }
  chosen.exponent = std::min(chosen.exponent, 308);
  chosen.first = floor_of(from / (chosen.step * power_of_ten(chosen.exponent)));
  while (chosen.edge(0) > from) --chosen.first;
  chosen.count = 1;
  while (chosen.count < bins + 3 && chosen.edge(chosen.count) < to) ++chosen.count;
  return Status::ok;
}

void count_in_bins(std::span<const double> values, const Bins& bins, std::span<std::uint32_t> counts) {
  double edges[most_bins + 4];
  const std::size_t last = std::min(bins.count, most_bins + 3);
  for (std::size_t i = 0; i <= last; ++i) edges[i] = bins.edge(i);
  std::fill(counts.begin(), counts.end(), 0);
  const double from = edges[0];
  const double half = edges[last] / 2 - from / 2;  // the whole may be larger than the largest double
  for (const double x : values) {
    if (!(x >= from && x <= edges[last])) continue;
    auto i = std::min(static_cast<std::size_t>((x / 2 - from / 2) / half * static_cast<double>(last)), last - 1);
    // The quotient is a good guess; the edges decide.
    while (i > 0 && x < edges[i]) --i;
    while (i + 1 < last && x >= edges[i + 1]) ++i;
    ++counts[i];
  }
}

}  // namespace activation
