#include "catch.hpp"

#include "golden.hpp"
#include "json_lines.hpp"
#include "random/log.hpp"
#include "random/ziggurat.hpp"

#include <activation/random.hpp>

#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using activation::GeneratorState;
using activation::LegacyState;
using Numbers = std::vector<double>;

namespace {

std::string golden_text(std::uint32_t seed) {
  std::ifstream file(golden::path(std::string("rng_seed").append(std::to_string(seed)).append(".json")));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

template <class State>
Numbers draw(State& state, void (*distribution)(State&, std::span<double>), std::size_t n) {
  Numbers numbers(n);
  distribution(state, numbers);
  return numbers;
}

/// FNV-1a over the bytes, for streams too long to keep.
std::uint64_t fingerprint(const void* data, std::size_t size) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto* bytes = static_cast<const unsigned char*>(data);
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ bytes[i]) * 0x100000001b3U;
  return hash;
}

std::uint64_t fingerprint(const Numbers& numbers) { return fingerprint(numbers.data(), numbers.size() * 8); }

/// Draws as the "sequence" of an object says, and compares: [["randn",3,["0x…"]],["rand",2,[…]]].
template <class State>
void check_sequence(std::string_view object, State state, std::string_view normal_name,
                    void (*normal)(State&, std::span<double>), void (*uniform)(State&, std::span<double>)) {
  std::string_view rest = golden::after_key(object, "sequence");
  rest = rest.substr(0, rest.find("]]]") + 2);
  std::size_t calls = 0;
  for (std::size_t at = rest.find("[\""); at != std::string_view::npos; at = rest.find("[\"", at + 2)) {
    const std::string_view call = rest.substr(at + 2);
    if (call.front() == '0' || call.front() == '-') continue;  // the numbers of a call, not the next one
    const std::string_view name = call.substr(0, call.find('"'));
    const std::string_view hex = call.substr(call.find('['));
    const Numbers expected = golden::numbers_at(std::string("\"n\":").append(hex.substr(0, hex.find(']') + 1)), "n");
    INFO(name << " as call " << calls);
    REQUIRE(!expected.empty());
    CHECK(draw(state, name == normal_name ? normal : uniform, expected.size()) == expected);
    ++calls;
  }
  CHECK(calls >= 4);
}

}  // namespace

TEST_CASE("the legacy stream is that of np.random.seed, bit for bit") {
  for (const std::uint32_t seed : {0U, 42U}) {
    CAPTURE(seed);
    const std::string text = golden_text(seed);
    const std::string_view legacy = golden::after_key(text, "legacy");
    REQUIRE(!legacy.empty());
    LegacyState state = activation::legacy_seed(seed);
    const Numbers keys = golden::numbers_at(legacy, "mt_key_first8");
    REQUIRE(keys.size() == 8);
    for (std::size_t i = 0; i < keys.size(); ++i) CHECK(state.key[i] == keys[i]);
    const LegacyState fresh = state;
    const Numbers gaussians = golden::numbers_at(legacy, "randn_1000");
    REQUIRE(gaussians.size() == 1000);
    CHECK(draw(state, activation::legacy_normal, 1000) == gaussians);
    state = fresh;
    const Numbers uniforms = golden::numbers_at(legacy, "rand_1000");
    REQUIRE(uniforms.size() == 1000);
    CHECK(draw(state, activation::legacy_uniform, 1000) == uniforms);
    check_sequence(legacy, fresh, "randn", activation::legacy_normal, activation::legacy_uniform);
  }
}

TEST_CASE("the generator is np.random.default_rng, bit for bit") {
  for (const std::uint32_t seed : {0U, 42U}) {
    CAPTURE(seed);
    const std::string text = golden_text(seed);
    const std::string_view generator = golden::after_key(text, "default_rng");
    const GeneratorState fresh = activation::generator_seed(seed);
    GeneratorState state = fresh;
    const Numbers gaussians = golden::numbers_at(generator, "standard_normal_1000");
    REQUIRE(gaussians.size() == 1000);
    CHECK(draw(state, activation::generator_normal, 1000) == gaussians);
    state = fresh;
    const Numbers uniforms = golden::numbers_at(generator, "random_1000");
    REQUIRE(uniforms.size() == 1000);
    CHECK(draw(state, activation::generator_uniform, 1000) == uniforms);
    check_sequence(generator, fresh, "standard_normal", activation::generator_normal, activation::generator_uniform);
  }
}

// The fingerprints below are those of the bytes that NumPy 1.24.2 gave:
//   numpy.random.default_rng(7).standard_normal(100000).tobytes(), numpy.random.seed(7); numpy.random.rand(100000)…
TEST_CASE("long streams are NumPy's too, the 26 Gaussians in the ziggurat's tail included") {
  GeneratorState generator = activation::generator_seed(7);
  CHECK(fingerprint(draw(generator, activation::generator_normal, 100000)) == 0x488a7df68b6233aU);
  LegacyState legacy = activation::legacy_seed(7);
  CHECK(fingerprint(draw(legacy, activation::legacy_uniform, 100000)) == 0x517ceb9c499db726U);
}

TEST_CASE("the ziggurat has the 768 numbers of NumPy's tables") {
  const activation::random::Ziggurat& ziggurat = activation::random::ziggurat();
  CHECK(fingerprint(&ziggurat, sizeof ziggurat) == 0x2aaf6f8cd4345568U);
}

TEST_CASE("the largest seed is a seed like any other") {
  LegacyState legacy = activation::legacy_seed(4294967295U);
  CHECK(draw(legacy, activation::legacy_uniform, 2) == Numbers{0.0976320289940138, 0.9123828453026218});
  CHECK(draw(legacy, activation::legacy_normal, 2) == Numbers{0.6484086742306527, 0.6693235306338161});
  GeneratorState generator = activation::generator_seed(4294967295U);
  CHECK(draw(generator, activation::generator_uniform, 2) == Numbers{0.2519435680449965, 0.21906579628685663});
  CHECK(draw(generator, activation::generator_normal, 2) == Numbers{0.5014289928370963, -0.6669252679186933});
}

TEST_CASE("a stream does not depend on how it is cut into calls") {
  LegacyState whole = activation::legacy_seed(3);
  LegacyState parts = whole;
  const Numbers expected = draw(whole, activation::legacy_normal, 2001);
  Numbers got;
  for (const std::size_t n : {1U, 0U, 999U, 2U, 999U}) {
    for (const double x : draw(parts, activation::legacy_normal, n)) got.push_back(x);
  }
  CHECK(got == expected);
  CHECK(std::memcmp(parts.key, whole.key, sizeof whole.key) == 0);
}

TEST_CASE("the logarithm of the legacy Gaussians is musl's") {
  GeneratorState state = activation::generator_seed(1);
  std::size_t different = 0;
  for (int i = 0; i < 100000; ++i) {
    const Numbers pair = draw(state, activation::generator_uniform, 2);
    const double x = i % 2 == 0 ? pair[0] : std::ldexp(1 + pair[0], static_cast<int>(pair[1] * 200) - 100);
    const double y = activation::random::log(x);
    if (y != std::log(x)) ++different;
    if (std::fabs(y - std::log(x)) > std::fabs(std::log(x)) * 0x1p-51) FAIL("log(" << x << ") = " << y);
  }
#ifdef __EMSCRIPTEN__
  CHECK(different == 0);
#else
  CHECK(different < 100);  // other C libraries round a few of 100000 differently
#endif
  CHECK(activation::random::log(1) == 0);
}
