import { css, unsafeCSS } from "lit";
import { schemeProbe } from "../scheme.js";

export const styles = css`
  :host {
    --ink: light-dark(#1c2230, #e8ebf1);
    --soft: light-dark(#5f6779, #9aa3b2);
    --line: light-dark(#dfe2e9, #333a47);
    --paper: light-dark(#ffffff, #171b22);
    --focus: light-dark(#2f62dd, #7ba7ff);
    ${unsafeCSS(schemeProbe)}
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-height: 30px;
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: flex;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    overflow: clip;
  }
  .chip:focus-within {
    overflow: visible;
  }
  button {
    display: flex;
    align-items: center;
    gap: 7px;
    min-height: 28px;
    padding: 0 9px;
    border: 0;
    border-radius: 7px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  button:hover {
    background: light-dark(#f0f2f6, #232934);
  }
  button:focus-visible,
  .grip:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .only {
    padding: 0 8px 0 4px;
    color: var(--soft);
    font-size: 12px;
  }
  .off {
    color: var(--soft);
    text-decoration: line-through;
  }
  .off svg {
    opacity: 0.35;
  }
  .panels {
    position: relative;
    display: grid;
    gap: 10px;
    padding-bottom: 26px;
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  figcaption {
    display: flex;
    align-items: baseline;
    gap: 8px;
    margin: 0 0 2px;
    font-size: 14px;
    font-weight: 600;
    white-space: nowrap;
  }
  figcaption span {
    color: var(--soft);
    font-size: 12px;
    font-weight: 400;
  }
  .how {
    margin-left: auto;
    padding-right: 14px;
  }
  .how::before {
    content: "drag to pan · scroll to zoom · double-click resets";
  }
  .plot {
    position: relative;
    height: var(--plot-height, 300px);
  }
  :host([gentle]) .how::before {
    content: "drag to pan · Ctrl + scroll to zoom · double-click resets";
  }
  :host([fill]) {
    display: flex;
    flex-direction: column;
  }
  :host([fill]) .panels {
    flex: 1;
    min-height: 0;
    grid-auto-rows: minmax(0, 1fr);
  }
  :host([fill]) figure {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  :host([fill]) .plot {
    flex: 1;
    min-height: 0;
    height: auto;
  }
  @container (max-width: 660px) {
    .how {
      display: none;
    }
  }
  canvas {
    display: block;
  }
  .surface {
    /* Until its chart is there and it has its place. */
    visibility: hidden;
    position: absolute;
    overflow: clip;
    touch-action: pan-y;
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .surface:active {
    cursor: grabbing;
  }
  .hair {
    position: absolute;
    top: 0;
    bottom: 0;
    left: 0;
    width: 0;
    border-left: 1.5px dashed light-dark(#8d95a5, #7d8696);
    margin-left: -0.75px;
    pointer-events: none;
  }
  .dot {
    position: absolute;
    top: 0;
    left: 0;
    width: 9px;
    height: 9px;
    margin: -5.5px 0 0 -5.5px;
    border: 1px solid var(--paper);
    border-radius: 50%;
    background: currentColor;
    pointer-events: none;
  }
  .grip {
    position: absolute;
    z-index: 1;
    /* Below the numbers of the last axis, where it hides nothing. */
    top: calc(100% + 1px);
    left: 0;
    display: grid;
    place-items: center;
    min-width: 44px;
    height: 24px;
    padding: 0 8px;
    box-sizing: border-box;
    border-radius: 12px;
    background: light-dark(#4d566a, #c3cad6);
    color: light-dark(#ffffff, #14181f);
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
    cursor: ew-resize;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  [hidden] {
    display: none;
  }
  .empty {
    position: absolute;
    inset: 30px 0 auto 58px;
    text-align: center;
    color: var(--soft);
    padding: 60px 20px;
  }
  @media (pointer: coarse) {
    .how::before,
    :host([gentle]) .how::before {
      content: "drag to pan · pinch to zoom";
    }
    button {
      min-height: 40px;
    }
    .grip {
      height: 32px;
      border-radius: 16px;
    }
    .panels {
      padding-bottom: 34px;
    }
  }
`;
