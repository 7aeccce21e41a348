/**
 * Numbers as Python 3 and NumPy 1.24 print them. Digits come from JavaScript's own exact conversions; nothing here
 * computes. Judged by tests/golden/numpy_text.json.
 */

/** NumPy's print options, as they are unless someone changes them. */
const PRECISION = 8;
const LINE_WIDTH = 75;
const THRESHOLD = 1000;
const EDGE_ITEMS = 3;

const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

/** Python rounds an exact half to the even digit, JavaScript away from zero. `write` gives the digits of a size. */
function halfToEven(digits: number, write: (digits: number) => string): string {
  const [up, upPower] = write(digits).split("e") as [string, string?];
  const [long, longPower] = write(digits + 40).split("e") as [string, string?];
  const kept = long.slice(0, -40);
  if (/^50*$/.test(long.slice(-40)) && /[02468]\.?$/.test(kept)) {
    const text = kept.replace(/\.$/, "");
    return longPower === undefined ? text : `${text}e${longPower}`;
  }
  return upPower === undefined ? up : `${up}e${upPower}`;
}

/** The size of a finite number with so many decimals. */
function decimals(size: number, digits: number): string {
  // From 10²¹ on JavaScript writes exponents; such numbers are whole.
  if (size >= 1e21) return `${BigInt(size)}${digits > 0 ? `.${"0".repeat(digits)}` : ""}`;
  return halfToEven(digits, (many) => size.toFixed(many));
}

const special = (value: number): string | undefined =>
  Number.isNaN(value) ? "nan" : Number.isFinite(value) ? undefined : value < 0 ? "-inf" : "inf";

/** f"{value:.4f}" */
export function pythonFixed(value: number, digits = 4): string {
  return special(value) ?? `${isNegative(value) ? "-" : ""}${decimals(Math.abs(value), digits)}`;
}

/** The shortest digits that tell a size from every other, as "d.ddd" and the power of ten. */
function shortest(size: number): [digits: string, power: number] {
  const [digits, power] = size.toExponential().split("e") as [string, string];
  return [digits.replace(".", ""), Number(power)];
}

/** The power of ten as Python writes it: a sign and at least two digits. */
const exponentText = (power: number): string => `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;

/** The digits with a point after the first `power + 1` of them: "0.00012", "1200." */
function positional(digits: string, power: number): string {
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  return `${whole}.${digits.slice(power + 1)}`;
}

/** print(value) of a float: repr(value). */
export function pythonFloat(value: number): string {
  const word = special(value);
  if (word !== undefined) return word;
  const sign = isNegative(value) ? "-" : "";
  if (value === 0) return `${sign}0.0`;
  const [digits, power] = shortest(Math.abs(value));
  if (power < -4 || power >= 16) {
    const rest = digits.slice(1);
    return `${sign}${digits[0]}${rest ? `.${rest}` : ""}e${exponentText(power)}`;
  }
  return sign + positional(digits, power).replace(/\.$/, ".0");
}

/** At most eight decimals, and no zeros at the end: "0.1", "2." */
function unpadded(value: number): string {
  const size = Math.abs(value);
  const [digits, power] = size === 0 ? ["0", 0] : shortest(size);
  const short = positional(digits, power).replace(/\.0$/, ".");
  const text = short.length - short.indexOf(".") - 1 <= PRECISION ? short : decimals(size, PRECISION);
  return (isNegative(value) ? "-" : "") + text.replace(/0+$/, "");
}

/** Sign and mantissa of at most eight decimals without zeros at the end, and the power of ten. */
function scientific(value: number): [mantissa: string, power: number] {
  const size = Math.abs(value);
  const sign = isNegative(value) ? "-" : "";
  if (size === 0) return [`${sign}0.`, 0];
  const [digits, power] = shortest(size);
  if (digits.length <= PRECISION + 1) return [`${sign}${digits[0]}.${digits.slice(1)}`, power];
  const [mantissa, exponent] = halfToEven(PRECISION, (many) => size.toExponential(many)).split("e") as [string, string];
  return [sign + mantissa.replace(/0+$/, ""), Number(exponent)];
}

/** How one array writes all its numbers: with one width, and with powers of ten if sizes differ too much. */
function formatOf(values: readonly number[]): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.filter((value) => value !== 0).map(Math.abs);
  const [largest, least] = [
    sizes.reduce((a, b) => Math.max(a, b), 0),
    sizes.reduce((a, b) => Math.min(a, b), Infinity),
  ];
  const powers = sizes.length > 0 && (largest >= 1e8 || least < 1e-4 || largest / least > 1000);
  const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0);
  let write: (value: number) => [before: string, after: string];
  if (powers) {
    const parts = finite.map(scientific);
    const width = longest(parts.map(([, power]) => exponentText(power)));
    const fraction = longest(parts.map(([mantissa]) => mantissa.slice(mantissa.indexOf(".") + 1)));
    write = (value) => {
      const [mantissa, power] = scientific(value);
      const [before = "", after = ""] = mantissa.split(".");
      const text = exponentText(power);
      return [before, `${after.padEnd(fraction, "0")}e${text[0]}${text.slice(1).padStart(width - 1, "0")}`];
    };
  } else {
    write = (value) => unpadded(value).split(".") as [string, string];
  }
  const written = finite.map(write);
  let left = longest(written.map(([before]) => before));
  const right = longest(written.map(([, after]) => after));
  if (finite.length < values.length) {
    const words = longest(values.flatMap((value) => special(value) ?? []));
    left = Math.max(left, words - right - 1);
  }
  return (value) => {
    const word = special(value);
    if (word !== undefined) return word.padStart(left + right + 1);
    const [before, after] = write(value);
    return `${before.padStart(left)}.${after.padEnd(right)}`;
  };
}

/** The indices that are printed: all, or the first and the last few with a gap between. */
function visible(length: number, summary: boolean): (number | undefined)[] {
  const all = Array.from({ length }, (_, i) => i);
  if (!summary || length <= 2 * EDGE_ITEMS) return all;
  return [...all.slice(0, EDGE_ITEMS), undefined, ...all.slice(-EDGE_ITEMS)];
}

/** A row in brackets, broken into lines before `width`, which begin below the first number. */
function rowText(words: readonly string[], indent: string, width: number): string {
  const lines: string[] = [];
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width - 1 && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? `${word} ` : word;
  });
  return `[${[...lines, line].join("\n").slice(indent.length)}]`;
}

/**
 * print(array) of float64: a vector, or a matrix of `columns` columns whose rows follow one another in `values`.
 */
export function numpyText(values: ArrayLike<number>, columns?: number): string {
  const { length } = values;
  if (length === 0) return "[]";
  const at = (index: number) => values[index] as number;
  const summary = length > THRESHOLD;
  const across = visible(columns ?? length, summary);
  const down = columns === undefined ? [0] : visible(length / columns, summary);
  const shown = down.map((row) =>
    row === undefined
      ? undefined
      : across.map((column) => (column === undefined ? column : at(row * (columns ?? 0) + column))),
  );
  const format = formatOf(shown.flatMap((row) => row ?? []).filter((value) => value !== undefined));
  const indent = columns === undefined ? " " : "  ";
  const width = columns === undefined ? LINE_WIDTH : LINE_WIDTH - 1;
  const rows = shown.map((row) =>
    row
      ? rowText(
          row.map((value) => (value === undefined ? "..." : format(value))),
          indent,
          width,
        )
      : "...",
  );
  return columns === undefined ? (rows[0] as string) : `[${rows.join("\n ")}]`;
}
