import { html, nothing, render, type TemplateResult } from "lit";
import tested from "../../../tests/golden/digest.txt?raw";
import type { DigestStep } from "../engine/index.js";

/** What every build was tested to give, whatever compiler, browser or machine. */
const EXPECTED = tested.trim();

let running: AbortController | undefined;

const breath = () => new Promise((resolve) => setTimeout(resolve));

function verdict(digest: string, functions: number): TemplateResult {
  return digest === EXPECTED
    ? html`<p class="same">
        <b>The same to the last bit.</b> The results of all ${functions} functions here have the digest
        <code>${digest}</code>, which is that of the tested build.
      </p>`
    : html`<p class="other" role="alert">
        <b>This device computes something else.</b> The results of the ${functions} functions have the digest
        <code>${digest}</code> here, but <code>${EXPECTED}</code> in the tested build: do not trust these numbers to the
        last digit. Another browser, or a newer one, may be right.
      </p>`;
}

const progress = (done: number, all: number, name: string): TemplateResult =>
  html`<progress aria-label="Verifying" max=${all} value=${done}></progress>
    <p aria-hidden="true">${name}</p>`;

/** Boils the results of all functions down to one number, function by function, so that the page stays alive meanwhile. */
async function verify(place: HTMLElement, signal: AbortSignal): Promise<void> {
  // The module of the first curve has not all that is to be verified.
  const { load } = await import("../engine/index.js");
  const act = await load();
  const all = act.catalog.length;
  let last: DigestStep | undefined;
  let done = 0;
  for (const step of act.digests()) {
    last = step;
    done++;
    render(progress(done, all, act.catalog[done]?.name ?? ""), place);
    await breath();
    if (signal.aborted) return;
  }
  if (last) render(verdict(last.all, all), place);
}

/** What the button does: it starts, and while it runs it stops. Leaving the page stops too. */
export async function startOrStop(button: HTMLButtonElement, place: HTMLElement): Promise<void> {
  if (running) {
    running.abort();
    return;
  }
  const words = button.textContent;
  const run = new AbortController();
  running = run;
  addEventListener("pagehide", () => run.abort(), { signal: run.signal });
  button.textContent = "Stop";
  render(progress(0, 1, "Loading the whole engine"), place);
  try {
    await verify(place, run.signal);
    if (run.signal.aborted) render(nothing, place);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    render(html`<p class="other" role="alert"><b>It could not be verified.</b> ${message}.</p>`, place);
  } finally {
    button.textContent = words;
    running = undefined;
    run.abort();
  }
}
