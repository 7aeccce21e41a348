// The library itself: on arrays inside wasm memory, on ordinary ones, and the plain copy that bounds both.

/** @typedef {import("./race.mjs").Task} Task */
/** @typedef {import("./timing.mjs").Runner} Runner */

const ARRAYS = { float32: Float32Array, float64: Float64Array };

/**
 * The call that a task asks for, as a user writes it; undefined where the library does not have it.
 * @param {any} act
 * @param {Task} task
 * @returns {((x: Float32Array | Float64Array, out?: Float32Array | Float64Array) => Float32Array | Float64Array) | undefined}
 */
function callOf(act, { id, quantity, width }) {
  if (!act.catalog.some((one) => one.id === id)) return undefined;
  if (width) return typeof act.rows === "function" ? (x, out) => act.rows(id, x, width, undefined, out) : undefined;
  return quantity === "value"
    ? (x, out) => act.value(id, x, undefined, out)
    : (x, out) => act.gradient(id, x, undefined, out);
}

/**
 * @param {any} act
 * @param {Task} task
 * @returns {Runner[]} the copy alone where the library does not have the function
 */
export function ourRunners(act, task) {
  const call = callOf(act, task);
  const inside = { x: act.allocate(ARRAYS[task.type], task.n), out: act.allocate(ARRAYS[task.type], task.n) };
  const ordinary = new ARRAYS[task.type](task.n);
  /** Memory that has grown empties arrays over it; here nothing is lost but time, once. */
  const attach = () => {
    inside.x = act.attach(inside.x);
    inside.out = act.attach(inside.out);
  };
  attach();
  inside.x.set(task.x);
  const copy = {
    name: "copy",
    run(/** @type {number} */ repeats) {
      attach();
      for (let i = 0; i < repeats; i++) inside.out.set(inside.x);
    },
    output: () => inside.out,
    dispose() {
      act.free(inside.x);
      act.free(inside.out);
    },
  };
  if (!call) return [copy];
  return [
    {
      name: "ours",
      run(repeats) {
        attach();
        for (let i = 0; i < repeats; i++) call(inside.x, inside.out);
      },
      output() {
        attach();
        call(inside.x, inside.out);
        return inside.out.slice();
      },
      dispose() {},
    },
    {
      name: "copied",
      run(repeats) {
        for (let i = 0; i < repeats; i++) call(task.x, ordinary);
      },
      output: () => ordinary,
      dispose() {},
    },
    // What a result array of its own costs does not depend on the function: told once.
    ...(task.id === "relu" ? [fresh(call, task)] : []),
    copy,
  ];
}

/**
 * The shortest way to write it: the call makes the array for the result.
 * @param {(x: Task["x"]) => Task["x"]} call
 * @param {Task} task
 * @returns {Runner}
 */
function fresh(call, { x }) {
  let last = x;
  return {
    name: "fresh",
    run(repeats) {
      for (let i = 0; i < repeats; i++) last = call(x);
    },
    output: () => last,
    dispose() {},
  };
}

/**
 * What happens when memory runs out: an error of the right kind, and the instance goes on working.
 * @param {any} act
 */
export function limits(act) {
  /** @param {() => void} work */
  const codeOf = (work) => {
    try {
      work();
      return "no error";
    } catch (error) {
      return /** @type {any} */ (error).code ?? String(error);
    }
  };
  const held = [];
  const filled = codeOf(() => {
    while (held.length < 100) held.push(act.allocate(Float64Array, 1e7));
  });
  const onOrdinary = codeOf(() => act.value("relu", new Float64Array(1e7)));
  const after = act.value("relu", Float64Array.of(-1, 2)).join();
  for (const array of held) act.free(array);
  const again = codeOf(() => act.free(act.allocate(Float64Array, 1e7)));
  const works = filled === "too-large" && onOrdinary === "too-large" && after === "0,2" && again === "no error";
  return { arraysOfTenMillion: held.length, filled, onOrdinary, after, again, works };
}
