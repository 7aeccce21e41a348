// float32 results at every one of the 2^32 inputs, held against the float64 kernel at the same inputs.
//
//   activation_exhaustive            every elementwise function
//   activation_exhaustive gelu tanh  these
//
// Prints a line for each: the largest error of value and gradient in ulps of float32, and where it is. The float64
// kernels are right to a unit in their own last place, 2^-29 of an ulp here.

#include <activation/catalog.hpp>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <thread>
#include <vector>

using activation::Quantity;

namespace {

constexpr std::size_t chunk = std::size_t{1} << 15;
constexpr std::uint64_t chunks = (std::uint64_t{1} << 32) / chunk;
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Worst {
  double error = 0;
  std::uint32_t x = 0;

  /// Of equal errors the first counts.
  void take(double other, std::uint32_t at) {
    if (other > error) *this = {other, at};
  }
};

/// |y - exact| in ulps of float32 where both are finite and y has the sign of what it stands for.
double ordinary_error(float y, double exact) {
  const auto bits = std::bit_cast<std::uint64_t>(exact);
  const int exponent = std::max(static_cast<int>(bits >> 52 & 0x7FF) - 1023, -126);
  const double one_by_ulp = std::bit_cast<double>(static_cast<std::uint64_t>(1023 + 23 - exponent) << 52);
  return std::fabs(static_cast<double>(y) - exact) * one_by_ulp;
}

/// An infinity, a NaN or a sign that should not be there, or is missing, counts as infinitely many.
double error(float y, double exact) {
  if (std::isnan(y) || std::isnan(exact)) return std::isnan(y) == std::isnan(exact) ? 0 : infinity;
  // Half a unit beyond the largest number is where rounding begins to give infinity.
  if (std::isinf(y)) return std::fabs(exact) >= 0x1.ffffffp127 && std::signbit(y) == std::signbit(exact) ? 0 : infinity;
  if (std::fabs(exact) >= 0x1.ffffffp127) return infinity;
  if (exact != 0 && std::signbit(y) != std::signbit(exact)) return infinity;
  return ordinary_error(y, exact);
}

/// Takes the errors of inputs that follow each other. Of most chunks nothing is worse than what is known, which a loop
/// without branches finds out.
void take_chunk(Worst& worst, const float* y, const double* exact, std::uint32_t first) {
  unsigned suspicious = 0;
  for (std::size_t i = 0; i < chunk; ++i) {
    const bool small = ordinary_error(y[i], exact[i]) <= worst.error;  // false for NaN
    const bool other_sign = (std::signbit(y[i]) != std::signbit(exact[i])) & (exact[i] != 0);
    suspicious |= static_cast<unsigned>(!small) | static_cast<unsigned>(other_sign);
  }
  if (suspicious == 0) return;
  for (std::uint32_t i = 0; i < chunk; ++i) worst.take(error(y[i], exact[i]), first + i);
}

struct Verdict {
  Worst of[2];
};

class Sweep {
 public:
  explicit Sweep(std::size_t function) : function_(function) {
    // As the float32 kernels see them.
    for (const activation::Parameter& p : activation::catalog()[function].parameters) {
      parameters_.push_back(static_cast<double>(static_cast<float>(p.standard)));
    }
  }

  Verdict run() {
    const unsigned count = std::max(1U, std::thread::hardware_concurrency());
    std::vector<Verdict> verdicts(count);
    std::vector<std::thread> threads;
    // A range for each thread, in order: what comes out does not depend on which was faster.
    for (unsigned i = 0; i < count; ++i) {
      threads.emplace_back(
          [this, i, count, &verdicts] { work(verdicts[i], chunks * i / count, chunks * (i + 1) / count); });
    }
    for (std::thread& thread : threads) thread.join();
    Verdict all;
    for (const Verdict& verdict : verdicts) {
      for (int q = 0; q < 2; ++q) all.of[q].take(verdict.of[q].error, verdict.of[q].x);
    }
    return all;
  }

 private:
  void work(Verdict& verdict, std::uint64_t begin, std::uint64_t end) {
    std::vector<float> x(chunk);
    std::vector<float> y(chunk);
    std::vector<double> wide(chunk);
    std::vector<double> exact(chunk);
    for (std::uint64_t which = begin; which < end; ++which) {
      const auto first = static_cast<std::uint32_t>(which * chunk);
      for (std::uint32_t i = 0; i < chunk; ++i) {
        x[i] = std::bit_cast<float>(first + i);
        wide[i] = static_cast<double>(x[i]);
      }
      for (int q = 0; q < 2; ++q) {
        const auto quantity = static_cast<Quantity>(q);
        activation::evaluate(function_, quantity, std::span<const float>(x), std::span<float>(y), parameters_);
        activation::evaluate(function_, quantity, std::span<const double>(wide), std::span<double>(exact), parameters_);
        take_chunk(verdict.of[q], y.data(), exact.data(), first);
      }
    }
  }

  std::size_t function_;
  std::vector<double> parameters_;
};

void report(std::size_t function) {
  const auto begin = std::chrono::steady_clock::now();
  const Verdict verdict = Sweep(function).run();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  const auto at = [](const Worst& worst) { return static_cast<double>(std::bit_cast<float>(worst.x)); };
  std::printf("%-16s value %.6f ulp at %.9g (%a), gradient %.6f ulp at %.9g (%a), %.0f s\n",
              std::string(activation::catalog()[function].id).c_str(), verdict.of[0].error, at(verdict.of[0]),
              at(verdict.of[0]), verdict.of[1].error, at(verdict.of[1]), at(verdict.of[1]), seconds);
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::size_t> functions;
  for (int i = 1; i < count; ++i) {
    const std::size_t function = activation::find(arguments[i]);
    if (function == activation::catalog().size() || activation::is_vector_function(function)) {
      std::fprintf(stderr, "There is no elementwise function called %s.\n", arguments[i]);
      return 2;
    }
    functions.push_back(function);
  }
  if (functions.empty()) {
    for (std::size_t function = 0; function < activation::catalog().size(); ++function) {
      if (!activation::is_vector_function(function)) functions.push_back(function);
    }
  }
  for (const std::size_t function : functions) report(function);
}
