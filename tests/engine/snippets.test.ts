import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function snippets(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, name]) => name === language)
    .map(([, , code = ""]) => code);
}

test("the JavaScript of the README runs and gives what its comments say", async () => {
  const all = snippets("README.md", "js");
  assert.equal(all.length, 3);
  const library = new URL("../../dist/lib/index.js", import.meta.url).href;
  const shown: [string, string][] = [];
  // Each line of the form `call; // result` whose result is a number or a typed array is checked.
  const programs = all.map((code) =>
    code
      .replace("./dist/lib/index.js", library)
      .replace(/^((?:act|network)\..*); \/\/ ((?:-?\d|Float64Array \[).*)$/gm, "report($1, $2);")
      .replace(/report\((.*), Float64Array \[(.*)\]\);/g, "report($1, Float64Array.of($2));"),
  );
  const folder = mkdtempSync(join(tmpdir(), "snippet-"));
  try {
    Object.assign(globalThis, { shown });
    for (const [i, program] of programs.entries()) {
      const file = join(folder, `readme${i}.mjs`);
      writeFileSync(
        file,
        `const report = (got, said) => globalThis.shown.push([String(got), String(said)]);\n${program}`,
      );
      await import(file);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  assert.equal(shown.length, 6);
  for (const [got, said] of shown) assert.equal(got, said);
});

test("the function of CONTRIBUTING, as a file and a line, is in the catalog with its kernels", () => {
  const [code = ""] = snippets("CONTRIBUTING.md", "cpp");
  const folder = mkdtempSync(join(tmpdir(), "snippet-"));
  try {
    // A catalog of three functions, one of them new: the whole of it would take a minute to compile.
    cpSync(join(root, "core"), folder, { recursive: true });
    writeFileSync(join(folder, "functions", "bounded_relu.hpp"), code);
    writeFileSync(
      join(folder, "functions", "all.hpp"),
      `#include "bounded_relu.hpp"
#include "relu.hpp"
#include "sigmoid.hpp"
namespace activation {
template <class... Functions> struct List {};
using All = List<Relu, BoundedRelu, Sigmoid>;
}`,
    );
    writeFileSync(
      join(folder, "main.cpp"),
      `#include <activation/catalog.hpp>
#include <activation/catalog_json.hpp>
#include <span>
using namespace activation;
int main() {
  const std::size_t index = find("bounded_relu");
  const double x[] = {-1, 0.5, 7, 2};
  const float xs[] = {-1, 0.5, 7, 2, 3};
  double y[4], slope[4], bend[4];
  float ys[5];
  const double bound[] = {2};
  const auto ok = [](Status status) { return status == Status::ok; };
  if (index != 1 || !ok(evaluate(index, Quantity::value, x, y, bound)) ||
      !ok(evaluate(index, Quantity::gradient, x, slope, bound)) ||
      !ok(evaluate(index, Quantity::curvature, x, bend, bound)) ||
      !ok(evaluate(index, Quantity::value, std::span<const float>(xs), std::span<float>(ys), bound))) return 1;
  if (y[0] != 0 || y[1] != 0.5 || y[2] != 2 || y[3] != 2 || slope[1] != 1 || slope[3] != 0 || bend[2] != 0) return 2;
  if (ys[0] != 0 || ys[1] != 0.5F || ys[4] != 2) return 3;
  const bool told = catalog_json().find("Bounded ReLU") != std::string::npos &&
                    notes_json().find("min(max(0, x), bound)") != std::string::npos;
  return told ? 0 : 4;
}`,
    );
    const sources = ["main", "catalog", "arrays", "catalog_json", "notes"].map((name) => join(folder, `${name}.cpp`));
    const flags = ["-std=c++20", "-O1", "-ffp-contract=off", "-I", folder, "-I", join(folder, "include")];
    execFileSync(process.env.CXX ?? "c++", [...flags, ...sources, "-o", join(folder, "main")], { stdio: "pipe" });
    execFileSync(join(folder, "main"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every command that the documents name exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const file of ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "tests/bench/RESULTS.md"]) {
    const text = readFileSync(join(root, file), "utf8");
    for (const [, name = ""] of text.matchAll(/npm run ([\w:]+)/g))
      assert.ok(scripts[name], `${file}: npm run ${name}`);
  }
});
