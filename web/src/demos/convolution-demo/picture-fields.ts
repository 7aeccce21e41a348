import { html, nothing, type TemplateResult } from "lit";
import { numberField } from "../../elements/number-field.js";
import { PICTURES, SIZES } from "./pictures.js";

export const MOST_SEED = 2 ** 32 - 1;

/** A picture drawn by code: its name, pixels a side, and the seed of the random one. */
export interface Choice {
  readonly name: string;
  readonly side: number;
  readonly seed: number;
}

export interface PictureFields {
  readonly chosen: Choice;
  /** The person's own picture, if that is shown. */
  readonly own: { readonly title: string; readonly width: number; readonly height: number } | undefined;
  readonly root: ShadowRoot;
  onChoice(choice: Partial<Choice>): void;
  onFile(file: File | undefined): void;
  onPhoto(): void;
}

const chosenIn = (event: Event) => (event.target as HTMLSelectElement).value;

function sizeField({ chosen, onChoice }: PictureFields): TemplateResult {
  return html`<label
    >Size
    <select @change=${(event: Event) => onChoice({ side: Number(chosenIn(event)) })}>
      ${SIZES.map((one) => html`<option value=${one} .selected=${one === chosen.side}>${one} × ${one}</option>`)}
    </select></label
  >`;
}

function seedField({ chosen, root, onChoice }: PictureFields): TemplateResult {
  return html`<label
    >Seed
    ${numberField({
      id: "seed",
      root,
      name: "the seed",
      label: "Seed",
      value: chosen.seed,
      minimum: 0,
      maximum: MOST_SEED,
      step: 1,
      refuse: (value) => (Number.isInteger(value) ? undefined : "the seed must be a whole number"),
      onNumber: (seed) => onChoice({ seed }),
    })}</label
  >`;
}

export function pictureFields(fields: PictureFields): TemplateResult {
  const { chosen, own, onChoice, onFile, onPhoto } = fields;
  return html`<fieldset>
    <legend>Picture</legend>
    <div class="row">
      <label
        >Picture
        <select @change=${(event: Event) => onChoice({ name: chosenIn(event) })}>
          ${own ? html`<option value="" .selected=${true} disabled>${own.title}</option>` : nothing}
          ${PICTURES.map(
            ([one, title]) => html`<option value=${one} .selected=${!own && one === chosen.name}>${title}</option>`,
          )}
        </select></label
      >
      ${own ? html`<span class="soft">${own.width} × ${own.height}</span>` : sizeField(fields)}
      ${!own && chosen.name === "random" ? seedField(fields) : nothing}
    </div>
    <div class="row">
      <label class="button"
        >Open a picture…<input
          class="visually-hidden"
          type="file"
          accept="image/*"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            onFile(input.files?.[0]);
            // The same file again is a change too.
            input.value = "";
          }}
      /></label>
      <button type="button" @click=${onPhoto}>Take a photo</button>
    </div>
    <p class="note">
      Or drop a picture here, or paste one. Colours become brightness: 0.2126 red + 0.7152 green + 0.0722 blue (Rec.
      709). Nothing leaves this page.
    </p>
  </fieldset>`;
}
