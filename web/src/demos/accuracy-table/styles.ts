import { css } from "lit";

export const accuracyStyles = css`
  table {
    width: 100%;
  }
  th,
  td {
    padding: 9px 16px 9px 0;
    text-align: left;
    vertical-align: top;
  }
  :is(th, td):last-child {
    padding-right: 0;
  }
  tbody th {
    font-weight: 600;
  }
  tbody th span {
    display: block;
    color: var(--soft);
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  code {
    display: block;
    margin-bottom: 3px;
    color: var(--soft);
    font: 12.5px / 1.45 var(--mono);
    overflow-wrap: anywhere;
  }
  b {
    display: block;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  small {
    font-size: 12.5px;
    color: var(--soft);
  }
  small span {
    white-space: nowrap;
  }
  .here b {
    color: var(--good);
  }
  [data-right="false"] .textbook b {
    color: var(--alarm);
  }
  @container (min-width: 561px) {
    table {
      table-layout: fixed;
    }
    thead th:first-child {
      width: 25%;
    }
    thead th:last-child {
      width: 31%;
    }
  }
  /* Beside each other three columns would hold a word each: a block for every point. */
  @container (max-width: 560px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tbody tr {
      display: grid;
      gap: 6px;
      padding: 12px 0;
      border-bottom: 1px solid var(--line);
    }
    tbody th,
    tbody td {
      padding: 0;
      border: 0;
    }
    tbody th span {
      display: inline;
    }
    td::before {
      color: var(--soft);
      font-size: 12px;
      content: "By the textbook’s formula" / "";
    }
    .here::before {
      content: "Here" / "";
    }
  }
`;
