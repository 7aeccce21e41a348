import { css } from "lit";

export const productStyles = css`
  .controls {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: 8px 32px;
  }
  .controls label {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 12px;
  }
  .controls input {
    grid-column: 1 / -1;
  }
  .controls .now {
    font-weight: 600;
  }
  table {
    width: 100%;
    table-layout: fixed;
  }
  th:first-child {
    width: 116px;
    padding-left: 0;
    white-space: nowrap;
  }
  th:nth-child(2),
  td:nth-child(2) {
    width: 76px;
  }
  thead .bars {
    color: var(--soft);
    font-size: 12px;
    text-align: left;
  }
  tbody .bars {
    padding-block: 4px;
  }
  th:last-child,
  td:last-child {
    width: 104px;
    padding-right: 0;
  }
  .left {
    font-weight: 600;
    white-space: nowrap;
  }
  sup {
    line-height: 0;
  }
  tbody i {
    display: inline-block;
    width: 9px;
    height: 9px;
    margin-right: 8px;
    border-radius: 3px;
    background: var(--accent);
  }
  svg {
    display: block;
    width: 100%;
    height: 28px;
  }
  rect {
    fill: var(--accent);
  }
  .ground {
    stroke: var(--line);
    vector-effect: non-scaling-stroke;
  }
  @container (max-width: 480px) {
    th:first-child {
      width: 100px;
    }
    tbody i {
      margin-right: 6px;
    }
    th,
    td {
      padding-inline: 4px;
    }
    th:nth-child(2),
    td:nth-child(2) {
      width: 56px;
    }
    th:last-child,
    td:last-child {
      width: 82px;
    }
    thead .bars {
      font-size: 0;
    }
  }
`;
