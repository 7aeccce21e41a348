import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { numberField } from "../../elements/number-field.js";
import {
  KERNEL_ROWS,
  KERNELS,
  type KernelChoice,
  kernelText,
  namedKernel,
  parseKernel,
  resized,
  withWeight,
} from "./kernels.js";

/** A message beneath a field that is not a number field; empty when all is well. */
function tell(field: HTMLElement, problem: string): void {
  field.setAttribute("aria-invalid", problem ? "true" : "false");
  const message = (field.getRootNode() as ShadowRoot).querySelector("#matrix-error");
  if (message) message.textContent = problem ? `${problem}.` : "";
}

/** The named kernels, a field for each weight, and the whole as text. */
export function kernelFields(
  kernel: KernelChoice,
  root: ShadowRoot,
  onKernel: (kernel: KernelChoice) => void,
): TemplateResult {
  const textarea = () => root.querySelector<HTMLTextAreaElement>("#matrix");
  const take = (text: string) => {
    const parsed = parseKernel(text);
    const field = textarea();
    if (field) tell(field, typeof parsed === "string" ? parsed : "");
    if (typeof parsed !== "string") onKernel(parsed);
    return parsed;
  };
  // A matrix pasted into the field of one number is meant for all of them.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/\S[\s,;]+\S/.test(text.trim())) return;
    event.preventDefault();
    const field = textarea();
    const parsed = take(text);
    if (typeof parsed !== "string" || !field) return;
    // What is wrong with it is shown where it can be mended.
    field.value = text;
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  };
  const chosen = (event: Event) => {
    const field = textarea();
    if (field) tell(field, "");
    return (event.target as HTMLSelectElement).value;
  };
  const typed = textarea();
  const kept = typed && (typed === root.activeElement || typed.getAttribute("aria-invalid") === "true");
  return html`<fieldset>
    <legend>Kernel</legend>
    <div class="row">
      <label
        >Kernel
        <select @change=${(event: Event) => onKernel(namedKernel(chosen(event)))}>
          ${kernel.name === "own" ? html`<option value="own" selected disabled>Your own</option>` : nothing}
          ${Object.entries(KERNELS).map(
            ([name, { title }]) => html`<option value=${name} .selected=${name === kernel.name}>${title}</option>`,
          )}
        </select></label
      >
      <label
        >Rows
        <select
          aria-label="Rows and columns of the kernel"
          @change=${(event: Event) => onKernel(resized(kernel, Number(chosen(event))))}
        >
          ${KERNEL_ROWS.map(
            (rows) => html`<option value=${rows} .selected=${rows === kernel.rows}>${rows} × ${rows}</option>`,
          )}
        </select></label
      >
    </div>
    <div class="scroll">
      <div class="kernel" role="group" aria-label="Weights" .style=${`--columns:${kernel.rows}`} @paste=${onPaste}>
        ${kernel.weights.map((value, i) => {
          const [row, column] = [Math.floor(i / kernel.rows) + 1, (i % kernel.rows) + 1];
          return numberField({
            id: `weight-${kernel.rows}-${i}`,
            root,
            name: "a weight",
            label: `Weight in row ${row}, column ${column}`,
            value,
            minimum: -1e6,
            maximum: 1e6,
            step: 1,
            onNumber: (weight) => onKernel(withWeight(kernel, i, weight)),
          });
        })}
      </div>
    </div>
    <details>
      <summary>As text</summary>
      <textarea
        id="matrix"
        rows=${kernel.rows}
        aria-label="The kernel as text, a line for each row"
        aria-describedby="matrix-error"
        spellcheck="false"
        autocomplete="off"
        .value=${kept && typed ? typed.value : live(kernelText(kernel))}
        @input=${(event: Event) => take((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p id="matrix-error" class="error" role="alert"></p>
    </details>
  </fieldset>`;
}
