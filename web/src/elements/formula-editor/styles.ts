import { css } from "lit";

export const styles = css`
  :host {
    --ink: light-dark(#1c2230, #e8ebf1);
    --soft: light-dark(#5f6779, #9aa3b2);
    --line: light-dark(#e3e6ec, #2b313c);
    --edge: light-dark(#c9ced8, #434b59);
    --paper: light-dark(#ffffff, #14181f);
    --well: light-dark(#f3f5f9, #1d222b);
    --alarm: light-dark(#b3261e, #ff9d94);
    --focus: light-dark(#2f62dd, #7ba7ff);
    display: block;
    position: relative;
    /* A page may cover the top of its window. */
    scroll-margin: calc(var(--covered, 0px) + 8px) 0 80px;
    color: var(--ink);
  }
  * {
    box-sizing: border-box;
  }
  label {
    display: block;
    margin-bottom: 4px;
    color: var(--soft);
    font-size: 12px;
  }
  /* The text and its marks lie on each other, letter on letter, and grow together. */
  .field {
    display: grid;
    border: 1px solid var(--edge);
    border-radius: 9px;
    background: var(--paper);
  }
  .field:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: -1px;
  }
  .field.wrong:not(:focus-within) {
    border-color: var(--alarm);
  }
  textarea,
  .marks {
    grid-area: 1 / 1;
    min-width: 0;
    min-height: 46px;
    max-height: 40dvh;
    margin: 0;
    padding: 11px 12px;
    border: 0;
    font:
      15px / 1.5 ui-monospace,
      "SF Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace;
    font-variant-ligatures: none;
    letter-spacing: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: break-word;
  }
  textarea {
    display: block;
    width: 100%;
    height: 100%;
    overflow: auto;
    resize: none;
    outline: none;
    background: none;
    color: inherit;
    scrollbar-width: none;
  }
  .marks {
    color: transparent;
    overflow: hidden;
    pointer-events: none;
    user-select: none;
  }
  mark {
    border-radius: 3px;
    background: light-dark(#fdeceb, #4a2523);
    color: inherit;
    text-decoration: underline wavy var(--alarm) 1.5px;
    text-decoration-skip-ink: none;
    text-underline-offset: 4px;
  }
  /* Room for a sentence at all times: nothing below moves when one comes or goes. */
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 4px 8px;
    min-height: 44px;
    padding: 6px 2px 0;
    color: var(--soft);
    font-size: 13px;
    line-height: 1.4;
  }
  .message.wrong {
    color: var(--alarm);
  }
  .message p {
    flex: 1 1 180px;
    margin: 0;
    overflow-wrap: anywhere;
  }
  button {
    flex: none;
    min-height: 28px;
    padding: 0 10px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  button:hover {
    background: var(--well);
  }
  button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  button code,
  .message code {
    font-size: 0.95em;
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
  .names {
    position: absolute;
    z-index: 3;
    top: calc(100% - 46px);
    left: 0;
    right: 0;
    max-height: 222px;
    margin: 0;
    padding: 4px;
    border: 1px solid var(--edge);
    border-radius: 9px;
    background: var(--paper);
    box-shadow: 0 8px 28px rgb(0 0 0 / 0.18);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    list-style: none;
  }
  .names[hidden] {
    display: none;
  }
  .names li {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-height: 32px;
    padding: 6px 9px;
    border-radius: 6px;
    cursor: pointer;
  }
  .names li[aria-selected="true"] {
    background: light-dark(#e8effe, #24314d);
  }
  .names code {
    font:
      14px / 1.4 ui-monospace,
      "SF Mono",
      Menlo,
      Consolas,
      "DejaVu Sans Mono",
      monospace;
  }
  .names span {
    min-width: 0;
    color: var(--soft);
    font-size: 12px;
    text-align: right;
  }
  .names li[aria-selected="true"] span {
    color: var(--ink);
  }
  @media (pointer: coarse) {
    /* Safari zooms into fields with smaller letters. */
    textarea,
    .marks {
      font-size: 16px;
    }
    button {
      min-height: 40px;
    }
    .names li {
      min-height: 44px;
      align-items: center;
    }
  }
`;
