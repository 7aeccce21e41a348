import { css } from "lit";

export const stackStyles = css`
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 24px;
  }
  .segmented {
    display: inline-flex;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--paper);
  }
  .segmented button {
    border: 0;
    border-radius: 7px;
  }
  .segmented button:not([aria-pressed="true"]) {
    background: none;
  }
  .layers {
    flex: 1 1 200px;
    display: flex;
    align-items: center;
    gap: 10px;
    max-width: 340px;
    white-space: nowrap;
  }
  .layers .now {
    min-width: 1ch;
    font-weight: 600;
  }
  .sketch {
    display: block;
    width: 100%;
    max-width: 600px;
    height: auto;
    aspect-ratio: 600 / 90;
    margin: 4px auto 0;
  }
  .wires {
    fill: none;
    stroke: var(--edge);
    stroke-width: 0.8;
  }
  .unit {
    fill: var(--paper);
    stroke: var(--soft);
    stroke-width: 1.6;
  }
  .curved {
    fill: var(--positive);
    stroke: var(--positive);
  }
  .chart {
    display: grid;
    grid-template-columns: 68px minmax(0, 1fr);
  }
  .chart svg {
    display: block;
    width: 100%;
    height: 220px;
  }
  .levels {
    position: relative;
  }
  .levels span {
    position: absolute;
    right: 8px;
    color: var(--soft);
    font-size: 12px;
    line-height: 16px;
    transform: translateY(-8px);
  }
  .chart path {
    fill: none;
    vector-effect: non-scaling-stroke;
  }
  .grid {
    stroke: var(--line);
  }
  .zero {
    stroke: var(--edge);
  }
  .line {
    stroke: var(--positive);
    stroke-width: 2.5;
    stroke-linejoin: round;
  }
  .axis {
    grid-column: 2;
    display: flex;
    justify-content: space-between;
    padding-top: 3px;
    color: var(--soft);
    font-size: 12px;
  }
  .verdict {
    min-height: 1.45em;
  }
  @container (max-width: 480px) {
    .segmented {
      display: flex;
      width: 100%;
    }
    .segmented button {
      flex: 1;
      padding: 0 4px;
    }
    .controls {
      gap: 8px 14px;
    }
    .layers {
      flex-basis: 170px;
    }
    .chart {
      grid-template-columns: 56px minmax(0, 1fr);
    }
    .chart svg {
      height: 180px;
    }
    .verdict {
      min-height: 2.9em;
    }
  }
`;
