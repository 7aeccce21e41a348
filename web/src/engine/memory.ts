import { ActivationError } from "./errors.js";
import type { Address, Bindings } from "./module.js";

export type FloatArray = Float32Array | Float64Array;
export type FloatArrayConstructor = Float32ArrayConstructor | Float64ArrayConstructor;

/** Scratch up to this size is kept from call to call; more is given back after the call that needed it. */
const KEPT_SCRATCH = 1 << 20;
const MOST_BYTES = 2 ** 31 - 1;

/** Shared by all arrays made over it, so that none of them can free it twice. */
interface Block {
  readonly address: Address;
  readonly length: number;
  freed: boolean;
}

const isDetached = (array: FloatArray) => {
  if (array.length > 0) return false;
  try {
    new Uint8Array(array.buffer);
    return false;
  } catch {
    return true;
  }
};

/**
 * The memory of the module. When it grows, every typed array over it is emptied by the platform, so views are made
 * afresh for each use and never kept; arrays that callers hold are known by their address and can be made anew.
 */
export class Memory {
  readonly #bindings: Bindings;
  readonly #memory: WebAssembly.Memory;
  readonly #blocks = new WeakMap<FloatArray, Block>();
  #scratch: Address = 0;
  #scratchBytes = 0;

  constructor(bindings: Bindings, memory: WebAssembly.Memory) {
    this.#bindings = bindings;
    this.#memory = memory;
  }

  /** An array of n zeros inside wasm memory. */
  allocate<A extends FloatArrayConstructor>(type: A, length: number): InstanceType<A> {
    const address = this.#take(Math.max(length, 1) * type.BYTES_PER_ELEMENT);
    return this.#register(type, { address, length, freed: false }).fill(0) as InstanceType<A>;
  }

  free(array: FloatArray): void {
    const block = this.#blocks.get(array);
    if (!block || block.freed) {
      throw new ActivationError(
        "bad-argument",
        "free takes an array that allocate returned and that was not freed yet",
      );
    }
    block.freed = true;
    this.#bindings.release(block.address);
  }

  /** The array itself while it is alive; after memory has grown, a new one over the same numbers. */
  attach<T extends FloatArray>(array: T): T {
    if (!isDetached(array)) return array;
    const block = this.#blocks.get(array);
    if (!block || block.freed) {
      throw new ActivationError(
        "bad-argument",
        "this array has lost its memory: it was freed, transferred, or is a part of an array in memory that has grown",
      );
    }
    return this.#register(array.constructor as FloatArrayConstructor, block) as T;
  }

  /** Where the array starts if it lies inside wasm memory. */
  addressOf(array: ArrayBufferView): Address | undefined {
    return array.buffer === this.#memory.buffer ? array.byteOffset : undefined;
  }

  /**
   * Space for one call, at an address divisible by 16. It is good until the next call; taking it may grow the memory.
   * Call `settle` when done.
   */
  scratch(bytes: number): Address {
    if (bytes > this.#scratchBytes) {
      this.#dropScratch();
      const size = Math.max(bytes, 4096);
      this.#scratch = this.#take(size);
      this.#scratchBytes = size;
    }
    return this.#scratch;
  }

  settle(): void {
    if (this.#scratchBytes > KEPT_SCRATCH) this.#dropScratch();
  }

  view<A extends FloatArrayConstructor>(type: A, address: Address, length: number): InstanceType<A> {
    return new type(this.#memory.buffer, address, length) as InstanceType<A>;
  }

  bytes(address: Address, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer as ArrayBuffer, address, length);
  }

  #take(bytes: number): Address {
    // Beyond 2 GiB an address would not fit the module's; asking would wrap around to a small number.
    const address = bytes <= MOST_BYTES ? this.#bindings.allocate(bytes) : 0;
    if (address === 0) {
      const size = bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
      throw new ActivationError(
        "too-large",
        `this needs ${size} of WebAssembly memory, more than there is left: work in smaller pieces, or free arrays`,
      );
    }
    return address;
  }

  #dropScratch(): void {
    if (this.#scratch !== 0) this.#bindings.release(this.#scratch);
    this.#scratch = 0;
    this.#scratchBytes = 0;
  }

  #register(type: FloatArrayConstructor, block: Block): FloatArray {
    const array = this.view(type, block.address, block.length);
    this.#blocks.set(array, block);
    return array;
  }
}
