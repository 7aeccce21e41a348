// One race: a formula typed into the engine, compiled by math.js, and written by hand. Runs in Node and in pages alike.
import { race } from "../arrays/timing.mjs";
import { median } from "../statistics.mjs";

/** @typedef {import("./subjects.mjs").Subject} Subject */

/** What a layer sees: normal numbers, a third of them beyond ±3. @param {number} n */
function samples(n) {
  const x = new Float64Array(n);
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < n; i++) x[i] = 3 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return x;
}

/**
 * @param {any} act
 * @param {any} math
 */
export function formulaRacer(act, math) {
  /**
   * @param {Subject} subject
   * @param {number} n
   * @param {import("../arrays/timing.mjs").Pace} pace
   */
  return async ({ text, mathjs, closure, params }, n, pace) => {
    const formula = act.formula(text);
    const columns = Array.from({ length: 4 }, () => act.allocate(Float64Array, n));
    // Memory that has grown empties the arrays from before.
    const [x, ...out] = columns.map((column) => act.attach(column));
    const three = { value: out[0], gradient: out[1], curvature: out[2] };
    x.set(samples(n));
    const plain = Float64Array.from(x);
    const into = new Float64Array(n);
    const compiled = math.compile(mathjs);
    // A function of its own for each race: an engine that has seen many would no longer inline them.
    const hand = new Function(
      "x",
      "out",
      "p",
      `const m = Math; const f = (x) => ${closure};
      for (let i = 0; i < x.length; i++) out[i] = f(x[i]);`,
    );
    const evaluate = (/** @type {Float64Array} */ to) => {
      const scope = { x: 0, ...params };
      for (let i = 0; i < n; i++) {
        scope.x = plain[i];
        to[i] = compiled.evaluate(scope);
      }
    };
    const times = (/** @type {() => void} */ once) => (/** @type {number} */ repeats) => {
      for (let i = 0; i < repeats; i++) once();
    };
    const runners = [
      { name: "value", run: times(() => act.value(formula, x, params, out[0])) },
      { name: "all three", run: times(() => act.derivatives(formula, x, params, three)) },
      { name: "closure", run: times(() => hand(plain, into, params)) },
      { name: "math.js", run: times(() => evaluate(into)) },
    ].map((one) => ({ ...one, output: () => into, dispose() {} }));
    try {
      act.value(formula, x, params, out[0]);
      evaluate(into);
      const ours = act.attach(out[0]);
      let deviation = 0;
      for (let i = 0; i < n; i++)
        deviation = Math.max(deviation, Math.abs(into[i] - ours[i]) / (1 + Math.abs(into[i])));
      const rounds = await race(runners, pace);
      const ns = Object.fromEntries(Object.entries(rounds).map(([name, all]) => [name, (median(all) * 1e6) / n]));
      return { text, ns, deviation };
    } finally {
      for (const column of columns) act.free(column);
      formula.dispose();
    }
  };
}
