import type { ActivationInfo, ParameterInfo } from "./catalog.js";
import { ActivationError, shown } from "./errors.js";
import type { FloatArray } from "./memory.js";

// embind would take a string where a number belongs and compute with NaN, so everything is checked on this side.

const badArgument = (message: string) => new ActivationError("bad-argument", message);
const badParameter = (message: string) => new ActivationError("bad-parameter", message);

/** A finite number as a whole argument; `name` is what the caller knows it by. */
export function finiteNumber(name: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw badArgument(`${name} must be a finite number (got ${shown(value)})`);
  }
  return value;
}

/** A count: a whole number from `least` on. */
export function count(name: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
    throw badArgument(`${name} must be a whole number from ${least} on (got ${shown(value)})`);
  }
  return value;
}

/** Numbers of any kind as a typed array: a typed array stays as it is, an array of numbers becomes float64. */
export function numbers(name: string, value: unknown, orOne = ""): FloatArray {
  if (value instanceof Float32Array || value instanceof Float64Array) return value;
  if (!Array.isArray(value)) {
    throw badArgument(
      `${name} must be ${orOne}a Float32Array, a Float64Array or an array of numbers (got ${shown(value)})`,
    );
  }
  for (let i = 0; i < value.length; i++) {
    if (typeof value[i] !== "number") {
      throw badArgument(`${name}[${i}] must be a number (got ${shown(value[i])})`);
    }
  }
  return Float64Array.from(value);
}

/** An array to write into must be like the array it is computed from. */
export function sameKind(name: string, out: unknown, like: FloatArray, length = like.length): FloatArray {
  const type = like.constructor.name;
  if (!(out instanceof Float32Array || out instanceof Float64Array) || out.constructor !== like.constructor) {
    throw badArgument(`${name} must be a ${type} like x (got ${shown(out)})`);
  }
  if (out.length !== length) {
    throw badArgument(`${name} must hold ${length} numbers (it holds ${out.length})`);
  }
  return out;
}

const isApart = (one: FloatArray, other: FloatArray): boolean =>
  one.buffer !== other.buffer ||
  one.byteOffset + one.byteLength <= other.byteOffset ||
  other.byteOffset + other.byteLength <= one.byteOffset;

/** In place is fine, side by side is fine; partly over an input the result would be garbage. */
export function refuseOverlap(inputs: readonly FloatArray[], out: FloatArray): void {
  for (const input of inputs) {
    const same = input.byteOffset === out.byteOffset && input.byteLength === out.byteLength;
    if (!same && !isApart(input, out)) throw badArgument("out must be one of the inputs or not overlap them");
  }
}

/** What is written while others are still read, or written beside them. */
export function refuseAnyOverlap(name: string, out: FloatArray, others: readonly FloatArray[]): void {
  if (!others.every((other) => isApart(out, other))) {
    throw badArgument(`${name} must not overlap x or the other results (value may be x itself)`);
  }
}

const named = (parameters: readonly ParameterInfo[]) => parameters.map((one) => one.name).join(", ");

function checked(info: ActivationInfo, parameter: ParameterInfo, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw badParameter(`${parameter.name} of ${info.id} must be a finite number (got ${shown(value)})`);
  }
  if (value < parameter.minimum || value > parameter.maximum || (parameter.whole && !Number.isInteger(value))) {
    const kind = parameter.whole ? "a whole number " : "";
    throw badParameter(
      `${parameter.name} of ${info.id} must be ${kind}from ${parameter.minimum} to ${parameter.maximum} (got ${value})`,
    );
  }
  return value;
}

/** One number for each parameter of the function, in its order; what is not given takes its default. */
export function parameterValues(info: ActivationInfo, given: unknown): number[] {
  if (given === undefined || given === null) return info.parameters.map((one) => one.default);
  if (typeof given !== "object" || Array.isArray(given) || ArrayBuffer.isView(given)) {
    const example = info.parameters[0] ? `{ ${info.parameters[0].name}: ${info.parameters[0].default} }` : "{}";
    throw badParameter(`the parameters of ${info.id} must be an object like ${example} (got ${shown(given)})`);
  }
  const values = given as Record<string, unknown>;
  for (const name of Object.keys(values)) {
    if (!info.parameters.some((one) => one.name === name)) {
      const known = info.parameters.length > 0 ? `it has ${named(info.parameters)}` : "it has none";
      throw badParameter(`${info.id} has no parameter ${shown(name)}: ${known}`);
    }
  }
  return info.parameters.map((one) =>
    values[one.name] === undefined ? one.default : checked(info, one, values[one.name]),
  );
}
