// Runs in Node and in pages alike.
/**
 * One competitor in one race: `run` does the whole work `repeats` times over; the asynchronous ones return a promise.
 * @typedef {object} Runner
 * @property {string} name
 * @property {boolean} [composed] of several kernels, for want of one
 * @property {(repeats: number) => void | Promise<void>} run
 * @property {() => ArrayLike<number> | Promise<ArrayLike<number>>} output what the last run has computed
 * @property {() => void | Promise<void>} dispose
 */

/**
 * @typedef {object} Pace
 * @property {number} rounds
 * @property {number} sample ms that one sample takes at least, so that the clock's 0.1 ms do not matter
 * @property {number} warmUp ms
 */

/** @param {number} time */
export const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * @param {Runner} runner
 * @param {number} repeats
 */
async function timed(runner, repeats) {
  const begin = performance.now();
  const promise = runner.run(repeats);
  // Awaiting costs a turn of the microtask queue, which only those pay that ask for it.
  if (promise) await promise;
  return performance.now() - begin;
}

/** Shorter times than this tell little: the clock of a page moves in steps of 0.1 ms. */
const TELLING = 1;

/**
 * Runs until the optimizing compilers have had their chance, and returns how many repeats make a sample.
 * V8 compiles WebAssembly anew in the background once a function has run for a while: hence twice, with a pause.
 * @param {Runner} runner
 * @param {Pace} pace
 */
async function warm(runner, { sample, warmUp }) {
  let least = Number.POSITIVE_INFINITY;
  let repeats = 1;
  for (const share of [0.6, 0.4]) {
    let spent = 0;
    do {
      const time = await timed(runner, repeats);
      spent += time;
      if (time >= TELLING) least = Math.min(least, time / repeats);
      if (time < 2 * TELLING) repeats *= 2;
    } while (spent < warmUp * share || least === Number.POSITIVE_INFINITY);
    await pause(warmUp > 0 ? 15 : 0);
  }
  return Math.max(1, Math.ceil(sample / least));
}

/**
 * Milliseconds for one run of each, in every round. In a round all run in turn: A B C A B C.
 * @param {readonly Runner[]} runners
 * @param {Pace} pace
 * @returns {Promise<Record<string, number[]>>}
 */
export async function race(runners, pace) {
  const repeats = [];
  for (const runner of runners) repeats.push(await warm(runner, pace));
  /** @type {number[][]} */
  const times = runners.map(() => []);
  for (let round = 0; round < pace.rounds; round++) {
    for (const [i, runner] of runners.entries()) times[i].push((await timed(runner, repeats[i])) / repeats[i]);
    // Lets the browser do what it has put off.
    await pause(0);
  }
  return Object.fromEntries(runners.map(({ name }, i) => [name, times[i]]));
}
