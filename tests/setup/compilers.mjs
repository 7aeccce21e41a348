// What the tests need beyond what the build needs: compilers with sanitizers, Catch2, clang-format.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "../../wasm/toolchain/requirements.mjs";
import { attempt, root } from "../../wasm/toolchain/run.mjs";
import { versionIn } from "../../wasm/toolchain/versions.mjs";

/** @typedef {import("../../wasm/toolchain/requirements.mjs").Requirement} Requirement */

/**
 * The compiler's version if it can link a program with both sanitizers: their run-time libraries are packages apart.
 * @param {string} compiler
 * @param {string} [source]
 * @param {string} [more] another sanitizer
 */
const withSanitizers =
  (compiler, source = "int main() {}\n", more = "") =>
  async () => {
    const folder = join(root, "build", "probe");
    mkdirSync(folder, { recursive: true });
    // A file each: compilers are asked at the same time.
    const program = join(folder, `${compiler}${more}`);
    const file = `${program}.cpp`;
    writeFileSync(file, source);
    const { code } = await attempt(compiler, [`-fsanitize=address,undefined${more}`, file, "-o", program]);
    return code === 0 ? versionOf(compiler)() : undefined;
  };

/** @type {Requirement} */
export const gcc = {
  name: "g++",
  minimum: "11",
  version: withSanitizers("g++"),
  packages: { apt: ["g++"], dnf: ["gcc-c++", "libasan", "libubsan"], pacman: ["gcc"] },
};

/** @type {Requirement} */
export const clang = {
  name: "clang++",
  minimum: "14",
  version: withSanitizers("clang++"),
  packages: { apt: ["clang", "libclang-rt-dev"], dnf: ["clang", "compiler-rt"], pacman: ["clang", "compiler-rt"] },
};

const noTest = `#include <cstddef>
#include <cstdint>
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t) { return 0; }
`;

/** @type {Requirement} */
export const fuzzer = {
  ...clang,
  name: "clang++ with libFuzzer",
  version: withSanitizers("clang++", noTest, ",fuzzer"),
};

/** @type {Requirement} */
export const catch2 = {
  name: "Catch2",
  minimum: "2.13",
  async version() {
    for (const prefix of ["/usr", "/usr/local", "/opt/homebrew"]) {
      const folder = join(prefix, "include", "catch2");
      if (existsSync(join(folder, "catch_all.hpp"))) return "3";
      const header = join(folder, "catch.hpp");
      if (existsSync(header)) return versionIn(readFileSync(header, "utf8").slice(0, 200));
    }
    return undefined;
  },
  packages: { apt: ["catch2"], brew: ["catch2"], dnf: ["catch-devel"], pacman: ["catch2"] },
};

/** @type {Requirement} */
export const clangFormat = {
  name: "clang-format",
  // Releases 14, 19 and 21 were compared and agree on the sources with what .clang-format asks for.
  minimum: "14",
  version: versionOf("clang-format"),
  packages: { apt: ["clang-format"], brew: ["clang-format"], dnf: ["clang-tools-extra"], pacman: ["clang"] },
};
