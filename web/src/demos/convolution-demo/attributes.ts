import { type Functions, infoOf, parseOne, type Selection } from "../../state/selection.js";
import { KERNELS, type KernelChoice, namedKernel, parseKernel } from "./kernels.js";
import { type Choice, MOST_SEED } from "./picture-fields.js";
import { PICTURES, SIZES } from "./pictures.js";

export const WORDS = ["picture", "size", "seed", "kernel", "activation"] as const;
export type Word = (typeof WORDS)[number];

/** What the attributes ask for; those that cannot be used are named and leave things as they are. */
export interface Read {
  readonly choice: Partial<Choice>;
  readonly kernel: KernelChoice | undefined;
  readonly selection: Selection | undefined;
  readonly problems: readonly string[];
}

export function readAttributes(given: (word: Word) => string | null | undefined, functions: Functions): Read {
  const problems: string[] = [];
  const choice: { -readonly [K in keyof Choice]?: Choice[K] } = {};
  const text = (word: Word) => given(word)?.trim() ?? "";

  const picture = text("picture").toLowerCase();
  const names = PICTURES.map(([name]) => name);
  if (names.includes(picture)) choice.name = picture;
  else if (picture) problems.push(`there is no picture “${picture}”: ${names.join(", ")}`);

  const size = text("size");
  if (SIZES.some((side) => String(side) === size)) choice.side = Number(size);
  else if (size) problems.push(`size must be one of ${SIZES.join(", ")} (got “${size}”)`);

  const seed = text("seed");
  if (/^\d+$/.test(seed) && Number(seed) <= MOST_SEED) choice.seed = Number(seed);
  else if (seed) problems.push(`seed must be a whole number from 0 to ${MOST_SEED} (got “${seed}”)`);

  let kernel: KernelChoice | undefined;
  const matrix = text("kernel");
  if (Object.keys(KERNELS).includes(matrix.toLowerCase())) kernel = namedKernel(matrix.toLowerCase());
  else if (matrix) {
    const parsed = parseKernel(matrix);
    if (typeof parsed !== "string") kernel = parsed;
    else problems.push(`the kernel “${matrix}” is none of ${Object.keys(KERNELS).join(", ")}; as a matrix: ${parsed}`);
  }

  let selection: Selection | undefined;
  const activation = text("activation");
  if (activation) {
    const parsed = parseOne(activation, functions);
    if (parsed.selection && infoOf(functions, parsed.selection.id)?.vector) {
      problems.push(`${activation} needs a whole vector: choose a function of one number`);
    } else {
      problems.push(...parsed.problems);
      selection = parsed.selection;
    }
  }
  return { choice, kernel, selection, problems };
}
