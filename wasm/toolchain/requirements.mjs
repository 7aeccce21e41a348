// What building needs, how each thing is found, and what it is called in each package manager.

import { done, explain, Failure, say } from "./console.mjs";
import * as emscripten from "./emscripten.mjs";
import { install } from "./install.mjs";
import { attempt } from "./run.mjs";
import { atLeast, versionIn } from "./versions.mjs";

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {string} [minimum] the oldest version that will do
 * @property {() => Promise<string | undefined>} version what is there: its version, undefined when it is missing
 * @property {Partial<Record<"apt" | "brew" | "dnf" | "pacman", string[]>>} packages
 * @property {string} [otherwise] what to do where no package manager has it
 * @property {boolean} [dispensable] without it a part of the tests is skipped, which is said, and the rest runs
 */

/**
 * The version that a program prints.
 * @param {string} program
 */
export const versionOf = (program) => async () => {
  const { code, output } = await attempt(program, ["--version"]);
  return code === 0 ? versionIn(output) : undefined;
};

/** @type {Requirement} */
export const emcc = {
  name: "Emscripten",
  minimum: emscripten.minimum,
  version: emscripten.version,
  packages: { apt: ["emscripten"], brew: ["emscripten"], pacman: ["emscripten"] },
  otherwise: emscripten.emsdkInstructions,
};

/** @type {Requirement} */
export const cmake = {
  name: "CMake",
  minimum: "3.21",
  version: versionOf("cmake"),
  packages: { apt: ["cmake"], brew: ["cmake"], dnf: ["cmake"], pacman: ["cmake"] },
};

/** @type {Requirement} */
export const ninja = {
  name: "Ninja",
  version: versionOf("ninja"),
  packages: { apt: ["ninja-build"], brew: ["ninja"], dnf: ["ninja-build"], pacman: ["ninja"] },
};

/** What the WebAssembly module is built with. */
export const forModule = [emcc, cmake, ninja];

/** @param {Requirement} requirement */
async function check(requirement) {
  const version = await requirement.version();
  const good = version !== undefined && atLeast(version, requirement.minimum ?? "0");
  return { requirement, version, good };
}

/**
 * Makes sure of everything in the list, installing what is missing.
 * @param {readonly Requirement[]} requirements
 */
export async function ensure(requirements) {
  let checks = await Promise.all(requirements.map(check));
  const missing = checks.filter(({ good }) => !good).map(({ requirement }) => requirement);
  /** @type {unknown} */
  let failure;
  if (missing.length > 0) {
    await install(missing).catch((error) => {
      failure = error;
    });
    checks = await Promise.all(requirements.map(check));
  }
  const bad = checks.filter(({ good }) => !good);
  for (const { requirement, version } of bad) {
    if (requirement.dispensable) continue;
    if (failure) throw failure;
    const wanted = `${requirement.name} ${requirement.minimum ?? ""}`.trim();
    throw new Failure(`${wanted} or newer is needed, and ${version ? `${version} is here` : "it does not run"}`, {
      cure: requirement.otherwise ?? `Please install ${wanted} or newer so that it comes first on PATH.`,
    });
  }
  if (bad.length > 0) {
    if (failure) explain(failure);
    say(`– without ${bad.map(({ requirement }) => requirement.name).join(" and ")}: what needs it is skipped`);
  }
  done(
    checks
      .filter(({ good }) => good)
      .map(({ requirement, version }) => `${requirement.name} ${version}`)
      .join(", "),
  );
}
