import type { Activation } from "../../engine/index.js";

export interface Examples {
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  /** Which sentences were held out from the start; without it, a share of each class is. */
  readonly heldOut?: readonly boolean[];
}

/** The sentences that come with the page, of its own making; fetched when the classifier is first shown. */
export async function ownSentences(engine: Activation): Promise<Examples> {
  const { default: csv } = await import("./sentences.csv?raw");
  const rows = engine.table(csv, "comma").rows.slice(1);
  return {
    texts: rows.map(([text = ""]) => text),
    labels: rows.map(([, label = ""]) => label),
    heldOut: rows.map(([, , part]) => part === "held-out"),
  };
}
