#include "catch.hpp"
#include "golden.hpp"

#include <activation/catalog.hpp>
#include <activation/digest.hpp>

#include <fstream>
#include <string>

// The same tests run natively, with each compiler, and as WebAssembly: one number stands for the bits of all results, so
// that a difference between machines shows here. Whoever changes a kernel on purpose puts the number that the failure
// prints into golden/digest.txt, after the golden tests have passed. Which function differs between two builds:
// tests/digest/main.cpp prints the digest of each.

using activation::Digest;

TEST_CASE("every machine and compiler gives the same bits, in arrays and alone") {
  Digest all;
  for (const activation::Info& info : activation::catalog()) {
    const Digest one = activation::digest(activation::find(info.id));
    CAPTURE(info.id);
    CHECK(one.disagreements == 0);
    // Vector functions are asked on fewer vectors, and some give one number for each.
    CHECK(one.results > (activation::is_vector_function(activation::find(info.id)) ? 100'000 : 500'000));
    all = activation::extended(all, one);
  }
  std::string expected;
  std::ifstream(golden::path("digest.txt")) >> expected;
  CHECK(activation::digest_text(all.bits) == expected);
}

TEST_CASE("a digest is the same each time, differs between functions, and none is of no function") {
  const std::size_t tanh = activation::find("tanh");
  const Digest one = activation::digest(tanh);
  CHECK(activation::digest(tanh).bits == one.bits);
  CHECK(activation::digest(activation::find("sigmoid")).bits != one.bits);
  CHECK(activation::extended(one, {}).bits != one.bits);
  CHECK(activation::digest(activation::catalog().size()).results == 0);
  CHECK(activation::digest_text(0x1234ABCD) == "0x000000001234ABCD");
}
