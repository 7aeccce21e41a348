import { css } from "lit";

export const styles = css`
  .demo {
    display: grid;
    gap: 14px;
    position: relative;
    /* It has the focus only so that a paste arrives here after a click anywhere in it. */
    outline: none;
  }
  .demo.dropping::after {
    content: "Drop a picture";
    position: absolute;
    z-index: 3;
    inset: -4px;
    display: grid;
    place-items: center;
    border: 2px dashed var(--focus);
    border-radius: 12px;
    background: color-mix(in srgb, var(--paper) 82%, transparent);
    font-size: 16px;
    font-weight: 600;
  }
  .controls {
    display: grid;
    gap: 12px 20px;
    grid-template-columns: minmax(0, 1fr);
  }
  fieldset {
    min-width: 0;
    padding: 10px 12px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  legend {
    padding: 0 5px;
    margin-left: -5px;
  }
  fieldset > * + * {
    margin-top: 8px;
  }
  fieldset > legend + * {
    margin-top: 0;
  }
  .row label {
    display: inline-flex;
    align-items: center;
    gap: 7px;
  }
  label.button:hover {
    background: var(--well);
  }
  .kernel {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(44px, 62px));
    gap: 4px;
    padding: 2px;
  }
  .kernel .number,
  .kernel .number input {
    width: 100%;
  }
  .kernel .number input {
    padding: 0 4px;
    text-align: center;
  }
  .kernel .field-error:not(:empty) {
    right: auto;
    left: 0;
  }
  .scroll {
    padding-bottom: 2px;
  }
  summary {
    cursor: pointer;
    color: var(--soft);
    font-size: 13px;
  }
  details textarea {
    margin-top: 6px;
    max-width: 420px;
    font-family: var(--mono);
    font-size: 13px;
  }
  .camera {
    display: grid;
    gap: 10px;
    justify-items: start;
  }
  video {
    display: block;
    width: min(100%, 420px);
    aspect-ratio: 4 / 3;
    border-radius: 8px;
    background: var(--well);
    object-fit: contain;
  }
  .panels {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
  }
  .panel {
    display: grid;
    grid-template-rows: auto auto minmax(26px, auto) auto;
    gap: 6px;
    align-content: start;
    min-width: 0;
  }
  .panel header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 30px;
    gap: 8px;
  }
  .cells {
    display: grid;
    border: 1px solid var(--edge);
    border-radius: 6px;
    overflow: hidden;
    touch-action: manipulation;
    cursor: crosshair;
    container-type: inline-size;
  }
  .cells [role="row"] {
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
  }
  .cells span {
    display: grid;
    place-items: center;
    aspect-ratio: 1;
    overflow: hidden;
    /* “−2.45” takes three ems at most, and a tenth of the cell stays free. */
    font-size: clamp(7px, calc(30cqi / var(--columns)), 13px);
    letter-spacing: -0.03em;
    user-select: none;
    line-height: 1;
  }
  .cells .lit {
    outline: 2px solid var(--mark);
    outline-offset: -2px;
  }
  .surface {
    position: relative;
    border: 1px solid var(--edge);
    border-radius: 6px;
    overflow: hidden;
    background: var(--paper);
    cursor: crosshair;
    touch-action: pan-y pinch-zoom;
  }
  .surface canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .surface canvas.coarse {
    image-rendering: pixelated;
  }
  .frame {
    position: absolute;
    translate: -50% -50%;
    border: 2px solid var(--mark);
    box-shadow: 0 0 0 1px var(--paper);
    border-radius: 2px;
    pointer-events: none;
  }
  .legend {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--soft);
    font-size: 12px;
  }
  .legend span:first-child {
    min-width: 6ch;
    text-align: right;
  }
  .legend span:last-child {
    min-width: 6ch;
  }
  .ramp {
    flex: 1;
    height: 10px;
    border: 1px solid var(--line);
    border-radius: 5px;
  }
  .greys {
    background: linear-gradient(to right, #000, #fff);
  }
  .sum {
    display: grid;
    gap: 8px;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--stage);
    min-height: 200px;
    align-content: start;
  }
  .factors {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 16px;
  }
  .times {
    margin-bottom: 3em;
    font-size: 18px;
    color: var(--soft);
  }
  figure {
    width: min-content;
  }
  figcaption {
    min-height: 2.9em;
    margin-top: 4px;
    color: var(--soft);
    font-size: 12px;
  }
  .patch {
    display: inline-grid;
    grid-template-columns: repeat(var(--columns), clamp(27px, calc((100cqi - 120px) / 2 / var(--columns)), 42px));
    border: 2px solid var(--mark);
    border-radius: 6px;
    overflow: hidden;
    font-size: 12px;
  }
  .patch span {
    display: grid;
    place-items: center;
    height: 30px;
  }
  .weights span {
    box-shadow: 0 0 0 0.5px var(--line);
  }
  .padding,
  .hatched {
    background: repeating-linear-gradient(
      45deg,
      transparent 0 4px,
      color-mix(in srgb, var(--soft) 22%, transparent) 4px 5px
    );
  }
  .hatched {
    padding: 0 2px;
    border-radius: 3px;
  }
  .terms {
    overflow-wrap: anywhere;
    line-height: 1.7;
  }
  .term {
    white-space: nowrap;
  }
  .terms strong {
    font-size: 15px;
  }
  .status {
    margin-block: -8px;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
    min-height: 34px;
  }
  progress {
    flex: 1;
    min-width: 120px;
  }
  :host {
    --mark: light-dark(#0f7b3f, #4ade80);
  }
  @container (min-width: 720px) {
    .controls {
      grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr);
    }
    .status {
      margin-block: 8px 0;
    }
    .panels {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (max-width: 480px) {
    .patch {
      font-size: 11px;
    }
  }
`;
