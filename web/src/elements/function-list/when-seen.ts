import type { ActivationId } from "../../engine/index.js";

/** Seen this far before they are scrolled into the list's window. */
const NEAR = "160px 0px";

const idle: (run: (deadline: { timeRemaining(): number }) => void) => void =
  typeof requestIdleCallback === "function"
    ? (run) => void requestIdleCallback(run, { timeout: 400 })
    : (run) => void setTimeout(() => run({ timeRemaining: () => 5 }), 30);

/**
 * Which rows of a long list have been near its window: their sparklines are sampled, a few at a time, when the page has
 * nothing else to do. The curves of all functions take as long as a frame, and most are never looked at.
 */
export class WhenSeen {
  readonly #done = new Set<ActivationId>();
  readonly #waiting = new Set<ActivationId>();
  readonly #sample: (id: ActivationId) => void;
  readonly #sampled: () => void;
  #observer: IntersectionObserver | undefined;
  #due = false;

  constructor(sample: (id: ActivationId) => void, sampled: () => void) {
    this.#sample = sample;
    this.#sampled = sampled;
  }

  has(id: ActivationId): boolean {
    return this.#done.has(id);
  }

  /** Looks at the rows in here; `root` is what they scroll in. */
  observe(root: Element): void {
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const id = (target as HTMLElement).dataset.id as ActivationId;
          if (!isIntersecting || this.#done.has(id)) continue;
          this.#observer?.unobserve(target);
          this.#waiting.add(id);
        }
        this.#later();
      },
      { root, rootMargin: NEAR },
    );
    for (const row of root.querySelectorAll<HTMLElement>("[data-id]")) {
      if (!this.#done.has(row.dataset.id as ActivationId)) this.#observer.observe(row);
    }
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#waiting.clear();
  }

  #later(): void {
    if (this.#due || this.#waiting.size === 0) return;
    this.#due = true;
    idle((deadline) => {
      this.#due = false;
      for (const id of this.#waiting) {
        this.#waiting.delete(id);
        this.#sample(id);
        this.#done.add(id);
        if (deadline.timeRemaining() < 1) break;
      }
      this.#sampled();
      this.#later();
    });
  }
}
