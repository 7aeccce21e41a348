import { parameterValues } from "./arguments.js";
import { type ActivationInfo, deepFreeze, NO_NOTES, type NotesInfo, unknownFunction } from "./catalog.js";
import { ActivationError } from "./errors.js";
import { type FloatArray, Memory } from "./memory.js";
import type { Address, Bindings, Instance } from "./module.js";

export interface Entry {
  /** In the catalog; −1 for a formula. */
  readonly index: number;
  readonly info: ActivationInfo;
  /** Where the formula is in wasm memory, if it is one. */
  readonly formula?: Address;
}

/** The types that the core reads and writes. */
export type CoreArray = FloatArray | Int32Array | Uint32Array | Uint8Array;
type CoreArrayConstructor =
  | Float32ArrayConstructor
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Uint32ArrayConstructor
  | Uint8ArrayConstructor;

/** A result to be: its type and how many numbers it holds. */
export type Result = readonly [type: CoreArrayConstructor, length: number];
type Arrays<R extends readonly Result[]> = { -readonly [K in keyof R]: InstanceType<R[K][0]> };

export const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;

/** What all parts of the API share: the bindings, the memory they work in, the catalog. */
export class Core {
  readonly bindings: Bindings;
  readonly memory: Memory;
  readonly catalog: readonly ActivationInfo[];
  readonly #entries: ReadonlyMap<string, Entry>;
  /** Finds what is no function of the catalog: set where the module knows formulas. */
  formulas: ((id: unknown) => Entry | undefined) | undefined;

  constructor({ bindings, memory }: Instance) {
    this.bindings = bindings;
    this.memory = new Memory(bindings, memory);
    const infos: object[] = JSON.parse(bindings.catalogJson());
    this.catalog = infos.map((info) => ({ ...NO_NOTES, ...info }) as ActivationInfo);
    if (bindings.notesJson) this.addNotes(JSON.parse(bindings.notesJson()));
    this.#entries = new Map(this.catalog.map((info, index) => [info.id, { index, info }]));
  }

  /** Adds to the catalog what there is to read about its functions. */
  addNotes(notes: readonly NotesInfo[]): void {
    if (Object.isFrozen(this.catalog)) return;
    this.catalog.forEach((info, index) => void Object.assign(info, notes[index]));
    deepFreeze(this.catalog);
  }

  find(id: unknown): Entry | undefined {
    return (typeof id === "string" ? this.#entries.get(id) : undefined) ?? this.formulas?.(id);
  }

  entry(id: unknown): Entry {
    const entry = this.find(id);
    if (!entry) throw unknownFunction(id, this.#entries.keys());
    return entry;
  }

  /** A function that the core knows by number: a formula is refused in the words of the call. */
  catalogEntry(call: string, id: unknown): Entry {
    const entry = this.entry(id);
    if (entry.formula === undefined) return entry;
    throw new ActivationError("unsupported", `${call} takes a function of the catalog, not a formula`);
  }

  /** The parameters of a function as the core takes them: one number each, in its order, defaults filled in. */
  parameters({ info }: Entry, given: unknown): Float64Array {
    return Float64Array.from(parameterValues(info, given));
  }

  /**
   * One call into the core: copies the inputs into wasm memory (those that lie there already stay), runs, and copies
   * the results out. Nothing is kept, so nothing can leak; `run` returns a status of the core.
   */
  call<const R extends readonly Result[]>(
    inputs: readonly CoreArray[],
    results: R,
    run: (inputs: Address[], results: Address[]) => number,
  ): Arrays<R> {
    const places = inputs.map((input) => this.memory.addressOf(input));
    const sizes = results.map(([type, length]) => aligned(type.BYTES_PER_ELEMENT * length));
    const copied = inputs.reduce(
      (sum, { byteLength }, i) => sum + (places[i] === undefined ? aligned(byteLength) : 0),
      0,
    );
    let free = this.memory.scratch(copied + sizes.reduce((sum, size) => sum + size, 0));
    const take = (bytes: number) => {
      const address = free;
      free += aligned(bytes);
      return address;
    };
    const sources = inputs.map((input, i) => {
      const inside = places[i];
      if (inside !== undefined) return inside;
      const address = take(input.byteLength);
      this.memory
        .bytes(address, input.byteLength)
        .set(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
      return address;
    });
    const targets = sizes.map(take);
    try {
      this.check(run(sources, targets));
      return results.map(([type, length], i) => {
        const address = targets[i] as Address;
        return new type(this.memory.bytes(address, type.BYTES_PER_ELEMENT * length).slice().buffer);
      }) as Arrays<R>;
    } finally {
      this.memory.settle();
    }
  }

  /** How many numbers a vector function makes of so many; 0 if it does not take so many. */
  outputs({ index }: Entry, length: number, parameters: Float64Array): number {
    let outputs = 0;
    this.call([parameters], [], ([address]) => {
      outputs = this.bindings.vectorOutputs(index, length, address as Address);
      return 0;
    });
    return outputs;
  }

  /** What the core says after all checks of arguments have passed. */
  check(status: number): void {
    if (status === 0) return;
    if (status === 5) {
      throw new ActivationError("too-large", "there is not enough WebAssembly memory left for this: use fewer points");
    }
    throw new ActivationError("bad-argument", `the core refused the call (status ${status})`);
  }
}
