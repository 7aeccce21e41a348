import { css } from "lit";

export const styles = css`
  .chooser {
    display: grid;
    grid-template-columns: minmax(220px, 1fr) minmax(0, 2fr);
    gap: 20px 32px;
    align-items: start;
  }
  .questions {
    display: grid;
    gap: 16px;
    justify-items: start;
  }
  .questions > button {
    margin-left: -8px;
  }
  .questions > button:disabled {
    visibility: hidden;
  }
  legend {
    padding: 0;
    margin-bottom: 4px;
    font-size: 14px;
  }
  label {
    display: flex;
    align-items: center;
    gap: 9px;
    min-height: 28px;
    cursor: pointer;
  }
  input[type="radio"] {
    width: 16px;
    height: 16px;
    margin: 0;
  }
  .answer {
    min-height: 200px;
    padding: 16px 18px 14px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--stage);
  }
  .waiting {
    padding: 4px 0;
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 20px;
  }
  h3 {
    margin-bottom: 6px;
    font-size: 20px;
  }
  h4 {
    margin: 16px 0 4px;
    color: var(--soft);
    font-size: 12px;
  }
  .curve {
    flex: none;
    display: grid;
    justify-items: center;
    gap: 2px;
    align-content: start;
    padding: 8px 8px 4px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--paper);
    font-size: 12px;
    text-decoration: none;
  }
  .curve:hover {
    border-color: var(--edge);
  }
  .curve svg {
    overflow: hidden;
    fill: none;
  }
  .axis {
    stroke: var(--edge);
    stroke-width: 1;
  }
  .line {
    stroke: var(--focus);
    stroke-width: 2.25;
    stroke-linejoin: round;
  }
  li + li {
    margin-top: 4px;
  }
  table {
    width: 100%;
  }
  th,
  td {
    padding: 4px 10px 4px 0;
    text-align: left;
    white-space: nowrap;
  }
  td:nth-child(2) {
    width: 100%;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  td:last-child {
    padding-right: 0;
  }
  code {
    font-family: var(--mono);
    font-size: 12.5px;
  }
  .note {
    margin-top: 6px;
  }
  @container (max-width: 640px) {
    .chooser {
      grid-template-columns: minmax(0, 1fr);
    }
    .head {
      flex-direction: column;
      gap: 12px;
    }
    .curve {
      align-self: start;
    }
  }
  @media (pointer: coarse) {
    label {
      min-height: 40px;
    }
    button.quiet {
      min-height: 40px;
    }
  }
`;
