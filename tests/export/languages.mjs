// Runs the exported programs, all formulas of a language at once.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { attempt } from "../../wasm/toolchain/run.mjs";

/** @typedef {import("./compare.mjs").Case} Case */
/** @typedef {import("./compare.mjs").Result} Result */

/** Debian's own, which has its packages. */
export const interpreter = "/usr/bin/python3";

/** @param {number} one */
const written = (one) => (Number.isFinite(one) ? one : Number.isNaN(one) ? "nan" : one > 0 ? "inf" : "-inf");

/**
 * @param {string} folder
 * @param {readonly number[]} x
 * @param {readonly Case[]} cases
 * @returns {Promise<(Result | string)[]>}
 */
export async function javascript(folder, x, cases) {
  // Modules are kept by address: a folder for each run.
  rmSync(join(folder, "javascript"), { recursive: true, force: true });
  mkdirSync(join(folder, "javascript"), { recursive: true });
  const results = [];
  for (const [i, { programs }] of cases.entries()) {
    const path = join(folder, "javascript", `formula${i}.mjs`);
    writeFileSync(path, programs.javascript ?? "");
    try {
      const members = Object.entries(await import(pathToFileURL(path).href));
      const [value, gradient] = [false, true].map(
        (is) => members.find(([name]) => name.endsWith("Gradient") === is)?.[1],
      );
      results.push({ value: x.map((one) => written(value(one))), gradient: x.map((one) => written(gradient(one))) });
    } catch (error) {
      results.push(String(error));
    }
  }
  return results;
}

/**
 * All as one C++ file. What has a name of its own is where people put it, outside of all namespaces, with the helpers that
 * such programs share; what is called "own" is in a namespace for each.
 * @param {string} folder
 * @param {readonly number[]} x
 * @param {readonly Case[]} cases
 * @returns {Promise<(Result | string)[]>}
 */
export async function cpp(folder, x, cases) {
  mkdirSync(folder, { recursive: true });
  const source = join(folder, "formulas.cpp");
  const program = join(folder, "formulas");
  /** @type {Set<string>} */
  const seen = new Set();
  /** @param {string} part */
  const isNew = (part) => !seen.has(part) && Boolean(seen.add(part));
  /** @type {string[]} */
  const functions = [];
  const bodies = cases.map(({ programs, name, parameters }, i) => {
    const text = (programs.cpp ?? "").replace(/^#include.*\n/gm, "").trim();
    const [value, gradient] = [...text.matchAll(/^inline double (\w+)\(/gm)].slice(-2).map((match) => match[1]);
    const isGlobal = name !== "own" && isNew(`${name} ${parameters.length}`);
    functions.push(...[value, gradient].map((one) => (isGlobal ? `::${one}` : `f${i}::${one}`)));
    return isGlobal ? `${text.split("\n\n").filter(isNew).join("\n\n")}\n` : `namespace f${i} {\n${text}\n}\n`;
  });
  const number = (/** @type {number} */ one) => (Object.is(one, -0) ? "-0.0" : String(one));
  writeFileSync(
    source,
    `#include <cmath>
#include <cstdio>

${bodies.join("\n")}
static const double points[] = {${x.map(number).join(", ")}};

template <class F>
static void show(F f) {
  for (const double x : points) std::printf("%.17g ", f(x));
  std::puts("");
}

int main() {
${functions.map((name) => `  show([](double x) { return ${name}(x); });`).join("\n")}
}
`,
  );
  const flags = ["-std=c++17", "-O1", "-Wall", "-Wextra", "-ffp-contract=off"];
  const { code, output } = await attempt("g++", [...flags, source, "-o", program]);
  if (code !== 0) return cases.map(() => output.slice(0, 2000));
  if (output.includes("warning")) return cases.map(() => output.slice(0, 2000));
  const ran = await attempt(program, []);
  const lines = ran.output
    .trim()
    .split("\n")
    .map((line) => line.trim().split(" ").map(parsed));
  return cases.map((_, i) => ({ value: lines[2 * i] ?? [], gradient: lines[2 * i + 1] ?? [] }));
}

/** @param {string} word */
function parsed(word) {
  if (word.endsWith("nan")) return "nan";
  return word.endsWith("inf") ? word : Number(word);
}

/**
 * NumPy, PyTorch, and stand-ins of JAX and Keras on top of PyTorch: tests/export/programs.py.
 * @param {string} folder
 * @param {string} language as in Case.programs
 * @returns {Promise<(Result | string)[]>}
 */
export async function python(folder, language) {
  const results = join(folder, `${language.replaceAll(/\W+/g, "-")}.json`);
  const script = join(import.meta.dirname, "programs.py");
  const { code, output } = await attempt(interpreter, [script, join(folder, "cases.json"), language, results]);
  if (code !== 0) throw new Error(output);
  return JSON.parse(readFileSync(results, "utf8"));
}
