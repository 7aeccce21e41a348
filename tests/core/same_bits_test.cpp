#include "catch.hpp"
#include "golden.hpp"

#include <activation/catalog.hpp>
#include <activation/curve.hpp>
#include <activation/vector_functions.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

// The same tests run natively, with each compiler, and as WebAssembly: one number per function stands for the bits of
// all its results, so that a difference between machines shows here. Whoever changes a kernel on purpose puts in the
// number that the failure prints, after the golden tests have passed.

using activation::Info;
using activation::Quantity;

namespace {

/// FNV-1a over the bits of doubles; every NaN counts as the same one.
class Fingerprint {
 public:
  void add(double y) {
    std::uint64_t bits = std::isnan(y) ? 0 : __builtin_bit_cast(std::uint64_t, y);
    for (int i = 0; i < 8; ++i, bits >>= 8) state_ = (state_ ^ (bits & 0xFF)) * 0x100000001B3;
  }
  std::uint64_t value() const { return state_; }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325;
};

/// Points over the whole range of doubles, and many where the functions bend.
std::vector<double> points() {
  std::vector<double> x{0.0, -0.0, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                        std::numeric_limits<double>::quiet_NaN()};
  for (int exponent = -1074; exponent <= 1023; ++exponent) {
    x.push_back(std::ldexp(1.0 + 0.37 * ((exponent + 1074) % 3 == 0), exponent));
    x.push_back(-x.back());
  }
  for (int i = -4000; i <= 4000; ++i) x.push_back(0.0109375 * i + 0x1.23456789ABCDEp-12);
  for (int i = -800; i <= 800; ++i) x.push_back(i * 1.03125);
  return x;
}

const std::map<std::string_view, std::uint64_t> expected = {
    {"relu", 0xA75BA1DF205E0395},
    {"leaky_relu", 0x8A0D01E53905E124},
    {"elu", 0x8F24049F1D5E4FD1},
    {"gelu", 0x6DDF81C27C18C8D6},
    {"sigmoid", 0x5C52A69ABAF28AD5},
    {"tanh", 0x5405729A27B0D6AF},
    {"linear", 0x80DF4639B8EAF3DA},
    {"softmax", 0xA3C14CEEA3142342},
    {"log_softmax", 0x7B75EEFB4715D5CE},
    {"softmin", 0xEE4635B49907B089},
    {"logsumexp", 0x46E05C5F56149962},
    {"sparsemax", 0xA3CD56E1B117EE97},
    {"hardmax", 0x4EA00253F9613504},
    {"glu", 0x55CE53F11FA6441F},
    {"reglu", 0xF362F7F76A6661F1},
    {"geglu", 0x7F1BBF2F0A958FD1},
    {"swiglu", 0x8B1CA7B580792BB0},
    {"maxout", 0x5B9A2F43E13E7432},
    {"prelu", 0x77EC05B49738D94A},
    {"rrelu", 0x7B83F248BB81FCB4},
    {"relu6", 0x9C9FC20D096C27A4},
    {"threshold", 0x18C78DD984F68256},
    {"thresholded_relu", 0xDADE8A327CFD9866},
    {"squared_relu", 0x8FDBFA64FC0CF9F2},
    {"celu", 0x7C3E966B47B5C87B},
    {"selu", 0x4E1B234405EA9D4},
    {"squareplus", 0x20C3EA8392F43CCB},
    {"sparse_plus", 0x515DD8D9736FFF6B},
    {"smelu", 0x515DD8D9736FFF6B},
    {"bent_identity", 0xB31AA338653F7FE9},
    {"softsign", 0x1753893211E0D3A4},
    {"isru", 0x711CB56BC7B3C398},
    {"step", 0x791B26047220EE55},
    {"hardtanh", 0xA1FB349A882CAF47},
    {"hardsigmoid", 0x695F01D9BD267E29},
    {"hardswish", 0xA19B95935D9E5114},
    {"sparse_sigmoid", 0x171BE167F8D9BCA4},
    {"softshrink", 0x4A856152693FDD},
    {"hardshrink", 0x5F59361DF69FB3E2},
    {"gaussian", 0x6E1DDAA4C3C0F506},
    {"exponential", 0x5D3F311BD699E961},
};

}  // namespace

TEST_CASE("every machine and compiler gives the same bits") {
  const std::vector<double> x = points();
  for (const Info& info : activation::catalog()) {
    DYNAMIC_SECTION(info.id) {
      const std::size_t function = activation::find(info.id);
      const std::vector<double> parameters = golden::standard_parameters(info);
      Fingerprint fingerprint;
      if (activation::is_vector_function(function)) {
        const std::vector<double> logits(x.end() - 60, x.end());
        std::vector<double> y(activation::vector_outputs(function, logits.size(), parameters));
        REQUIRE(activation::vector_value(function, logits, y, parameters) == activation::Status::ok);
        for (const double p : y) fingerprint.add(p);
        std::vector<double> product(logits.size());
        REQUIRE(activation::vector_vjp(function, logits, y, product, parameters) == activation::Status::ok);
        for (const double p : product) fingerprint.add(p);
        const std::vector<float> singles(logits.begin(), logits.end());
        std::vector<float> single_y(y.size());
        REQUIRE(activation::vector_value(function, std::span<const float>(singles), std::span<float>(single_y),
                                         parameters) == activation::Status::ok);
        for (const float p : single_y) fingerprint.add(static_cast<double>(p));
      } else {
        for (const Quantity quantity : {Quantity::value, Quantity::gradient, Quantity::curvature}) {
          for (const double at : x) fingerprint.add(golden::evaluate(function, quantity, at, parameters));
        }
      }
      activation::Curve curve;
      REQUIRE(curve.sample(function, -40.7, 91.3, 150, parameters) == activation::Status::ok);
      for (const auto column : {curve.x(), curve.value(), curve.gradient(), curve.curvature()}) {
        for (const double y : column) fingerprint.add(y);
      }
      INFO("0x" << std::hex << fingerprint.value());
      CHECK(expected.at(info.id) == fingerprint.value());
    }
  }
}
