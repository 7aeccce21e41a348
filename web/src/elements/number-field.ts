import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { parseNumber, plain, withMinus } from "../state/numbers.js";

export interface NumberField {
  readonly id: string;
  /** For messages: "x", "alpha". */
  readonly name: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly label?: string;
  /** Takes whole numbers only. */
  readonly whole?: boolean;
  /** Arrow up and down change the number by this; without it they do nothing. */
  readonly step?: number;
  /** Where the field is, if not in the document itself: the shadow root of an element. */
  readonly root?: DocumentOrShadowRoot & ParentNode;
  /** More than limits: a sentence that says what is wrong, or nothing. */
  readonly refuse?: (value: number) => string | undefined;
  onNumber(value: number): void;
}

/** What may still become a number: "", "−", "1e−". */
const BEGINNING = /^\s*[+\-−]?(\d*[.,]?\d*e[+\-−]?)?\.?$/i;

const limits = ({ minimum, maximum, whole }: NumberField) =>
  Math.abs(minimum) >= 1e100 || Math.abs(maximum) >= 1e100
    ? "a number like −1.5 or 2e3"
    : `a ${whole ? "whole " : ""}number from ${withMinus(plain(minimum))} to ${withMinus(plain(maximum))}`;

function problemOf(field: NumberField, text: string): string | undefined {
  const value = parseNumber(text);
  const partial = field.whole && !Number.isInteger(value);
  if (value === undefined || value < field.minimum || value > field.maximum || partial) {
    return `${field.name} must be ${limits(field)}`;
  }
  return field.refuse?.(value);
}

/**
 * A text field for a number. It takes effect while it is typed, as soon as it is a number; what is not one stays there
 * to be mended, with a message beneath, and nothing else changes. Leaving the field keeps the text and the message.
 */
export function numberField(field: NumberField): TemplateResult {
  const error = `${field.id}-error`;
  const show = (input: HTMLInputElement, problem: string | undefined) => {
    input.setCustomValidity(problem ?? "");
    input.setAttribute("aria-invalid", problem ? "true" : "false");
    const message = input.parentElement?.querySelector(".field-error");
    if (message) message.textContent = problem ?? "";
  };
  const onInput = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const problem = problemOf(field, input.value);
    // The beginning of a number is no mistake yet; leaving it so is.
    const begun = event.type === "input" && BEGINNING.test(input.value);
    show(input, begun ? undefined : problem);
    const value = parseNumber(input.value);
    if (!problem && value !== undefined && value !== field.value) field.onNumber(value);
  };
  const onKey = (event: KeyboardEvent) => {
    const input = event.target as HTMLInputElement;
    if (event.key === "Escape") {
      input.value = withMinus(plain(field.value));
      show(input, undefined);
    } else if (field.step && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      const next = field.value + (event.key === "ArrowUp" ? field.step : -field.step);
      const rounded = Number(next.toPrecision(12));
      field.onNumber(Math.min(field.maximum, Math.max(field.minimum, rounded)));
      show(input, undefined);
    }
  };
  return html`<span class="number">
    <input
      id=${field.id}
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      aria-label=${field.label ?? nothing}
      aria-describedby=${error}
      .value=${live(shownText(field))}
      @input=${onInput}
      @change=${onInput}
      @keydown=${onKey}
    /><span id=${error} class="field-error" role="alert"></span>
  </span>`;
}

/** While someone types in the field its text stays theirs: "1." must not become "1" under the cursor. */
function shownText(field: NumberField): string {
  const root = field.root ?? document;
  const input = root.querySelector(`#${CSS.escape(field.id)}`);
  if (input instanceof HTMLInputElement) {
    const typed = parseNumber(input.value);
    if (input === root.activeElement && typed === field.value) return input.value;
    if (input.getAttribute("aria-invalid") === "true") return input.value;
  }
  return withMinus(plain(field.value));
}
