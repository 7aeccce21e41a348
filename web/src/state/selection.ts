import type { ActivationId, ActivationInfo, ParameterInfo, Parameters } from "../engine/index.js";
import { parseNumber, plain } from "./numbers.js";
import { isOwn, ownName, ruled, sameFunction } from "./own.js";

/** A function chosen to be shown, with the parameters that differ from their defaults. */
export interface Selection {
  /** Of the catalog, or a definition like "f{x * sigmoid(x)}" (own.ts). */
  readonly id: ActivationId;
  readonly params: Parameters;
}

export type Catalog = readonly ActivationInfo[];

/** What knows functions: an engine, or a part of one. */
export interface Functions {
  readonly catalog: Catalog;
  /** Throws where the id is a definition that is no formula. */
  info(id: string): ActivationInfo | undefined;
}

/** What is known of a function; undefined where there is none, or what is written is no formula. */
export function infoOf(functions: Functions, id: string): ActivationInfo | undefined {
  try {
    return functions.info(id);
  } catch {
    return undefined;
  }
}

export const parameterOf = (info: ActivationInfo, params: Parameters, name: string): number =>
  params[name] ?? info.parameters.find((one) => one.name === name)?.default ?? 0;

/** The same parameters with one of them set; a default is left out, so that equal states have equal text. */
export function withParameter(info: ActivationInfo, params: Parameters, name: string, value: number): Parameters {
  const entries = info.parameters
    .map((one) => [one.name, one.name === name ? value : (params[one.name] ?? one.default), one.default] as const)
    .filter(([, now, standard]) => now !== standard);
  return Object.fromEntries(entries.map(([key, now]) => [key, now]));
}

const isAccepted = ({ minimum, maximum, whole }: ParameterInfo, value: number): boolean =>
  value >= minimum && value <= maximum && (!whole || Number.isInteger(value));

/** Splits at commas outside parentheses and braces: "relu,f{max(0, x)},elu(alpha=0.5)" has three parts. */
export const parts = (text: string): string[] =>
  (text.match(/(?:[^,({]|\{[^}]*\}?|\([^)]*\)?)+/g) ?? []).map((part) => part.trim()).filter(Boolean);

/** The id in front of parameters; one that is not a definition is the same in capitals. */
const ID = /^([^({]*\{[^}]*\}?|[^(]*?)\s*(?:\(([^)]*)\)?)?$/;

/** Reads "elu(alpha=0.5)" or "f{x * sigmoid(beta * x)}(beta=2)". */
export function parseOne(text: string, functions: Functions): { selection?: Selection; problems: string[] } {
  const [, given = "", inside = ""] = ID.exec(text) ?? [undefined, text];
  const { id, problems } = ruled(given, functions.catalog);
  let info: ActivationInfo | undefined;
  try {
    info = functions.info(isOwn(id) ? id : id.toLowerCase());
  } catch (error) {
    return { problems: [...problems, `${ownName(id)}: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (!info) return { problems: [`there is no function “${id}”`] };
  let params: Parameters = {};
  for (const assignment of inside.split(",").filter((one) => one.trim() !== "")) {
    const [name = "", given = ""] = assignment.split("=").map((one) => one.trim());
    const parameter = info.parameters.find((one) => one.name === name || one.symbol === name);
    const value = parseNumber(given);
    if (!parameter) {
      problems.push(`${info.name} has no parameter “${name}”`);
    } else if (value === undefined || !isAccepted(parameter, value)) {
      problems.push(`${parameter.name} of ${info.name} cannot be “${given}”, so it is ${parameter.default}`);
    } else {
      params = withParameter(info, params, parameter.name, value);
    }
  }
  return { selection: { id: info.id, params }, problems };
}

/** Reads "relu,elu(alpha=0.5)". What cannot be read is left out and named. */
export function parseSelections(text: string, functions: Functions): { value: Selection[]; problems: string[] } {
  const value: Selection[] = [];
  const problems: string[] = [];
  for (const part of parts(text)) {
    const one = parseOne(part, functions);
    problems.push(...one.problems);
    if (!one.selection) continue;
    const { id } = one.selection;
    if (value.some((other) => other.id === id || sameFunction(other.id, id)))
      problems.push(`“${isOwn(id) ? ownName(id) : id}” is there twice; the first one counts`);
    else value.push(one.selection);
  }
  return { value, problems };
}

export const formatSelections = (selections: readonly Selection[]): string =>
  selections
    .map(({ id, params }) => {
      const inside = Object.entries(params).map(([name, value]) => `${name}=${plain(value)}`);
      return inside.length > 0 ? `${id}(${inside.join(",")})` : id;
    })
    .join(",");
