import type { ActivationInfo, ParameterInfo } from "./catalog.js";
import { NO_NOTES } from "./catalog.js";
import type { Core, Entry } from "./core.js";
import { ActivationError, shown } from "./errors.js";
import type { ActivationId } from "./generated/ids.js";
import type { Address } from "./module.js";
import { QUANTITIES, type Quantity, quantityNumber } from "./quantity.js";

export interface FormulaBindings {
  formulaParse(text: string): Address;
  formulaRelease(formula: Address): void;
  formulaProblemNumber(which: number): number;
  formulaProblemMessage(): string;
  formulaProblemSuggestion(): string;
  formulaParameters(formula: Address): string;
  formulaOfCatalog(fn: number): string;
  formulaWritten(formula: Address): string;
  formulaText(formula: Address, quantity: number): string;
  formulaMathml(formula: Address, quantity: number): string;
  formulaLatex(formula: Address, quantity: number): string;
  formulaCode(formula: Address, format: number, name: string, parameters: Address, learnable: boolean): string;
  formulaEvaluate32(
    formula: Address,
    quantity: number,
    x: Address,
    out: Address,
    length: number,
    parameters: Address,
  ): number;
  formulaEvaluate64(
    formula: Address,
    quantity: number,
    x: Address,
    out: Address,
    length: number,
    parameters: Address,
  ): number;
  formulaDerivatives(
    formula: Address,
    x: Address,
    value: Address,
    gradient: Address,
    curvature: Address,
    length: number,
    parameters: Address,
  ): number;
  formulaSample(formula: Address, from: number, to: number, points: number, parameters: Address): number;
}

/** The languages in which a formula can be printed as a program. */
export const CODE_FORMATS = ["numpy", "pytorch", "jax", "keras", "cpp", "javascript"] as const;
export type CodeFormat = (typeof CODE_FORMATS)[number];

export interface CodeOptions {
  /** What the function or class is called: letters, digits and underscores. */
  readonly name?: string;
  /** The values that are printed as defaults; 1 where none is given. */
  readonly params?: Readonly<Record<string, number>>;
  /** PyTorch and Keras: the parameters are trained. */
  readonly learnable?: boolean;
}

/** What stands behind the format; none is none. */
export function codeOptions(options: unknown = {}): CodeOptions {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return options;
  throw new ActivationError(
    "bad-argument",
    `the options of code must be an object like { name: "my_swish" } (got ${shown(options)})`,
  );
}

const quantityOf = (quantity: Quantity): number => {
  const which = quantityNumber(quantity);
  if (which >= 0) return which;
  throw new ActivationError("bad-argument", `there are ${QUANTITIES.join(", ")} of a formula (got ${shown(quantity)})`);
};

/** How parameters with the names of Greek letters are written in formulas. */
const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda_: "λ",
  lambd: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
};

/** Any finite number is accepted; who makes a slider of it may choose other ends. */
const parameterOf = (name: string): ParameterInfo => ({
  name,
  symbol: GREEK[name] ?? name,
  meaning: GREEK[name] ? name.replace(/_$/, "") : "",
  default: 1,
  minimum: -Number.MAX_VALUE,
  maximum: Number.MAX_VALUE,
  sliderMinimum: -5,
  sliderMaximum: 5,
  step: 0.01,
  whole: false,
});

/** Where a formula is, and how it is given back: shared with the registry, which must not hold the formula itself. */
interface Held {
  readonly core: Core;
  address: Address;
}

function give(held: Held): void {
  if (held.address !== 0) held.core.bindings.formulaRelease(held.address);
  held.address = 0;
}

/** A safety net: `dispose` is how a formula is given back in time. */
const forgotten = typeof FinalizationRegistry === "function" ? new FinalizationRegistry(give) : undefined;

/**
 * A function of x that someone has written, with exact derivatives. `value`, `gradient`, `curvature` and `curve` take it
 * where they take an id. It holds WebAssembly memory: give it back with `dispose`.
 */
export class Formula {
  /** The names in it that are neither x nor known, in the order of their first use: at most 8. Each is 1 where not given. */
  readonly parameters: readonly string[];
  readonly #held: Held;
  readonly #entry: Entry;

  /** @internal */
  constructor(core: Core, text: string, called = { id: "the formula", name: "The formula" }) {
    if (typeof text !== "string") {
      throw new ActivationError(
        "bad-argument",
        `formula takes a text like "x * sigmoid(beta * x)" (got ${shown(text)})`,
      );
    }
    const { bindings } = core;
    const address = bindings.formulaParse(text);
    if (address === 0) {
      throw new ActivationError("bad-formula", bindings.formulaProblemMessage(), {
        position: bindings.formulaProblemNumber(0),
        length: bindings.formulaProblemNumber(1),
        suggestion: bindings.formulaProblemSuggestion() || undefined,
      });
    }
    this.#held = { core, address };
    forgotten?.register(this, this.#held, this.#held);
    this.parameters = Object.freeze(bindings.formulaParameters(address).split(",").filter(Boolean));
    const info: ActivationInfo = {
      ...NO_NOTES,
      id: called.id as ActivationId,
      name: called.name,
      formula: text,
      family: "own",
      vector: false,
      tutorial: false,
      parameters: this.parameters.map(parameterOf),
      kinks: [],
      slice: [],
    };
    this.#entry = { index: -1, info, formula: address };
  }

  /** In plain text that means the same again: what was written, or f, f′, f″ simplified. */
  text(quantity?: Quantity): string {
    const { core, address } = this.#alive();
    return quantity === undefined
      ? core.bindings.formulaWritten(address)
      : core.bindings.formulaText(address, quantityOf(quantity));
  }

  /** The children of a `<math>` element: of the value, the gradient or the curvature, simplified. */
  mathml(quantity: Quantity = "value"): string {
    const { core, address } = this.#alive();
    return core.bindings.formulaMathml(address, quantityOf(quantity));
  }

  latex(quantity: Quantity = "value"): string {
    const { core, address } = this.#alive();
    return core.bindings.formulaLatex(address, quantityOf(quantity));
  }

  /**
   * A program with the function and its derivative: `"numpy"`, `"pytorch"` (an `nn.Module`), `"jax"`, `"keras"`, `"cpp"` or
   * `"javascript"`.
   */
  code(format: CodeFormat, options?: CodeOptions): string {
    const { name = "activation", params, learnable = false } = codeOptions(options);
    const { core, address } = this.#alive();
    const which = CODE_FORMATS.indexOf(format);
    if (which < 0) {
      throw new ActivationError("bad-argument", `there is code for ${CODE_FORMATS.join(", ")} (got ${shown(format)})`);
    }
    if (typeof name !== "string" || !/^[A-Za-z_]\w*$/.test(name)) {
      throw new ActivationError("bad-argument", `name must be letters, digits and underscores (got ${shown(name)})`);
    }
    const values = core.parameters(this.#entry, params);
    let code = "";
    core.call([values], [], ([at]) => {
      code = core.bindings.formulaCode(address, which, name, at as Address, Boolean(learnable));
      return 0;
    });
    return code;
  }

  /** Gives the memory back. Calling it again does nothing; everything else fails from here on. */
  dispose(): void {
    give(this.#held);
    forgotten?.unregister(this.#held);
  }

  /**
   * How the engine knows it, which has to be the one that made it.
   * @internal
   */
  entryIn(core: Core): Entry {
    if (this.#alive().core === core) return this.#entry;
    throw new ActivationError(
      "unknown-function",
      "this formula belongs to another engine: make it again with this one",
    );
  }

  #alive(): Held {
    if (this.#held.address !== 0) return this.#held;
    throw new ActivationError("bad-argument", "this formula was given back with dispose: make it again");
  }
}

// Where the platform has `using`, a formula can be used with it.
const symbol = (Symbol as { dispose?: symbol }).dispose;
if (symbol) Object.defineProperty(Formula.prototype, symbol, { value: Formula.prototype.dispose, writable: true });
