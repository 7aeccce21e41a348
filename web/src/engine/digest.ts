import type { Core } from "./core.js";
import type { ActivationId } from "./generated/ids.js";

export interface DigestBindings {
  digestOf(fn: number): string;
  digestExtended(all: string, one: string): string;
}

export interface DigestStep {
  readonly id: ActivationId;
  /** Of this function. */
  readonly digest: string;
  /** Of the functions until here, this one included: in the last step, of the whole catalog. */
  readonly all: string;
}

/** The digest of no function. */
const NONE = `0x${"0".repeat(16)}`;

export function digestOf(core: Core, id: unknown): string {
  const { index } = core.catalogEntry("digest", id);
  try {
    return core.bindings.digestOf(index);
  } finally {
    core.memory.settle();
  }
}

export function* digestSteps(core: Core): Generator<DigestStep, void> {
  let all = NONE;
  for (const { id } of core.catalog) {
    const digest = digestOf(core, id);
    all = core.bindings.digestExtended(all, digest);
    yield { id: id as ActivationId, digest, all };
  }
}

export function digestOfAll(core: Core): string {
  let all = NONE;
  for (const step of digestSteps(core)) all = step.all;
  return all;
}
