import type { Activation } from "../engine/index.js";
import { engineStarted } from "../engine-start.js";
import { copyText } from "../page/copy.js";
import { wholeProgram } from "./whole-program.js";

interface Program {
  readonly run: (act: Activation) => string;
  /** Whether it needs more than the functions: networks, random numbers and the like. */
  readonly whole?: boolean;
}

/** One small program for each chapter: what its listing prints, computed by the engine. */
const programs = import.meta.glob<Program>("./programs/[0-9]*.ts");

/** The functions are there first; the rest is loaded by the first program that needs it. */
async function engineFor({ whole }: Program): Promise<Activation> {
  if (!whole) return (await engineStarted) as Activation;
  const { load } = await import("../engine/index.js");
  return load();
}

const LABEL_FOR = 1600;

/** The buttons copy programs that run by themselves. */
export function bindCopyButtons(): void {
  const listings = [...document.querySelectorAll<HTMLElement>(".listing")];
  const codes = () => listings.map((listing) => listing.querySelector("code")?.textContent ?? "");
  listings.forEach((listing, i) => {
    const button = listing.querySelector("button") as HTMLButtonElement;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const copied = await copyText(wholeProgram(codes(), i), listing.querySelector("code"));
      button.textContent = copied ? "Copied" : "Selected: copy it";
      setTimeout(() => {
        button.textContent = words;
      }, LABEL_FOR);
    });
  });
}

async function compute(chapter: HTMLElement): Promise<void> {
  const program = programs[`./programs/${chapter.dataset.chapter}.ts`];
  const shown = chapter.querySelector("samp");
  const note = chapter.querySelector(".computed");
  if (!program || !shown || !note) return;
  const loaded = await program();
  shown.textContent = loaded.run(await engineFor(loaded));
  note.textContent = "computed just now, in your browser";
}

/** Outputs are computed as they come near; until then, and if that fails, they are what the core gave at build time. */
export function computeOutputs(): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        compute(target.closest("[data-chapter]") as HTMLElement).catch((error) =>
          console.error("An output could not be computed anew", error),
        );
      }
    },
    { rootMargin: "300px 0px" },
  );
  for (const output of document.querySelectorAll(".output")) near.observe(output);
}
