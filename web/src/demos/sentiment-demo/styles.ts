import { css } from "lit";

export const sentimentStyles = css`
  .frame {
    display: grid;
    gap: 16px;
    min-width: 0;
  }
  .sentence {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 10px;
    font-weight: 600;
  }
  .sentence input {
    width: 100%;
    padding: 0 10px;
    font-weight: 400;
    font-size: 15px;
  }
  .tight {
    gap: 8px;
  }
  /* What is hidden in a table must scroll with it, or it widens the page. */
  .scroll {
    position: relative;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 20px 28px;
    align-items: start;
  }
  .columns > section {
    align-content: start;
  }
  @container (max-width: 760px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-height: 28px;
  }
  .chip {
    max-width: 100%;
    padding: 2px 10px;
    border: 1px solid var(--edge);
    border-radius: 14px;
    background: var(--well);
    overflow-wrap: anywhere;
  }
  .chip.unknown {
    border-style: dashed;
    background: none;
    color: var(--soft);
  }
  .mark {
    margin-inline-start: 4px;
    font-weight: 700;
  }

  .probabilities,
  .signed {
    width: 100%;
  }
  .probabilities {
    max-width: 640px;
  }
  .probabilities th:first-child {
    min-width: 76px;
    max-width: 160px;
    overflow-wrap: break-word;
  }
  .probabilities thead th:last-child {
    text-align: right;
  }
  .probabilities td:not(.track),
  .signed td:not(.track) {
    width: 76px;
  }
  .best th,
  .best td {
    font-weight: 650;
  }
  .track {
    width: 46%;
  }
  .controls button {
    min-width: 70px;
  }
  .track i {
    display: block;
    min-width: 1px;
    height: 14px;
    border-radius: 3px;
    background: var(--edge);
  }
  .best .track i {
    background: var(--positive);
  }
  .track.middle {
    background: linear-gradient(var(--edge), var(--edge)) center / 1px 70% no-repeat;
  }
  .track.middle i {
    margin-inline-start: 50%;
    min-width: 0;
    background: var(--positive);
  }
  .track.middle i.minus {
    background: var(--negative);
    transform: translateX(-100%);
  }
  details > summary {
    width: fit-content;
    padding: 4px 0;
    color: var(--link);
    cursor: pointer;
  }
  details[open] > summary {
    margin-bottom: 8px;
  }
  .sums {
    display: grid;
    gap: 6px;
    overflow-wrap: anywhere;
  }

  .fields th,
  .fields td {
    padding: 3px 4px;
    border: 0;
  }
  .fields thead th {
    text-align: right;
    padding-inline-end: 12px;
  }
  .fields th:first-child {
    padding-inline: 0 10px;
    text-align: left;
    max-width: 130px;
    overflow-wrap: break-word;
  }
  .fields .number input {
    width: 66px;
    padding: 0 7px;
  }
  .fields [id^="weight"] {
    width: 100px !important;
  }
  /* Two tables beside each other in little room, or one on a phone. */
  @container (min-width: 640px) and (max-width: 880px) {
    .fields .number input {
      width: 52px;
      padding: 0 5px;
    }
    .fields [id^="weight"] {
      width: 92px !important;
    }
    .fields button.quiet {
      min-width: 26px;
      padding: 0;
    }
  }
  @container (max-width: 430px) {
    .fields .number input {
      width: 48px;
      padding: 0 5px;
    }
    .fields [id^="weight"] {
      width: 88px !important;
    }
    .fields button.quiet {
      min-width: 26px;
      padding: 0;
    }
  }
  .word {
    width: 150px;
    padding: 0 10px;
  }

  .words {
    font-size: 17px;
    line-height: 2;
    overflow-wrap: anywhere;
  }
  .words > span,
  .legend > span {
    padding: 2px 5px;
    border-radius: 4px;
    text-decoration-line: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 4px;
  }
  .legend > span {
    --tint: 22%;
    color: var(--ink);
  }
  .for {
    background: color-mix(in srgb, var(--positive) var(--tint), transparent);
    text-decoration-color: var(--positive);
  }
  .against {
    background: color-mix(in srgb, var(--negative) var(--tint), transparent);
    text-decoration-color: var(--negative);
    text-decoration-style: wavy;
    text-decoration-thickness: 1px !important;
  }
  .unknown {
    text-decoration-color: var(--edge);
    text-decoration-style: dotted;
  }
  .words .visually-hidden {
    padding: 0;
  }

  .loss svg {
    display: block;
    width: 100%;
    max-width: 520px;
    height: auto;
  }
  .loss .grid {
    stroke: var(--line);
  }
  .loss .tick {
    fill: var(--soft);
    font-size: 11px;
  }
  .loss .line {
    fill: none;
    stroke: var(--positive);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .loss .line.held-out {
    stroke: var(--negative);
    stroke-dasharray: 6 4;
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key i {
    width: 22px;
    border-top: 2px solid var(--positive);
  }
  .key i.held-out {
    border-top: 2px dashed var(--negative);
  }
  .key b {
    color: var(--ink);
  }

  .confusion caption {
    padding-bottom: 6px;
    color: var(--soft);
    font-size: 12px;
    text-align: start;
  }
  .confusion tbody td {
    min-width: 56px;
    background: color-mix(in srgb, var(--negative) var(--tint), transparent);
  }
  .confusion tbody td.right {
    background: color-mix(in srgb, var(--positive) var(--tint), transparent);
    font-weight: 650;
  }
  .accuracy {
    color: var(--ink);
    font-size: 17px;
  }
  .setting {
    gap: 8px;
  }
  .controls .number input {
    width: 70px;
  }
  .own {
    padding: 6px 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
  }
  .own.over {
    border: 1px dashed var(--focus);
    background: var(--chosen);
  }
  .own .file {
    display: inline-flex;
    align-items: center;
    border: 1px solid var(--edge);
  }
  .own .file:focus-within {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  .complaints {
    display: grid;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse) {
    button.quiet {
      min-width: 40px;
      min-height: 40px;
    }
    .fields td:last-child {
      padding-inline: 0;
    }
    details > summary {
      padding: 10px 0;
    }
  }
`;
