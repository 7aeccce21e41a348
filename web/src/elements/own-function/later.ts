const idle: (run: () => void) => number =
  typeof requestIdleCallback === "function"
    ? (run) => requestIdleCallback(run, { timeout: 300 })
    : (run) => Number(setTimeout(run, 60));
const cancel: (id: number) => void =
  typeof cancelIdleCallback === "function" ? cancelIdleCallback : (id) => clearTimeout(id);

/** Runs the last thing that it was given once the page has nothing else to do: typing and drawing come first. */
export class Later {
  #waiting: number | undefined;

  run(what: () => void): void {
    this.stop();
    this.#waiting = idle(() => {
      this.#waiting = undefined;
      what();
    });
  }

  stop(): void {
    if (this.#waiting !== undefined) cancel(this.#waiting);
    this.#waiting = undefined;
  }
}
