const idle: (run: () => void) => void =
  typeof requestIdleCallback === "function"
    ? (run) => void requestIdleCallback(run, { timeout: 300 })
    : (run) => void setTimeout(run, 30);

/** Runs the last thing that it was given once nothing new has come for a while and the page is idle: typing comes first. */
export class Later {
  readonly #quiet: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** quiet: how long nothing new must have come, in ms. */
  constructor(quiet: number) {
    this.#quiet = quiet;
  }

  run(what: () => void): void {
    this.stop();
    const turn = this.#turn;
    this.#timer = setTimeout(() => {
      idle(() => {
        if (turn === this.#turn) what();
      });
    }, this.#quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }
}
