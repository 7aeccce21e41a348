/** Keeps what was used last, so many of them, and tells of what it drops. */
export class Recent<Key, Value> {
  readonly #most: number;
  readonly #dropped: (value: Value) => void;
  /** In the order of their last use. */
  readonly #kept = new Map<Key, Value>();

  constructor(most: number, dropped: (value: Value) => void = () => undefined) {
    this.#most = most;
    this.#dropped = dropped;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** What is kept under this key, or is made for it. */
  get(key: Key, make: () => Value): Value {
    const value = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept;
    if (oldest && this.#kept.size > this.#most) {
      this.#kept.delete(oldest[0]);
      this.#dropped(oldest[1]);
    }
    return value;
  }
}
