import { count, numbers, sameKind } from "./arguments.js";
import { compute, targetOf } from "./compute.js";
import type { Core, Entry } from "./core.js";
import { ActivationError } from "./errors.js";
import type { FloatArray } from "./memory.js";
import type { Address } from "./module.js";

/** A whole vector as an argument. */
function vectorOf({ memory }: Core, { info }: Entry, name: string, value: unknown): FloatArray {
  if (typeof value === "number") {
    throw new ActivationError("bad-argument", `${info.id} takes a whole vector like [2, 1, 0.1], not one number`);
  }
  const vector = memory.attach(numbers(name, value));
  if (vector.length === 0) throw new ActivationError("bad-argument", `${name} must hold at least one number`);
  return vector;
}

/** A function of a vector, or in words why it has none of what was asked for. */
function vectorEntry(core: Core, id: unknown, what: string, instead: string): Entry {
  const entry = core.entry(id);
  if (entry.info.vector) return entry;
  throw new ActivationError("unsupported", `${entry.info.id} works number by number, without ${what}: use ${instead}`);
}

/** How many numbers a vector function makes of so many. */
function outputsOf(core: Core, entry: Entry, length: number, params: unknown): number {
  const parameters = core.parameters(entry, params);
  const outputs = (n: number) => (n > 0 ? core.outputs(entry, n, parameters) : 0);
  const found = outputs(length);
  if (found > 0) return found;
  const fitting = [-1, 1].map((step) => {
    let n = length + step;
    while (n > 0 && Math.abs(n - length) < 1000 && outputs(n) === 0) n += step;
    return outputs(n) > 0 ? n : undefined;
  });
  const advice = fitting.filter((n) => n !== undefined).join(" or ");
  throw new ActivationError(
    "bad-argument",
    `${entry.info.id} cannot take ${length} numbers${advice ? `: it could take ${advice}` : ""}`,
  );
}

function computeRows(core: Core, entry: Entry, x: FloatArray, width: number, params: unknown, out: unknown) {
  const target = targetOf(core, x, out, (x.length / width) * outputsOf(core, entry, width, params));
  const kernel = x instanceof Float32Array ? "vectorRows32" : "vectorRows64";
  return compute(core, entry, params, [x], target, ([at], into, parameters) =>
    core.bindings[kernel](entry.index, at as Address, into, x.length, width, parameters),
  );
}

/** What a vector function makes of one vector. */
export function vectorValue(core: Core, entry: Entry, x: unknown, params: unknown, out: unknown): FloatArray {
  const vector = vectorOf(core, entry, "x", x);
  return computeRows(core, entry, vector, vector.length, params, out);
}

/** See ActivationFunctions.rows. */
export function rows(core: Core, id: unknown, x: unknown, width: unknown, params: unknown, out: unknown): FloatArray {
  const entry = vectorEntry(core, id, "rows", "value");
  const matrix = vectorOf(core, entry, "x", x);
  const columns = count("width", width, 1);
  if (matrix.length % columns !== 0) {
    throw new ActivationError(
      "bad-argument",
      `width must divide the length of x: ${matrix.length} numbers are no rows of ${columns}`,
    );
  }
  return computeRows(core, entry, matrix, columns, params, out);
}

/** See ActivationFunctions.vjp. */
export function vjp(core: Core, id: unknown, x: unknown, g: unknown, params: unknown, out: unknown): FloatArray {
  const entry = vectorEntry(core, id, "vjp", "gradient");
  const vector = vectorOf(core, entry, "x", x);
  const outputs = outputsOf(core, entry, vector.length, params);
  const upstream = sameKind("g", vectorOf(core, entry, "g", g), vector, outputs);
  const kernel = vector instanceof Float32Array ? "vectorVjp32" : "vectorVjp64";
  const target = targetOf(core, vector, out);
  return compute(core, entry, params, [vector, upstream], target, ([at, above], into, parameters) =>
    core.bindings[kernel](entry.index, at as Address, above as Address, into, vector.length, parameters),
  );
}

/** See ActivationFunctions.jacobian. */
export function jacobian(core: Core, id: unknown, x: unknown, params: unknown, out: unknown): FloatArray {
  const entry = vectorEntry(core, id, "jacobian", "gradient");
  const vector = vectorOf(core, entry, "x", x);
  const target = targetOf(core, vector, out, outputsOf(core, entry, vector.length, params) * vector.length);
  const kernel = vector instanceof Float32Array ? "vectorJacobian32" : "vectorJacobian64";
  return compute(core, entry, params, [vector], target, ([at], into, parameters) =>
    core.bindings[kernel](entry.index, at as Address, into, vector.length, parameters),
  );
}
