import { numbers, refuseOverlap, sameKind } from "./arguments.js";
import { aligned, type Core, type Entry } from "./core.js";
import { ActivationError } from "./errors.js";
import type { FloatArray, FloatArrayConstructor } from "./memory.js";
import type { Address } from "./module.js";
import { type Quantity, quantityNumber } from "./quantity.js";

/** Room for parameters at the start of the scratch space: 16 numbers, so that what follows stays aligned. */
const PARAMETER_BYTES = 128;

/** Writes the parameters to the start of the scratch space, with room for `bytes` more behind them. */
export function parametersAt(core: Core, entry: Entry, params: unknown, bytes: number): Address {
  const { memory } = core;
  const values = core.parameters(entry, params);
  const address = memory.scratch(PARAMETER_BYTES + bytes);
  memory.view(Float64Array, address, values.length).set(values);
  return address;
}

/** Where a result goes: into `out`, which must be like `like` and hold `length` numbers, or into a new array. */
export function targetOf({ memory }: Core, like: FloatArray, out: unknown, length = like.length): FloatArray {
  if (out === undefined) return new (like.constructor as FloatArrayConstructor)(length);
  const live = out instanceof Float32Array || out instanceof Float64Array ? memory.attach(out) : out;
  return sameKind("out", live, like, length);
}

/** Brings the inputs into wasm memory where they are not there yet, runs, and brings the result to `out`. */
export function compute(
  core: Core,
  entry: Entry,
  params: unknown,
  inputs: readonly FloatArray[],
  out: FloatArray,
  run: (inputs: readonly Address[], out: Address, parameters: Address) => number,
): FloatArray {
  const { memory } = core;
  const places = inputs.map((input) => memory.addressOf(input));
  const place = memory.addressOf(out);
  refuseOverlap(inputs, out);
  const bytes = (array: FloatArray, address: Address | undefined) =>
    address === undefined ? aligned(array.byteLength) : 0;
  const type = out.constructor as FloatArrayConstructor;
  const { length } = out;
  const needed = inputs.reduce((sum, input, i) => sum + bytes(input, places[i]), bytes(out, place));
  // From here on the memory may have grown: an array that lay inside is known by its address alone.
  const parameters = parametersAt(core, entry, params, needed);
  let free = parameters + PARAMETER_BYTES;
  const addresses = inputs.map((input, i) => {
    const inside = places[i];
    if (inside !== undefined) return inside;
    const address = free;
    memory.view(type, address, input.length).set(input);
    free += aligned(input.byteLength);
    return address;
  });
  const target = place ?? free;
  try {
    core.check(run(addresses, target, parameters));
    if (place !== undefined) return memory.attach(out);
    out.set(memory.view(type, target, length));
    return out;
  } finally {
    memory.settle();
  }
}

/** f, f′ or f″ number by number. */
export function elementwise(
  core: Core,
  quantity: Quantity,
  entry: Entry,
  x: unknown,
  params: unknown,
  out: unknown,
): number | FloatArray {
  const { index, info, formula } = entry;
  if (info.vector) {
    throw new ActivationError("unsupported", `${info.id} is a function of a vector: use vjp or jacobian`);
  }
  const which = quantityNumber(quantity);
  const run = (source: FloatArray, target: FloatArray) =>
    compute(core, entry, params, [source], target, (at, into, parameters) => {
      const bits = source instanceof Float32Array ? "32" : "64";
      const [kernel, fn] =
        formula === undefined ? ([`evaluate${bits}`, index] as const) : ([`formulaEvaluate${bits}`, formula] as const);
      return core.bindings[kernel](fn, which, at[0] as Address, into, source.length, parameters);
    });
  if (typeof x === "number") {
    if (out !== undefined) throw new ActivationError("bad-argument", "out goes with an array, not with one number");
    const one = Float64Array.of(x);
    return run(one, one)[0] as number;
  }
  const source = core.memory.attach(numbers("x", x, "a number, "));
  return run(source, targetOf(core, source, out));
}
