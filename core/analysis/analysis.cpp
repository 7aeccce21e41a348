#include <activation/analysis.hpp>

#include "../math/number.hpp"
#include "parts.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace activation {
namespace {

using analysis::Subject;

/// Any x of a function of the catalog, a number at a time: the arrays' kernels need not be there.
class BuiltIn final : public Subject {
 public:
  BuiltIn(std::size_t function, std::span<const double> parameters) : function_(function), parameters_(parameters) {
    form = analysis::form_of(function, parameters);
    exact = true;
  }

  std::vector<double> kinks(double from, double to, std::size_t most, bool& all) const override {
    std::vector<double> found;
    for (const Kink& kink : catalog()[function_].kinks) {
      const double x = kink.at(parameters_);
      if (x >= from && x <= to) found.push_back(x);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    all = found.size() <= most;
    return found;
  }

 private:
  void compute(std::span<const double> x, std::span<double> value, std::span<double> gradient,
               std::span<double> curvature) const override {
    const std::span<double> columns[] = {value, gradient, curvature};
    for (std::size_t q = 0; q < 3; ++q) {
      if (!columns[q].empty()) {
        (void)evaluate_each(function_, static_cast<Quantity>(q), x, columns[q], parameters_);
      }
    }
  }

  std::size_t function_;
  std::span<const double> parameters_;
};

}  // namespace

namespace analysis {

namespace {

/// The most_places of a list that are next to 0, in their order.
template <class Place, class At>
void keep_near(std::vector<Place>& places, At at, bool& endless) {
  if (places.size() <= most_places) return;
  endless = true;
  std::vector<std::size_t> kept(places.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  const auto distance = [&](std::size_t i) { return math::abs(at(places[i])); };
  std::stable_sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
  kept.resize(most_places);
  std::sort(kept.begin(), kept.end());
  std::vector<Place> near;
  for (const std::size_t i : kept) near.push_back(places[i]);
  places = std::move(near);
}

void shorten(Analysis& result) {
  const auto x = [](const auto& place) { return place.x; };
  keep_near(result.extrema, x, result.endless);
  keep_near(result.inflections, x, result.endless);
  keep_near(result.jumps, x, result.endless);
  keep_near(
      result.zeros, [](const Zeros& one) { return is_finite(one.from) ? one.from : one.to; }, result.endless);
  keep_near(
      result.stretches, [](const Stretch& one) { return is_finite(one.from) ? one.from : one.to; }, result.endless);
  keep_near(
      result.undefined, [](const Interval& one) { return is_finite(one.from) ? one.from : one.to; }, result.endless);
}

}  // namespace

void fill(const Subject& subject, Analysis& result) {
  result = {};
  const Survey survey = surveyed(subject);
  result.undefined = survey.gaps;
  find_jumps(subject, survey, result);
  find_turns(subject, survey, result);
  find_ends(subject, survey, result);
  find_range(subject, survey, result);
  find_slopes(subject, survey, result);
  find_symmetry(subject, survey, result);
  find_repetition(subject, survey, result);
  find_moments(subject, survey, result);
  shorten(result);
}

}  // namespace analysis

Status analyse(std::size_t function, std::span<const double> parameters, Analysis& result) {
  if (const Status status = check_parameters(function, parameters); status != Status::ok) return status;
  if (is_vector_function(function)) return Status::unsupported;
  analysis::fill(BuiltIn(function, parameters), result);
  return Status::ok;
}

}  // namespace activation
