import { css } from "lit";

/** The plot and what stands around it. */
export const plotStyles = css`
  :host([height]) {
    display: flex;
  }
  .frame {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  curve-plot {
    --plot-height: 280px;
  }
  curve-plot[fill] {
    flex: 1;
    min-height: 180px;
  }
  .readout {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    margin-top: 6px;
  }
  .readout li {
    display: flex;
    align-items: baseline;
    gap: 8px;
    white-space: nowrap;
  }
  .readout i {
    align-self: center;
    width: 9px;
    height: 9px;
    border-radius: 3px;
  }
  .readout span {
    color: var(--soft);
  }
  .readout b {
    display: inline-block;
    min-width: 7ch;
    color: var(--ink);
    font-weight: 600;
    text-align: right;
  }
  .choose {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 10px;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 10px 28px;
    margin-top: 10px;
  }
  .sliders {
    flex: 1 1 260px;
    min-width: 0;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: 6px 28px;
    max-width: 560px;
  }
  .open {
    margin-left: auto;
    font-size: 12px;
    color: var(--soft);
  }
  .open:not(:hover) {
    text-decoration-color: var(--edge);
  }
  .problems {
    margin-top: 8px;
  }
  @container (max-width: 480px) {
    curve-plot {
      --plot-height: 220px;
    }
  }
`;

/** A parameter's slider in the colour of its curve. */
export const sliderStyles = css`
  .parameter label {
    overflow-wrap: anywhere;
    display: block;
    white-space: nowrap;
  }
  .parameter label i {
    font-family: Cambria, Georgia, "Times New Roman", serif;
    font-size: 17px;
  }
  .parameter label span {
    margin-left: 4px;
    color: var(--soft);
    font-size: 13px;
  }
  .parameter-row {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .parameter input[type="range"] {
    flex: 1;
    appearance: none;
    background: none;
  }
  .parameter input[type="range"]::-webkit-slider-runnable-track {
    height: 5px;
    border-radius: 3px;
    background: linear-gradient(to right, var(--accent) var(--filled), var(--edge) var(--filled));
  }
  .parameter input[type="range"]::-moz-range-track {
    height: 5px;
    border-radius: 3px;
    background: linear-gradient(to right, var(--accent) var(--filled), var(--edge) var(--filled));
  }
  .parameter input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    width: 20px;
    height: 20px;
    margin-top: -7.5px;
    border: 2.5px solid var(--accent);
    border-radius: 50%;
    background: var(--paper);
  }
  .parameter input[type="range"]::-moz-range-thumb {
    width: 15px;
    height: 15px;
    border: 2.5px solid var(--accent);
    border-radius: 50%;
    background: var(--paper);
  }
`;
