// One race: a function at one size, all who have it. Runs in Node and in pages alike.
import { median } from "../statistics.mjs";
import { FORMULAS, loopOf, rowLoop } from "./formulas.mjs";
import { ortRunners } from "./ort.mjs";
import { limits, ourRunners } from "./ours.mjs";
import { tfjsRunners } from "./tfjs.mjs";
import { race } from "./timing.mjs";

/** @typedef {import("./timing.mjs").Runner} Runner */
/** @typedef {{ id: string, quantity: "value" | "gradient", type: "float32" | "float64", width?: number }} Subject */
/** @typedef {Subject & { n: number, x: Float32Array | Float64Array }} Task */
/**
 * @typedef {object} Result
 * @property {Record<string, number>} ns per element, the median of the rounds
 * @property {Record<string, number>} least of all rounds, to tell noise from cost
 * @property {Record<string, number>} extra ns per element over ours, the median of the differences within each round
 * @property {Record<string, string>} absent who does not take part, and why
 * @property {readonly string[]} composed who does it with several kernels, for want of one
 * @property {Record<string, number>} deviation from our result (or, where we have none, from plain JavaScript's), relative to 1 + |y|
 */

/** Enough for erf approximations and float32; who computes something else is far away. */
const TOLERANCE = 1e-3;
/** Values as they come out of a layer: normal, a third of them beyond ±3, so that signs and tails are all there. */
const SPREAD = 3;

/** @param {number} n */
function samples(n) {
  const values = new Float64Array(n);
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < n; i += 2) {
    const radius = SPREAD * Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < n) values[i + 1] = radius * Math.sin(angle);
  }
  return values;
}

/** @type {{ float32: Float32Array, float64: Float64Array } | undefined} */
let inputs;
/** The first n of always the same numbers. */
function input(/** @type {"float32" | "float64"} */ type, /** @type {number} */ n) {
  if (!inputs || inputs.float64.length < n) {
    const float64 = samples(Math.max(n, 1_000_000));
    inputs = { float64, float32: Float32Array.from(float64) };
  }
  return inputs[type].slice(0, n);
}

/** @type {Map<string, (x: any, out: any) => void>} */
const loops = new Map();
/**
 * @param {Task} task
 * @returns {Runner | string}
 */
function plainRunner({ id, quantity, type, n, width, x }) {
  const formula = FORMULAS[id]?.[quantity];
  if (!width && !formula) return "no formula";
  const key = [id, quantity, type, width].join();
  if (!loops.has(key)) {
    const rows = width && rowLoop(key);
    loops.set(key, rows ? (from, into) => rows(from, width, into) : loopOf(formula, key));
  }
  const loop = /** @type {(x: any, out: any) => void} */ (loops.get(key));
  const out = type === "float32" ? new Float32Array(n) : new Float64Array(n);
  return {
    name: "plain",
    run(repeats) {
      for (let i = 0; i < repeats; i++) loop(x, out);
    },
    output: () => out,
    dispose() {},
  };
}

/**
 * @param {ArrayLike<number>} ours
 * @param {ArrayLike<number>} theirs
 */
function deviation(ours, theirs) {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let i = 0; i < ours.length; i++) {
    const difference = Math.abs(ours[i] - theirs[i]) / (1 + Math.abs(ours[i]));
    // NaN deviates too.
    if (!(difference <= most)) most = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return most;
}

/**
 * @param {{ act: any, tf: any, ort: any }} libraries
 */
export function racer({ act, tf, ort }) {
  const tfjs = tfjsRunners(tf);
  const onnx = ortRunners(ort);

  /** @param {Task} task */
  async function line(task) {
    const ours = ourRunners(act, task);
    /** @type {Record<string, string>} */
    const absent = ours.length === 1 ? { ours: "not in the library yet" } : {};
    const runners = [...ours];
    const others = { plain: plainRunner(task), tfjs: await tfjs(task), ort: await onnx(task) };
    for (const [name, other] of Object.entries(others)) {
      if (typeof other === "string") absent[name] = other;
      else runners.push(other);
    }
    return { runners, absent };
  }

  /**
   * What each computes.
   * @param {readonly Runner[]} runners
   */
  async function results(runners) {
    /** @type {Record<string, ArrayLike<number>>} */
    const all = {};
    for (const runner of runners) {
      if (runner.name === "copy") continue;
      await runner.run(1);
      all[runner.name] = await runner.output();
    }
    return all;
  }

  return {
    limits: async () => limits(act),
    /**
     * @param {Subject} subject
     * @param {number} n
     * @param {import("./timing.mjs").Pace} pace
     * @returns {Promise<Result>}
     */
    async race(subject, n, pace) {
      const { runners, absent } = await line({ ...subject, n, x: input(subject.type, n) });
      try {
        const outputs = await results(runners);
        const [reference] = Object.values(outputs);
        /** @type {Record<string, number>} */
        const deviations = {};
        for (const [name, output] of Object.entries(outputs)) {
          deviations[name] = deviation(reference, output);
          if (deviations[name] <= TOLERANCE) continue;
          absent[name] = `computes something else (${deviations[name].toPrecision(2)} away)`;
        }
        const times = await race(
          runners.filter(({ name }) => !(name in absent)),
          pace,
        );
        const perElement = (/** @type {(rounds: number[]) => number} */ figure) =>
          Object.fromEntries(Object.entries(times).map(([name, rounds]) => [name, (figure(rounds) * 1e6) / n]));
        return {
          ns: perElement(median),
          least: perElement((rounds) => Math.min(...rounds)),
          extra: times.ours ? perElement((rounds) => median(rounds.map((time, i) => time - times.ours[i]))) : {},
          absent,
          composed: runners.filter((runner) => runner.composed).map(({ name }) => name),
          deviation: deviations,
        };
      } finally {
        for (const runner of runners) await runner.dispose();
      }
    },
    /**
     * What each makes of these numbers.
     * @param {Subject} subject
     * @param {Float32Array | Float64Array} x
     */
    async outputs(subject, x) {
      const { runners } = await line({ ...subject, n: x.length, x });
      try {
        return await results(runners);
      } finally {
        for (const runner of runners) await runner.dispose();
      }
    },
  };
}
