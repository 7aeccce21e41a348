#include "../golden.hpp"
#include "typed.hpp"

#include <limits>

using activation::Status;
using typed::Quantity;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Slopes {
  const char* text;
  double x;
  double gradient;
  double curvature;
};

/// From mpmath with 700 digits, rounded once: where squares overflow, next to the ends of domains, where results are subnormal.
const Slopes table[] = {
    {"asinh(x)", 0x1.56e1fc2f8f359p-997, 0x1.0000000000000p+0, -0x1.56e1fc2f8f359p-997},
    {"asinh(x)", -0x1.0000000000000p-1, 0x1.c9f25c5bfedd9p-1, 0x1.6e5b7d16657e1p-2},
    {"asinh(x)", 0x1.1e667904707f5p+512, 0x1.c9a736a15a8d8p-513, -0x0.332266e44677ap-1022},
    {"asinh(x)", -0x1.dd55745cbb7edp+514, 0x1.1297872d9cbb5p-515, 0x0.012688b70e62bp-1022},
    {"asinh(x)", 0x1.6c2d4256ffcc3p+531, 0x1.67e9c127b6e74p-532, -0x0.00000000007e8p-1022},
    {"asinh(x)", -0x1.7e43c8800759cp+996, 0x1.56e1fc2f8f359p-997, 0},
    {"atan(x)", 0x1.56e1fc2f8f359p-997, 0x1.0000000000000p+0, -0x1.56e1fc2f8f359p-996},
    {"atan(x)", -0x1.0000000000000p-1, 0x1.999999999999ap-1, 0x1.47ae147ae147bp-1},
    {"atan(x)", -0x1.bc16d674ec800p+59, 0x1.54484932d2e72p-120, 0x1.8851a0b548ea4p-179},
    {"atan(x)", 0x1.1e667904707f5p+512, 0x0.332266e44677ap-1022, 0},
    {"atan(x)", -0x1.dd55745cbb7edp+514, 0x0.012688b70e62bp-1022, 0},
    {"atan(x)", 0x1.1dbf316b346e8p+342, 0x1.9af2b7d0e0a2dp-685, -0x0.1702ae4d1fb5dp-1022},
    {"atan(x)", 0x1.7e43c8800759cp+996, 0, 0},
    {"acosh(x)", 0x1.0000000001000p+0, 0x1.6a09e667f3624p+19, -0x1.6a09e667f4175p+58},
    {"acosh(x)", 0x1.dd55745cbb7edp+514, 0x1.1297872d9cbb5p-515, -0x0.012688b70e62bp-1022},
    {"acosh(x)", 0x1.1ccf385ebc8a0p+1023, 0x0.730d67819e8d2p-1022, 0},
    {"atanh(x)", -0x1.0000000000000p-1, 0x1.5555555555555p+0, -0x1.c71c71c71c71cp+0},
    {"atanh(x)", 0x1.ffffffffffff8p-1, 0x1.0000000000002p+49, 0x1.0000000000000p+99},
    {"atanh(x)", 0x1.87e92154ef7acp-665, 0x1.0000000000000p+0, 0x1.87e92154ef7acp-664},
    {"asin(x)", 0x1.0000000000000p-1, 0x1.279a74590331cp+0, 0x1.8a2345cc04426p-1},
    {"asin(x)", -0x1.fffffff800000p-1, 0x1.6a09e6695dc6bp+14, -0x1.6a09e66689b2ep+43},
    {"acos(x)", 0x1.0000000000000p-1, -0x1.279a74590331cp+0, -0x1.8a2345cc04426p-1},
    {"acos(x)", 0x1.ffffffffffff8p-1, -0x1.6a09e667f3bcep+24, -0x1.6a09e667f3bcbp+73},
    {"ln(x)", 0x1.a2fe76a3f9475p-499, 0x1.38d352e5096afp+498, -0x1.7e43c8800759cp+996},
    {"ln(x)", 0x0.45080ae75f218p-1022, 0x1.daaeb3488f909p+1023, -infinity},
    {"ln(x)", 0x1.7dddf6b095ff1p+511, 0x1.573d68f903ea2p-512, -0x0.730d67819e8d2p-1022},
    {"log2(x)", 0x1.a2fe76a3f9475p-499, 0x1.c34fd069d2b2cp+498, -0x1.13bee9768be22p+997},
    {"log2(x)", 0x0.678c105b0eb24p-1022, 0x1.c88c48c2e1e92p+1023, -infinity},
    {"log2(x)", 0x1.7e43c8800759cp+996, 0x1.eeacdd22425a7p-997, 0},
    {"log10(x)", 0x1.a2fe76a3f9475p-499, 0x1.0fb77dc22a6eep+497, -0x1.4c07ed7d2a2acp+995},
    {"log10(x)", 0x0.2e055c9a3f6bap-1022, 0x1.353a59fbdda02p+1023, -infinity},
    {"log10(x)", 0x1.dd55745cbb7edp+514, 0x1.dd03d6f7ecc3ap-517, -0x0.007fea1d4ecafp-1022},
    {"log1p(x)", -0x1.ffffffffffff8p-1, 0x1.0000000000000p+50, -0x1.0000000000000p+100},
    {"log1p(x)", 0x1.4e718d7d7625ap+664, 0x1.87e92154ef7acp-665, 0},
    {"cbrt(x)", 0x1.c83e7ad4e6efep-632, 0x1.248fbf592f415p+419, -infinity},
    {"cbrt(x)", -0x1.0000000000000p+3, 0x1.5555555555555p-4, 0x1.c71c71c71c71cp-8},
    {"cbrt(x)", 0x1.7e43c8800759cp+996, 0x1.054616389fa73p-666, 0},
    {"sqrt(x)", 0x1.87e92154ef7acp-665, 0x1.249ad2594c37dp+331, -0x1.7e43c8800759cp+994},
    {"sqrt(x)", 0x1.7e43c8800759cp+996, 0x1.a2fe76a3f9475p-500, 0},
    {"sqrt(x)", 0x0.0000000001fa0p-1022, 0x1.6c2dc73154e5ep+529, -infinity},
    {"sqrt(1+x^2)", -0x1.dd55745cbb7edp+514, -0x1.0000000000000p+0, 0},
    {"sqrt(1+x^2)", 0x1.7e43c8800759cp+996, 0x1.0000000000000p+0, 0},
    {"sqrt(1+x^2)", -0x1.8000000000000p-1, -0x1.3333333333333p-1, 0x1.0624dd2f1a9fcp-1},
    {"1/x^2", -0x1.615e91d8f359dp-233, 0x1.8557f31326bbcp+698, 0x1.a717a99d002a8p+932},
    {"1/x^2", 0x1.72ebad6ddc73dp+232, -0x1.50a6110d6a9b6p-697, 0x1.5c8503b6d70a1p-928},
    {"tan(x)", 0x1.921fb54442d18p+0, 0x1.a4cb0f6ad7946p+107, 0x1.7d7a0d82c4147p+162},
    {"tan(x)", 0x1.2a05f20000000p+33, 0x1.4fcf218862b1ep+0, -0x1.76ff6ed297c6fp+0},
    {"tan(x)", -0x1.6666666666666p-1, 0x1.b59e7f1fc9e07p+0, -0x1.7099fc4b6bd4dp+1},
    {"x^1.5", 0x1.56e1fc2f8f359p-997, 0x1.3a3ed8fafaf58p-498, 0x1.d53cfc578e207p+497},
    {"x^1.5", 0x1.4e718d7d7625ap+664, 0x1.b6e83b85f253bp+332, 0x1.4ff632b6a83e4p-333},
    {"exp(-x^2)", 0x1.4000000000000p+2, -0x1.31662c6bbd9fdp-33, 0x1.761d299d9516fp-30},
    {"exp(-x^2)", -0x1.a000000000000p+4, 0x1.5af3b330159fcp-970, 0x1.19b0a10558f0fp-964},
    {"exp(-x^2)", 0x1.87e92154ef7acp-665, -0x1.87e92154ef7acp-664, -0x1.0000000000000p+1},
};

/// In ulps; one of them is the whole of a smallest number.
double off(double computed, double exact) { return activation::ulp_error<double>(computed, exact, 0); }

}  // namespace

TEST_CASE("derivatives of elementary functions are right to a few ulps however large or small x is") {
  for (const Slopes& row : table) {
    CAPTURE(row.text, row.x);
    const typed::Result y = typed::at(*typed::formula(row.text), row.x);
    CAPTURE(y.gradient, row.gradient, y.curvature, row.curvature);
    CHECK(off(y.gradient, row.gradient) <= 3);
    CHECK(off(y.curvature, row.curvature) <= 6);
  }
}

TEST_CASE("where a function has a limit its derivatives are 0 at infinity") {
  for (const char* text :
       {"erf(x)", "erfc(x)", "normal_cdf(x)", "atan(x)", "asinh(x)", "tanh(x)", "exp(-x^2)", "1/x^2"}) {
    for (const double x : {infinity, -infinity, 1.7e308, -1.7e308}) {
      CAPTURE(text, x);
      const typed::Result y = typed::at(*typed::formula(text), x);
      CHECK(std::abs(y.gradient) < 1e-300);
      CHECK(y.curvature == 0);
    }
  }
}

TEST_CASE("three results at once are right whichever is written over x, for x itself too") {
  for (const char* text : {"x", "x > 0 ? x : x", "x * 1", "x + 0 * sin(x)", "tanh(x)"}) {
    for (const std::size_t n : {1u, 4u, 256u, 300u}) {
      for (std::size_t over = 0; over < 3; ++over) {
        CAPTURE(text, n, over);
        const auto f = typed::formula(text);
        std::vector<double> x(n);
        for (std::size_t i = 0; i < n; ++i) x[i] = 0.25 * static_cast<double>(i) - 7;
        std::vector<double> expected[3] = {x, x, x};
        for (std::size_t q = 0; q < 3; ++q) {
          const auto quantity = static_cast<Quantity>(q);
          REQUIRE(f->evaluate(quantity, std::span<const double>(x), expected[q], {}) == Status::ok);
        }
        std::vector<double> apart[3] = {x, x, x};
        std::span<double> out[3] = {apart[0], apart[1], apart[2]};
        out[over] = x;
        REQUIRE(f->evaluate(x, out[0], out[1], out[2], {}) == Status::ok);
        for (std::size_t q = 0; q < 3; ++q) {
          for (std::size_t i = 0; i < n; ++i) CHECK(out[q][i] == expected[q][i]);
        }
      }
    }
  }
}

TEST_CASE("results are the same whether they are written over x or apart from it") {
  const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
  for (const char* text :
       {"x", "3", "sign(x)", "x^2 + 3x + 1", "log(x)", "x > 0 ? log(x) : x", "exp(1000x) * exp(-x^2)"}) {
    for (const std::size_t n : {1u, 4u, 6u, 256u, 300u}) {
      CAPTURE(text, n);
      const auto f = typed::formula(text);
      std::vector<double> x(n);
      for (std::size_t i = 0; i < n; ++i) x[i] = i % 7 == 3 ? std::nan("") : 0.25 * static_cast<double>(i) - 7;
      std::vector<double> apart[3] = {x, x, x};
      std::vector<double> alone = x;
      std::vector<double> over = x;
      REQUIRE(f->evaluate(x, apart[0], apart[1], apart[2], {}) == Status::ok);
      for (std::size_t q = 0; q < 3; ++q) {
        const auto quantity = static_cast<Quantity>(q);
        REQUIRE(f->evaluate(quantity, std::span<const double>(x), alone, {}) == Status::ok);
        over = x;
        REQUIRE(f->evaluate(quantity, std::span<const double>(over), over, {}) == Status::ok);
        for (std::size_t i = 0; i < n; ++i) {
          CAPTURE(q, i);
          CHECK(same(alone[i], over[i]));
          CHECK(same(alone[i], apart[q][i]));
          if (std::isnan(apart[0][i])) CHECK(std::isnan(apart[q][i]));
        }
      }
    }
  }
}
