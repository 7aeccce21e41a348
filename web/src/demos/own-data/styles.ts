import { css } from "lit";

export const styles = css`
  .demo {
    display: grid;
    gap: 16px;
    border-radius: 10px;
  }
  .demo.dropping {
    outline: 2px dashed var(--focus);
    outline-offset: 6px;
  }
  .entry {
    display: grid;
    gap: 8px;
  }
  textarea {
    min-height: 74px;
    font-family: var(--mono);
    font-size: 13px;
  }
  label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    min-height: 32px;
  }
  .status b {
    overflow-wrap: anywhere;
  }
  .problems {
    display: grid;
    gap: 2px;
    max-height: 132px;
    overflow-y: auto;
    padding: 8px 10px;
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 22px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  .choices select {
    max-width: 260px;
  }
  fieldset {
    min-width: 0;
  }
  legend {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  fieldset .row > label > span {
    color: var(--soft);
  }
  .histograms {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: start;
    gap: 18px;
  }
  .histogram {
    min-width: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 8px;
    margin-bottom: 6px;
    font-size: 13px;
  }
  .bars {
    position: relative;
    height: 130px;
    padding-top: 18px;
    border-bottom: 1px solid var(--edge);
  }
  .bars svg {
    display: block;
    width: 100%;
    height: 100%;
    fill: var(--positive);
  }
  .gradient .bars svg {
    fill: var(--good);
  }
  .before .bars svg {
    fill: var(--soft);
  }
  .zero {
    stroke: var(--edge);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
    fill: none;
  }
  .most {
    position: absolute;
    top: 0;
    left: 0;
    color: var(--soft);
    font-size: 11px;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--soft);
    font-size: 12px;
  }
  details .scroll {
    max-height: 240px;
    overflow: auto;
  }
  summary {
    width: max-content;
    padding: 4px 0;
    color: var(--soft);
    font-size: 12px;
    cursor: pointer;
  }
  .statistics {
    width: 100%;
  }
  .statistics th[scope="row"] {
    color: var(--soft);
  }
  details table {
    width: 100%;
  }
  @container (max-width: 620px) {
    .histograms {
      grid-template-columns: minmax(0, 1fr);
    }
    th,
    td {
      padding-inline: 4px;
    }
  }
  @media (pointer: coarse) {
    summary {
      padding: 11px 0;
    }
  }
`;
