// Prints the digest of each function and, at the end, that of all: "all 0x...". What the suite "digest" builds with
// several compilers and compares.

#include <activation/catalog.hpp>
#include <activation/digest.hpp>

#include <cstdio>

int main() {
  using namespace activation;
  Digest all;
  for (std::size_t function = 0; function < catalog().size(); ++function) {
    const std::string_view id = catalog()[function].id;
    const Digest one = digest(function);
    all = extended(all, one);
    std::printf("%.*s %s\n", static_cast<int>(id.size()), id.data(), digest_text(one.bits).c_str());
    if (one.disagreements > 0) {
      std::printf("%.*s: %llu results of arrays have other bits alone\n", static_cast<int>(id.size()), id.data(),
                  static_cast<unsigned long long>(one.disagreements));
    }
  }
  std::printf("all %s\n", digest_text(all.bits).c_str());
  return all.disagreements > 0 ? 1 : 0;
}
