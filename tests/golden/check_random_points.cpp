// The program that check_random_points.py asks; it says how to build this.

#include <activation/catalog.hpp>

#include <cstdio>
#include <cstdlib>
#include <span>

int main() {
  char id[64];
  char parameter[64];
  char number[64];
  unsigned quantity = 0;
  while (std::scanf("%63s %u %63s %63s", id, &quantity, parameter, number) == 4) {
    const double x = std::strtod(number, nullptr);
    const double p = std::strtod(parameter, nullptr);
    const std::span<const double> parameters(&p, parameter[0] == '-' && parameter[1] == '\0' ? 0 : 1);
    double y = 0;
    const auto status = activation::evaluate(activation::find(id), static_cast<activation::Quantity>(quantity),
                                             std::span<const double>(&x, 1), std::span<double>(&y, 1), parameters);
    if (status != activation::Status::ok) return 1;
    std::printf("%a\n", y);
  }
}
