import { Activation } from "../../engine/activation.js";
import createModule from "../../engine/generated/activation.mjs";
import { instantiate } from "../../engine/module.js";
import { type Job, type Outcome, work } from "./work.js";

export interface Order {
  readonly module: WebAssembly.Module;
  readonly job: Job;
}

export type Answer =
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "done"; readonly outcome: Outcome }
  | { readonly type: "failed"; readonly message: string };

/** What of `self` is used: the page's types have no worker's. */
interface Worker {
  postMessage(answer: Answer, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
}
const worker = self as unknown as Worker;

/** A buffer once, however many arrays lie over it. */
const buffersOf = ({ pixels, convolved, activated, previews }: Outcome): Transferable[] => {
  const arrays = [pixels, convolved, activated, ...Object.values(previews).map(({ values }) => values)];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
};

worker.onmessage = async ({ data: { module, job } }) => {
  try {
    const steps = work(new Activation(await instantiate(createModule, module)), job);
    let step = steps.next();
    for (; !step.done; step = steps.next()) worker.postMessage({ type: "progress", done: step.value });
    worker.postMessage({ type: "done", outcome: step.value }, buffersOf(step.value));
  } catch (error) {
    worker.postMessage({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
worker.postMessage({ type: "ready" });
