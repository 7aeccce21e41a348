import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ColumnsOptions } from "../../engine/index.js";

export interface EntryFields {
  readonly text: string;
  readonly options: ColumnsOptions;
  /** Whether what was given last could not be used. */
  readonly refused: boolean;
  onText(text: string): void;
  onPaste(event: ClipboardEvent): void;
  onFile(file: File | undefined): void;
  onOption(part: ColumnsOptions): void;
}

/** Where numbers come in, and how they are to be read. */
export function entryFields({
  text,
  options: given,
  refused,
  onText,
  onPaste,
  onFile,
  onOption,
}: EntryFields): TemplateResult {
  const { separator = "auto", header = "auto" } = given;
  const options = (values: readonly (readonly [string, string])[], now: string) =>
    values.map(([value, words]) => html`<option value=${value} .selected=${value === now}>${words}</option>`);
  const chosen = (event: Event) => (event.target as HTMLSelectElement).value;
  return html`<div class="entry">
      <label for="text">Your numbers, or CSV</label>
      <textarea
        id="text"
        rows="3"
        spellcheck="false"
        autocomplete="off"
        placeholder="1.5 -0.3 2e3 …"
        aria-describedby="privacy"
        aria-invalid=${refused ? "true" : "false"}
        .value=${live(text)}
        @input=${(event: Event) => onText((event.target as HTMLTextAreaElement).value)}
        @paste=${onPaste}
      ></textarea>
      <div class="row">
        <label class="button"
          >Open a file…<input
            class="visually-hidden"
            type="file"
            accept=".csv,.tsv,.txt,text/*"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              onFile(input.files?.[0]);
              // The same file again is a change too.
              input.value = "";
            }}
        /></label>
        <label
          >Between cells
          <select @change=${(event: Event) => onOption({ separator: chosen(event) as "auto" })}>
            ${options(
              [
                ["auto", "detected"],
                ["comma", "commas"],
                ["semicolon", "semicolons"],
                ["tab", "tabs"],
                ["space", "spaces"],
              ],
              separator,
            )}
          </select></label
        >
        <label
          >First row
          <select @change=${(event: Event) => onOption({ header: chosen(event) as "auto" })}>
            ${options(
              [
                ["auto", "detected"],
                ["with", "names"],
                ["without", "numbers"],
              ],
              header,
            )}
          </select></label
        >
      </div>
      <p id="privacy" class="note">
        Paste, type, or drop a file anywhere here: up to a million values. Nothing leaves this page.
      </p>
    </div>`;
}
