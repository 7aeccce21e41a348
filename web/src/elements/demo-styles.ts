import { css } from "lit";

/** The look that all embeddable elements share. Colours follow the element's colour scheme, whoever decided it. */
export const demoStyles = css`
  :host {
    --ink: light-dark(#1c2230, #e8ebf1);
    --soft: light-dark(#5f6779, #9aa3b2);
    --line: light-dark(#e3e6ec, #2b313c);
    --edge: light-dark(#c9ced8, #434b59);
    --paper: light-dark(#ffffff, #14181f);
    --stage: light-dark(#fbfbfd, #11141a);
    --well: light-dark(#f3f5f9, #1d222b);
    --link: light-dark(#2557cf, #8db2ff);
    --focus: light-dark(#2f62dd, #7ba7ff);
    --alarm: light-dark(#b3261e, #ff9d94);
    --good: light-dark(#0b7a56, #43d09f);
    --positive: light-dark(#2f62dd, #7ba7ff);
    --negative: light-dark(#c44a14, #ff8d5c);
    --chosen: light-dark(#e8effe, #24314d);
    --on-chosen: light-dark(#1e4bb8, #b3ccff);
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--ink);
    font:
      14px / 1.45 system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Noto Sans",
      sans-serif;
    font-variant-numeric: tabular-nums;
    text-align: start;
    letter-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  table {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h3,
  h4,
  legend,
  .heading {
    font-size: 13px;
    font-weight: 600;
  }
  a {
    color: var(--link);
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  button,
  .button,
  select,
  textarea,
  input:not([type="range"], [type="checkbox"], [type="radio"], [type="file"]) {
    min-height: 32px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
  }
  button,
  .button {
    padding: 0 12px;
    white-space: nowrap;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
  }
  .button:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  button:hover:enabled {
    background: var(--well);
  }
  button:disabled {
    color: var(--soft);
    cursor: default;
  }
  button[aria-pressed="true"],
  button[aria-checked="true"] {
    border-color: transparent;
    background: var(--chosen);
    color: var(--on-chosen);
    font-weight: 600;
  }
  button.quiet {
    min-height: 26px;
    padding: 0 8px;
    border-color: transparent;
    background: none;
    color: var(--soft);
    font-size: 12px;
  }
  select {
    padding: 0 8px;
    max-width: 100%;
  }
  textarea {
    display: block;
    width: 100%;
    padding: 7px 9px;
    resize: vertical;
  }
  input[type="range"],
  input[type="checkbox"],
  input[type="radio"],
  progress {
    accent-color: var(--focus);
  }
  input[type="range"] {
    width: 100%;
    min-width: 60px;
    margin: 0;
    height: 28px;
    cursor: pointer;
  }
  .number {
    position: relative;
    display: inline-block;
  }
  .number input {
    width: 78px;
    padding: 0 8px;
    text-align: right;
    text-overflow: ellipsis;
  }
  [aria-invalid="true"] {
    border-color: var(--alarm) !important;
    outline-color: var(--alarm) !important;
  }
  .field-error:not(:empty) {
    position: absolute;
    z-index: 2;
    top: calc(100% + 4px);
    right: 0;
    width: max-content;
    max-width: 220px;
    padding: 5px 9px;
    border: 1px solid var(--alarm);
    border-radius: 7px;
    background: var(--paper);
    color: var(--alarm);
    font-size: 12px;
    text-align: start;
    white-space: normal;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: 5px 8px;
    border-bottom: 1px solid var(--line);
    text-align: right;
    font-weight: 400;
  }
  thead th {
    color: var(--soft);
    font-size: 12px;
  }
  th:first-child {
    text-align: left;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
  }
  .stack {
    display: grid;
    gap: 14px;
    min-width: 0;
  }
  .soft {
    color: var(--soft);
  }
  .note {
    color: var(--soft);
    font-size: 13px;
  }
  .error {
    color: var(--alarm);
    font-size: 13px;
  }
  .mono {
    font-family: var(--mono);
    font-size: 13px;
  }
  .scroll {
    overflow-x: auto;
  }
  .failure {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding: 14px 16px;
    border: 1px solid var(--edge);
    border-radius: 10px;
    background: var(--well);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    summary {
      padding-block: 10px;
      line-height: 20px;
    }
    button,
    button.quiet,
    .button,
    select,
    textarea,
    input:not([type="range"], [type="checkbox"], [type="radio"], [type="file"]) {
      min-height: 40px;
    }
    input[type="range"] {
      height: 40px;
    }
  }
`;
