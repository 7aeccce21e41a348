/** @typedef {import("../../wasm/toolchain/requirements.mjs").Requirement} Requirement */

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} output what the person needs to see when something failed
 * @property {string} [note] what to add to the line of the suite: "1,204 assertions"
 */

/**
 * @typedef {object} Suite
 * @property {string} name as in the command that runs it alone
 * @property {string} title
 * @property {string} command that runs it alone
 * @property {readonly Requirement[]} needs
 * @property {readonly ("module" | "site")[]} builds what has to be built first
 * @property {() => Promise<Outcome>} run
 */

/**
 * A test program that ended without its closing line (a crash, a sanitizer's finding) is one failure, whatever it counted.
 * @param {string} output
 * @returns {Outcome}
 */
export const broken = (output) => ({ passed: 0, failed: 1, output });
