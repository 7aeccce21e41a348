import type { Core, Entry } from "./core.js";
import { type CodeFormat, type CodeOptions, codeOptions, Formula } from "./formula.js";
import { Recent } from "./recent.js";

/** Formulas that are kept parsed; typing makes a new one with every letter. */
const KEPT = 128;

/** "f{x * sigmoid(x)}": a function and what it is in one word, which pages use as its id. */
const DEFINITION = /^([^{}(),=]*)\{([^{}]*)\}$/;

/** The formulas that an engine knows by text: those of ids that are definitions, and those of its catalog. */
export class Definitions {
  readonly #core: Core;
  readonly #known = new Recent<string, Formula>(KEPT, (formula) => formula.dispose());

  constructor(core: Core) {
    this.#core = core;
    core.formulas = (id) => this.#find(id);
  }

  /** The formula of a function of the catalog or of a definition. Not for others to dispose of. */
  of(id: unknown): Formula {
    if (id instanceof Formula) return id;
    const { info, index } = this.#core.entry(id);
    return this.#named(info.id, info.name, index < 0 ? info.formula : this.#core.bindings.formulaOfCatalog(index));
  }

  /** A program that computes a function, with the given values of its parameters or its own defaults. */
  code(id: unknown, format: CodeFormat, given?: CodeOptions): string {
    if (id instanceof Formula) return id.code(format, given);
    const options = codeOptions(given);
    const formula = this.of(id);
    const entry = this.#core.entry(id);
    const { info, index } = entry;
    const values = this.#core.parameters(entry, options.params);
    // A formula need not use all parameters, nor in the order of the catalog.
    const named = info.parameters.map(({ name }, i) => [name, values[i] as number] as const);
    const params = Object.fromEntries(named.filter(([name]) => formula.parameters.includes(name)));
    return formula.code(format, { ...options, params, name: options.name ?? (index < 0 ? "activation" : info.id) });
  }

  #find(id: unknown): Entry | undefined {
    if (id instanceof Formula) return id.entryIn(this.#core);
    const [, name, text] = (typeof id === "string" && DEFINITION.exec(id)) || [];
    if (text === undefined) return undefined;
    return this.#named(id as string, name?.trim() || "f", text).entryIn(this.#core);
  }

  #named(id: string, name: string, text: string): Formula {
    return this.#known.get(id, () => new Formula(this.#core, text, { id, name }));
  }
}
