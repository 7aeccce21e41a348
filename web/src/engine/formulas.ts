import { type Analysis, analyse } from "./analysis.js";
import type { Parameters } from "./curve.js";
import { Definitions } from "./definitions.js";
import { type Derivatives, derivatives } from "./derivatives.js";
import { type CodeFormat, type CodeOptions, Formula } from "./formula.js";
import { ActivationFunctions } from "./functions.js";
import type { ActivationId, ElementwiseId, ParametersOf } from "./generated/ids.js";
import type { Instance } from "./module.js";

/** The functions of the catalog and any other that someone can write. */
export class FormulaFunctions extends ActivationFunctions {
  readonly #definitions: Definitions;

  constructor(instance: Instance) {
    super(instance);
    this.#definitions = new Definitions(this.core);
  }

  /**
   * A function of x from a text like `"x * sigmoid(beta * x)"`, `"x > 0 ? x : alpha*(exp(x) - 1)"` or `"0.5x(1 + erf(x/√2))"`.
   * Names that are not known are its parameters, at most 8. What is no formula is an `ActivationError` with the code
   * `bad-formula`, a sentence, `.position` and `.length` of what is wrong and, where something is at hand, a `.suggestion`
   * of what to put there.
   */
  formula(text: string): Formula {
    return new Formula(this.core, text);
  }

  /**
   * f, f′ and f″ at each x in one pass: cheaper than one by one. x has shape (n), as have the three results; with `out` they
   * are written there.
   */
  derivatives(
    formula: Formula,
    x: Float64Array | readonly number[],
    params?: Parameters,
    out?: Derivatives,
  ): Derivatives {
    return derivatives(this.core, formula, x, params, out);
  }

  /** A program that computes f and f′, of a formula or a function of the catalog: see `Formula.code`. */
  code<Id extends ActivationId>(
    id: Id | Formula,
    format: CodeFormat,
    options?: Omit<CodeOptions, "params"> & { readonly params?: ParametersOf<Id> },
  ): string;
  code(id: unknown, format: CodeFormat, options?: CodeOptions): string {
    return this.#definitions.code(id, format, options);
  }

  /**
   * The formula of a function of the catalog, or of an id that is a definition, from which it is printed. It stays the
   * engine's: `dispose` is not for it.
   * @internal
   */
  formulaOf(id: string): Formula {
    return this.#definitions.of(id);
  }

  /**
   * Range, monotonic stretches, extrema, zeros, inflections, symmetry, jumps, smoothness, Lipschitz constant, saturation,
   * limits, and moments over z ~ N(0, 1) with the initialisation gain: each with how sure it is.
   */
  analyse<Id extends ElementwiseId>(id: Id, params?: ParametersOf<Id>): Analysis;
  analyse(formula: Formula, params?: Parameters): Analysis;
  analyse(id: unknown, params?: unknown): Analysis {
    return analyse(this.core, id, params);
  }
}
