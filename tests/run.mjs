// npm test: sets up what the tests need, runs every suite even if one fails, and ends with one line to read.
// node tests/run.mjs core wasm … runs these alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { elapsed, explain, Failure, main, say } from "../wasm/toolchain/console.mjs";
import { buildModule } from "../wasm/toolchain/module.mjs";
import { ensureNode } from "../wasm/toolchain/node.mjs";
import { ensure } from "../wasm/toolchain/requirements.mjs";
import { root } from "../wasm/toolchain/run.mjs";
import { buildSite } from "../wasm/toolchain/site.mjs";

/** @typedef {import("./suites/suite.mjs").Suite} Suite */
/** @typedef {import("./suites/suite.mjs").Outcome} Outcome */

/** What several suites rest on is built once, and fails once. */
const builders = { module: once(buildModule), site: once(buildSite) };

/** @param {() => Promise<unknown>} work */
function once(work) {
  /** @type {Promise<unknown> | undefined} */
  let result;
  return () => (result ??= work());
}

/**
 * @param {string[]} names
 * @returns {Promise<Suite[]>}
 */
async function chosen(names) {
  // Imported late: they import npm packages, which ensureNode may only just have installed.
  const [
    { check },
    { coreClang, coreGcc, wasm },
    { digest },
    { engine },
    { fuzzing },
    { web },
    { browsers },
    { programs, frameworks },
  ] = await Promise.all([
    import("./suites/check.mjs"),
    import("./suites/catch2.mjs"),
    import("./suites/digest.mjs"),
    import("./suites/engine.mjs"),
    import("./suites/fuzz.mjs"),
    import("./suites/web.mjs"),
    import("./suites/browsers.mjs"),
    import("./suites/export.mjs"),
  ]);
  // What needs PyTorch runs when it is asked for by name.
  const always = [check, coreGcc, coreClang, wasm, digest, programs, fuzzing, engine, web, browsers];
  const suites = [...always, frameworks];
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = [...new Set(suites.map(({ name }) => name))].join(", ");
    throw new Failure(`there is no suite called ${unknown.join(", ")}`, { cure: `The suites are ${known}.` });
  }
  return names.length === 0 ? always : suites.filter(({ name }) => names.includes(name));
}

/** @param {readonly Suite[]} suites */
async function setUp(suites) {
  try {
    await ensure([...new Set(suites.flatMap(({ needs }) => needs))]);
  } catch (error) {
    explain(error);
    say("Suites that can do without are run all the same.\n");
  }
}

/**
 * @param {Suite} suite
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(suite) {
  try {
    for (const build of suite.builds) await builders[build]();
    say(`… ${suite.title}`);
    return await suite.run();
  } catch (error) {
    const parts = error instanceof Failure ? [error.message, error.output, error.cure] : [inspect(error)];
    return { passed: 0, failed: 1, output: parts.filter(Boolean).join("\n\n") };
  }
}

/** @param {Suite} suite */
async function runSuite(suite) {
  const begin = performance.now();
  const outcome = await outcomeOf(suite);
  const { passed, failed, output, note } = outcome;
  const logs = join(root, "build", "logs");
  mkdirSync(logs, { recursive: true });
  writeFileSync(join(logs, `${suite.title.replaceAll(/[^a-z0-9+]+/gi, "-")}.log`), output);
  if (failed > 0) say(`\n${output.trim()}\n`);
  const counts = [`${passed} passed`, `${failed} failed`, note].filter(Boolean).join(", ");
  say(`${failed > 0 ? "✗" : "✓"} ${suite.title}: ${counts} (${elapsed(begin)})`);
  return { suite, passed, failed };
}

await main(async () => {
  const begin = performance.now();
  await ensureNode();
  const suites = await chosen(process.argv.slice(2));
  await setUp(suites);
  const results = [];
  for (const suite of suites) results.push(await runSuite(suite));

  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  const bad = results.filter((one) => one.failed > 0);
  say("");
  for (const { suite } of bad) say(`Failed: ${suite.title}. Alone: ${suite.command}`);
  const count = suites.length === 1 ? "1 suite" : `${suites.length} suites`;
  const verdict = bad.length === 0 ? `All good: ${count}` : `Failed: ${bad.length} of ${count}`;
  say(`${verdict}, ${passed} tests passed, ${failed} failed (${elapsed(begin)})`);
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
});
