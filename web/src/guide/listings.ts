import type { Activation } from "../engine/index.js";
import { engineStarted } from "../engine-start.js";
import { copyText } from "../page/copy.js";
import { wholeProgram } from "./whole-program.js";

/** One small program for each chapter: what its listing prints, computed by the engine. */
const programs = import.meta.glob<{ run: (act: Activation) => string }>("./programs/[0-9]*.ts");

const LABEL_FOR = 1600;

/** The buttons copy programs that run by themselves. */
function bindCopyButtons(): void {
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
  const [{ run }, act] = await Promise.all([program(), engineStarted]);
  shown.textContent = run(act);
  note.textContent = "computed just now, in your browser";
}

/** Outputs are computed as they come near; until then, and if that fails, they are what the core gave at build time. */
function computeOutputs(): void {
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

export function bindListings(): void {
  bindCopyButtons();
  computeOutputs();
}
