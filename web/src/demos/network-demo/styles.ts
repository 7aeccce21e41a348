import { css } from "lit";

export const styles = css`
  .layers {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 12px;
    align-items: stretch;
  }
  .layers fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-width: 0;
    padding: 4px 12px 10px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .layers legend {
    padding: 0 5px;
    margin-left: -5px;
    color: var(--soft);
    font-weight: 600;
    font-size: 12px;
  }
  .units,
  .layer-count {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .units button,
  .layer-count button {
    width: 32px;
    padding: 0;
  }
  output {
    min-width: 2ch;
    text-align: center;
  }
  .parameter {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .parameter i {
    font-family: Cambria, Georgia, "Times New Roman", serif;
    font-size: 16px;
  }
  .parameter input {
    width: 66px;
  }
  .layer-count {
    padding-top: 10px;
  }
  .main {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(300px, 2fr);
    gap: 20px 28px;
    align-items: start;
  }
  .drawn {
    min-width: 0;
  }
  svg {
    display: block;
    width: 100%;
    margin-inline: auto;
    overflow: visible;
    font-size: 13px;
  }
  .figure {
    padding: 2px;
  }
  svg text {
    fill: var(--ink);
    text-anchor: middle;
  }
  svg .layer {
    fill: var(--soft);
    font-size: 12px;
    font-weight: 600;
  }
  line {
    stroke-opacity: 0.5;
    stroke-linecap: butt;
  }
  line.positive {
    stroke: var(--positive);
  }
  line.negative {
    stroke: var(--negative);
    stroke-dasharray: 6 3;
  }
  line.lit {
    stroke-opacity: 1;
  }
  .unit {
    cursor: pointer;
    outline: none;
  }
  .unit circle {
    fill: var(--paper);
    stroke: var(--edge);
    stroke-width: 1.5;
  }
  .unit:hover circle {
    stroke: var(--soft);
  }
  .unit.lit circle {
    fill: var(--chosen);
    stroke: var(--focus);
    stroke-width: 2;
  }
  .unit:focus-visible circle {
    stroke: var(--focus);
    stroke-width: 3.5;
  }
  .unit .name {
    font-size: 11px;
    fill: var(--soft);
  }
  .unit .value {
    font-size: 12.5px;
    font-weight: 600;
  }
  .unit .z {
    font-size: 11px;
    fill: var(--soft);
  }
  .labels text {
    font-size: 11px;
    stroke: var(--paper);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 2px 8px;
    margin-top: 10px;
  }
  .legend .line {
    width: 26px;
    border-top: 2.5px solid var(--positive);
  }
  .legend .line.negative {
    margin-left: 10px;
    border-top: 2.5px dashed var(--negative);
  }
  .aside {
    margin-left: 10px;
  }
  .panel {
    min-width: 0;
    padding: 12px 14px 10px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--stage);
  }
  .panel h3 {
    margin-bottom: 8px;
    color: var(--soft);
  }
  .panel h3 b {
    margin-left: 4px;
    color: var(--ink);
  }
  .panel p {
    margin-bottom: 8px;
  }
  .sum {
    line-height: 1.6;
  }
  .sum span {
    white-space: nowrap;
  }
  .panel table {
    width: 100%;
  }
  .panel td,
  .panel tbody th {
    padding: 3px 6px;
    border-bottom-color: transparent;
  }
  .panel thead th {
    padding: 3px 6px;
  }
  .panel tbody th {
    text-align: left;
  }
  .panel td:last-child,
  .panel th:last-child {
    padding-right: 0;
  }
  .panel .number {
    display: block;
  }
  .panel .number input {
    width: 100%;
    min-width: 110px;
  }
  .panel td:last-child {
    width: 182px;
  }
  .seed .number input {
    width: 120px;
  }
  code {
    font-family: var(--mono);
    font-size: 12px;
  }
  summary {
    width: max-content;
    padding: 4px 0;
    cursor: pointer;
    font-size: 13px;
    font-weight: 600;
  }
  .numbers td:nth-child(2) {
    text-align: left;
  }
  @container (max-width: 700px) {
    .main {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .units button,
    .layer-count button {
      width: 40px;
    }
    summary {
      padding: 10px 0;
    }
  }
`;
