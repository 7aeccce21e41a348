import type { Activation } from "../../engine/index.js";
import { type Job, type Outcome, work } from "./work.js";
import type { Answer, Order } from "./worker.js";
import workerAddress from "./worker.ts?worker&url";

/** Up to so many pixels are computed at once: some milliseconds. */
export const AT_ONCE = 1 << 16;
/** How long the page may stand still where there is no worker, in ms. */
const SLICE = 12;
/** A worker that has not said anything by then never will: a policy has refused it without telling. */
const PATIENCE = 8000;

export function runAtOnce(engine: Activation, job: Job): Outcome {
  const steps = work(engine, job);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Resolves after the browser has had its turn. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Without a worker: in slices, between which the page draws and listens. */
async function runInSlices(
  engine: Activation,
  job: Job,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const steps = work(engine, job);
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    progress(step.value);
    await breath();
    signal.throwIfAborted();
    began = performance.now();
  }
}

/**
 * A worker from our own script: as it is where the page is of the same origin, otherwise through a blob of the page's
 * own that imports it. Undefined where the page allows neither.
 */
async function startWorker(signal: AbortSignal): Promise<Worker | undefined> {
  const address = new URL(workerAddress, import.meta.url).href;
  const sameOrigin = new URL(address).origin === location.origin;
  const starts: (() => [address: string, release: () => void])[] = [
    ...(sameOrigin ? [(): [string, () => void] => [address, () => undefined]] : []),
    () => {
      const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
      return [blob, () => URL.revokeObjectURL(blob)];
    },
  ];
  for (const start of starts) {
    const [from, release] = start();
    try {
      const worker = new Worker(from, { type: "module" });
      const ready = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), PATIENCE);
        const settle = (good: boolean) => {
          clearTimeout(timer);
          resolve(good);
        };
        worker.onmessage = () => settle(true);
        worker.onerror = (event) => {
          event.preventDefault();
          settle(false);
        };
        signal.addEventListener("abort", () => settle(false), { once: true });
      });
      if (ready && !signal.aborted) return worker;
      worker.terminate();
      signal.throwIfAborted();
    } catch {
      signal.throwIfAborted();
    } finally {
      release();
    }
  }
  return undefined;
}

function runInWorker(
  worker: Worker,
  order: Order,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.type === "progress") progress(data.done);
      else if (data.type === "done") resolve(data.outcome);
      else if (data.type === "failed") reject(new Error(data.message));
    };
    worker.onerror = ({ message }) => reject(new Error(message || "the worker stopped"));
    // Everything is copied: after a cancel the page still has the picture.
    worker.postMessage(order);
  });
}

/** The work beside the page, if the page allows it; the worker is gone when it is done, has failed or is aborted. */
export async function run(
  engine: Activation,
  job: Job,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  const worker = await startWorker(signal);
  if (!worker) return runInSlices(engine, job, progress, signal);
  try {
    return await runInWorker(worker, { module: engine.module, job }, progress, signal);
  } finally {
    worker.terminate();
  }
}
