import type { Activation, Classifier } from "../../engine/index.js";
import type { Examples } from "./examples.js";

export interface Settings {
  readonly epochs: number;
  readonly step: number;
  readonly l2: number;
}

export const SETTINGS: Settings = { epochs: 100, step: 2, l2: 0.001 };

/** The first piece is small, so that the time of one epoch is known; the others take about this long. */
const FIRST_EPOCHS = 10;
const PIECE_MS = 40;

/** Trains a classifier in pieces, a frame apart, so that the page stays responsive and the loss can be watched. */
export class Trainer {
  readonly #changed: () => void;
  #classifier: Classifier | undefined;
  #frame = 0;
  #done = 0;
  #wanted = 0;
  #milliseconds = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get classifier(): Classifier | undefined {
    return this.#classifier;
  }
  get running(): boolean {
    return this.#done < this.#wanted;
  }
  get epochs(): number {
    return this.#done;
  }
  /** Of work, without the frames between. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  /** Throws what the engine says of examples that it cannot use; the classifier before then stays. */
  start(engine: Activation, { texts, labels, heldOut }: Examples, { epochs, step, l2 }: Settings): void {
    const begin = performance.now();
    const classifier = engine.classifier({ texts, labels, ...(heldOut ? { heldOut } : {}), step, l2, epochs: 0 });
    this.stop();
    this.#classifier = classifier;
    this.#done = 0;
    this.#wanted = epochs;
    this.#milliseconds = performance.now() - begin;
    this.#piece(FIRST_EPOCHS);
  }

  /** Keeps what has been learned so far. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#wanted = this.#done;
  }

  /** Gives back what was learned. */
  release(): void {
    this.stop();
    this.#classifier = undefined;
  }

  #piece(epochs: number): void {
    const count = Math.min(epochs, this.#wanted - this.#done);
    const begin = performance.now();
    this.#classifier?.train(count);
    const time = performance.now() - begin;
    this.#milliseconds += time;
    this.#done += count;
    this.#changed();
    if (!this.running) return;
    const next = Math.max(1, Math.floor((PIECE_MS * count) / Math.max(time, 0.1)));
    this.#frame = requestAnimationFrame(() => this.#piece(next));
  }
}
