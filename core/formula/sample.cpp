#include <activation/curve.hpp>
#include <activation/formula.hpp>

#include "../subject.hpp"

namespace activation {
namespace {

class Typed final : public Subject {
 public:
  Typed(const Formula& formula, std::span<const double> parameters) : formula_(formula), parameters_(parameters) {}

  void evaluate(const double* x, double* const (&of)[3], std::size_t n) const override {
    formula_.evaluate({x, n}, {of[0], n}, {of[1], n}, {of[2], n}, parameters_);
  }

 private:
  const Formula& formula_;
  std::span<const double> parameters_;
};

}  // namespace

Status Curve::sample(const Formula& formula, double from, double to, std::size_t points,
                     std::span<const double> parameters) {
  size_ = 0;
  const Status status = formula.evaluate(Quantity::value, std::span<const double>{}, std::span<double>{}, parameters);
  if (status != Status::ok) return status;
  const Status range = check_range(from, to, points);
  if (range != Status::ok) return range;
  return draw(Typed(formula, parameters), formula.kinks(from, to, parameters), 0, from, to, points);
}

}  // namespace activation
