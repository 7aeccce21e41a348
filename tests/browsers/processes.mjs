import { spawn } from "node:child_process";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Starts a program that runs until it is stopped, and at the latest as long as the tests do.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function start(program, args, options) {
  // A group of its own, so that what it starts in turn is stopped with it.
  const child = spawn(program, args, { ...options, detached: true });
  running.add(child);
  child.once("close", () => running.delete(child));
  // Without a listener an error would end the tests; whoever waits for the program notices that it is not there.
  child.on("error", () => {});
  return child;
}

/** @param {import("node:child_process").ChildProcess} child */
export function stop(child) {
  try {
    if (child.pid) process.kill(-child.pid, "SIGTERM");
  } catch {
    // It has ended by itself.
  }
}

const stopAll = () => running.forEach(stop);
process.on("exit", stopAll);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => {
    stopAll();
    process.kill(process.pid, signal);
  });
}
