import { css } from "lit";

export const softmaxStyles = css`
  .panel {
    display: grid;
    gap: 20px;
  }
  .entries {
    display: grid;
    gap: 6px;
  }
  .entry {
    display: grid;
    grid-template-columns: 92px minmax(60px, 1fr) auto minmax(80px, 1.4fr) 9ch 36px;
    align-items: center;
    gap: 6px 12px;
  }
  .panel.all .entry {
    grid-template-columns: 92px minmax(60px, 1fr) auto minmax(80px, 1fr) 23ch 36px;
  }
  .label {
    width: 100%;
    min-width: 0;
    padding: 0 8px;
  }
  .bar {
    height: 16px;
    border-radius: 4px;
    background: var(--well);
    overflow: hidden;
  }
  .bar span {
    display: block;
    height: 100%;
    width: var(--share);
    background: var(--positive);
  }
  .probability {
    text-align: right;
  }
  .entry button {
    padding: 0;
    width: 36px;
  }
  .sum {
    flex: 1;
    text-align: right;
    padding-inline-end: 48px;
    white-space: nowrap;
  }
  .temperature {
    display: grid;
    grid-template-columns: 92px minmax(60px, 1fr) auto;
    align-items: center;
    gap: 12px;
    max-width: 460px;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 20px;
  }
  .pair > * {
    align-content: start;
  }
  .pair table {
    width: 100%;
  }
  caption {
    padding-bottom: 6px;
    text-align: left;
  }
  tfoot th,
  tfoot td {
    border-bottom: 0;
    font-weight: 600;
  }
  .alarm {
    color: var(--alarm);
    font-weight: 600;
  }
  .heat td,
  .heat th {
    min-width: 26px;
    border: 0;
    text-align: center;
  }
  .heat [role="gridcell"] {
    height: 40px;
    min-width: 40px;
    border: 2px solid var(--stage);
    border-radius: 8px;
    background: color-mix(in srgb, var(--tint) var(--strength), var(--paper));
    cursor: default;
  }
  .heat [aria-selected="true"] {
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  .reading {
    display: grid;
    gap: 2px;
    min-height: 3.9em;
    align-content: start;
  }
  .text {
    display: grid;
    gap: 6px;
  }
  @container (max-width: 620px) {
    .entry,
    .panel.all .entry {
      grid-template-columns: 1fr auto 36px;
      padding-bottom: 8px;
      border-bottom: 1px solid var(--line);
    }
    .entry .slider {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .entry .bar {
      grid-column: 1;
      grid-row: 3;
    }
    .entry .probability {
      grid-column: 2 / -1;
      grid-row: 3;
    }
    .sum {
      padding: 0;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .entry button {
      width: 40px;
    }
  }
`;
