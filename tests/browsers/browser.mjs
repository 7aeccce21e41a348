/**
 * What the tests ask of a browser, whatever it is driven with.
 * @typedef {object} Browser
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} open resolves when the page has loaded
 * @property {<T, A>(work: (argument: A) => T, argument?: A) => Promise<T>} run a function in the page, which gets and returns JSON
 * @property {(key: "ArrowRight" | "ArrowLeft") => Promise<unknown>} press on what has the focus
 * @property {() => Promise<Uint8Array>} picture of the page, as PNG
 * @property {() => Promise<unknown>} close
 */

/**
 * An engine to test in.
 * @typedef {object} Engine
 * @property {string} name
 * @property {import("../../wasm/toolchain/requirements.mjs").Requirement} needs
 * @property {() => Promise<Browser>} launch
 */

export {};
