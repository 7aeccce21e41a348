// What the set-up and build scripts say to the person in front of them: one calm line for each step, and for a step
// that fails its cause and its cure.

const interactive = process.stdout.isTTY === true;

/** An expected failure: what went wrong, the tool's own words, and what the person can do. */
export class Failure extends Error {
  /**
   * @param {string} what
   * @param {{ output?: string, cure?: string }} [details]
   */
  constructor(what, { output = "", cure = "" } = {}) {
    super(what);
    this.output = output;
    this.cure = cure;
  }
}

/** @param {string} line */
export const say = (line) => console.log(line);

/** @param {string} what */
export const done = (what) => say(`✓ ${what}`);

/** @param {number} since milliseconds, from performance.now() */
export function elapsed(since) {
  const seconds = (performance.now() - since) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Says what is being done, does it, and says what came of it: the text that `work` returns, and how long it took.
 * @template T
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} summary
 */
export async function step(doing, work, summary) {
  const begin = performance.now();
  if (interactive) process.stdout.write(`… ${doing}`);
  else say(`… ${doing}`);
  try {
    const result = await work();
    if (interactive) process.stdout.write("\r\x1b[K");
    done(`${summary(result)} (${elapsed(begin)})`);
    return result;
  } catch (error) {
    if (interactive) process.stdout.write("\n");
    throw error;
  }
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Failure)) {
    console.error(error);
    return;
  }
  const lines = [`✗ ${error.message}`];
  if (error.output.trim()) lines.push("", error.output.trim(), "");
  if (error.cure) lines.push(`→ ${error.cure}`);
  console.error(lines.join("\n"));
}

/**
 * Runs a script's main function and turns what it throws into words and an exit code.
 * @param {() => Promise<unknown>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
