import type { Activation } from "../../engine/index.js";
import { parseNumber } from "../../state/numbers.js";
import { isOwn } from "../../state/own.js";
import { parseOne, parts, type Selection } from "../../state/selection.js";
import { drawn, layerFunctions, MOST_HIDDEN, MOST_UNITS, type Model } from "./model.js";

interface Given {
  readonly sizes: string | null;
  readonly activation: string | null;
  readonly input: string | null;
  readonly seed: string | null;
}

const SIZES = [2, 3, 1];
const INPUT = [0.5, 0.1];
const SEED = 42;

const list = (text: string) => text.split(",").map(parseNumber);

function readSizes(text: string, problems: string[]): number[] {
  const sizes = list(text);
  const good = sizes.every((size) => size !== undefined && Number.isInteger(size) && size >= 1 && size <= MOST_UNITS);
  if (good && sizes.length >= 2 && sizes.length <= MOST_HIDDEN + 2) return sizes as number[];
  problems.push(`sizes: “${text}” are not 2 to ${MOST_HIDDEN + 2} whole numbers from 1 to ${MOST_UNITS}, like 2,3,1`);
  return SIZES;
}

function readActivations(text: string, layers: number, engine: Activation, problems: string[]): Selection[] {
  const sigmoid: Selection = { id: "sigmoid", params: {} };
  const fitting = layerFunctions(engine);
  const chosen = parts(text).map((part) => {
    const one = parseOne(part, engine);
    problems.push(...one.problems.map((problem) => `activation: ${problem}`));
    if (!one.selection || isOwn(one.selection.id) || fitting.some(({ id }) => id === one.selection?.id))
      return one.selection ?? sigmoid;
    problems.push(`activation: “${one.selection.id}” does not give every unit of a layer a number`);
    return sigmoid;
  });
  if (chosen.length === layers) return chosen;
  if (chosen.length > 1) problems.push(`activation: there are ${layers} layers after the inputs, not ${chosen.length}`);
  return Array.from({ length: layers }, () => chosen[0] ?? sigmoid);
}

/** Reads the attributes; what cannot be used is named and has its standard. */
export function readNetwork(engine: Activation, given: Given): { model: Model; problems: string[] } {
  const problems: string[] = [];
  const sizes = given.sizes ? readSizes(given.sizes, problems) : SIZES;
  const activations = readActivations(given.activation ?? "sigmoid", sizes.length - 1, engine, problems);
  const inputs = given.input ? list(given.input) : INPUT;
  if (inputs.some((value) => value === undefined)) problems.push(`input: “${given.input}” is not a list like 0.5,0.1`);
  if (given.input && inputs.length !== sizes[0])
    problems.push(`input: there are ${sizes[0]} inputs, not ${inputs.length}`);
  const input = Array.from({ length: sizes[0] as number }, (_, i) => inputs[i] ?? INPUT[i] ?? 0.5);
  const number = given.seed ? parseNumber(given.seed) : SEED;
  const isSeed = number !== undefined && Number.isInteger(number) && number >= 0 && number < 2 ** 32;
  if (!isSeed) problems.push(`seed: “${given.seed}” is not a whole number from 0 to 4294967295`);
  const seed = isSeed ? number : SEED;
  return { model: { sizes, activations, input, seed, edited: false, ...drawn(engine, sizes, seed) }, problems };
}
