#include <activation/versions.hpp>

#include "functions/function.hpp"
#include "math/doubles.hpp"
#include "registry.hpp"

#include <array>

namespace activation {

using math::is_finite;

Status evaluate_version(std::size_t function, std::size_t version, std::span<const double> x, std::span<double> y) {
  if (function >= catalog().size()) return Status::unknown_function;
  const std::span<const Version> versions = notes()[function].versions;
  if (version > versions.size() || x.size() != y.size()) return Status::bad_argument;
  const Version standard{};
  const Version& one = version < versions.size() ? versions[version] : standard;
  const std::size_t used = one.id.empty() ? function : find(one.id);
  if (used >= catalog().size()) return Status::unknown_function;

  std::array<double, Params<double>::capacity> parameters{};
  const std::span<const Parameter> expected = catalog()[used].parameters;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    parameters[i] = one.parameters.empty() ? expected[i].standard : one.parameters[i];
  }
  for (std::size_t i = 0; i < x.size(); ++i) y[i] = x[i] * one.input_scale;
  const Status status =
      evaluate_each(used, Quantity::value, y, y, std::span<const double>(parameters).first(expected.size()));
  if (status != Status::ok) return status;
  for (std::size_t i = 0; one.linear_above > 0 && i < x.size(); ++i) {
    if (x[i] > one.linear_above) y[i] = x[i];
  }
  return Status::ok;
}

Status compare_versions(std::size_t function, std::size_t version_a, std::size_t version_b, double from, double to,
                        std::span<double> x, std::span<double> a, std::span<double> b, std::span<double> difference,
                        Comparison& comparison) {
  const std::size_t n = x.size();
  const bool same = a.size() == n && b.size() == n && difference.size() == n;
  if (!same || n < 2 || !is_finite(from) || !is_finite(to) || !(from < to)) return Status::bad_argument;
  for (std::size_t i = 0; i < n; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(n - 1);
    x[i] = from * (1 - share) + to * share;  // to - from may overflow
  }
  if (const Status status = evaluate_version(function, version_a, x, a); status != Status::ok) return status;
  if (const Status status = evaluate_version(function, version_b, x, b); status != Status::ok) return status;
  comparison = {};
  for (std::size_t i = 0; i < n; ++i) {
    difference[i] = b[i] - a[i];
    const double size = math::abs(difference[i]);
    if (size > comparison.largest) comparison = {size, x[i]};
  }
  return Status::ok;
}

}  // namespace activation
