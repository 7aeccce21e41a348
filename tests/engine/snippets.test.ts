import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  assert.equal(all.length, 2);
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
  assert.equal(shown.length, 5);
  for (const [got, said] of shown) assert.equal(got, said);
});

test("the function of CONTRIBUTING compiles as it stands and is one", () => {
  const [code = ""] = snippets("CONTRIBUTING.md", "cpp");
  const proof = `${code.replace("#pragma once", "").replace('"function.hpp"', '"functions/function.hpp"')}
static_assert(activation::HardSigmoid::info.id == "hardsigmoid");
int main() {
  using F = activation::HardSigmoid;
  const activation::Params<double> none{};
  const bool good = F::value(0.0, none) == 0.5 && F::value(4.0, none) == 1.0 && F::value(-4.0, none) == 0.0 &&
                    F::gradient(3.0, none) == 0.0 && F::curvature(1.0, none) == 0.0;
  return good ? 0 : 1;
}`;
  const folder = mkdtempSync(join(tmpdir(), "snippet-"));
  try {
    writeFileSync(join(folder, "main.cpp"), proof);
    const includes = ["-I", join(root, "core"), "-I", join(root, "core", "include")];
    const flags = ["-std=c++20", "-Wall", "-Wextra", "-Werror"];
    const compiler = process.env.CXX ?? "c++";
    execFileSync(compiler, [...flags, ...includes, join(folder, "main.cpp"), "-o", join(folder, "main")], {
      stdio: "pipe",
    });
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
