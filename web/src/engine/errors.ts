/** What went wrong, for programs. People read the message. */
export type ErrorCode =
  | "no-webassembly"
  | "load-failed"
  | "unknown-function"
  | "bad-parameter"
  | "bad-argument"
  | "bad-formula"
  | "unsupported"
  | "too-large";

/** The one error this library throws: `.code` says what kind it is, the message what was wrong and what would be right. */
export class ActivationError extends Error {
  override readonly name = "ActivationError";
  readonly code: ErrorCode;
  /** Where in the text the error is, for errors about a text: its first character, in UTF-16 units as strings count. */
  readonly position: number | undefined;
  /** How many characters are wrong. */
  readonly length: number | undefined;
  /** What to put in their place, where something is at hand. */
  readonly suggestion: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { position?: number; length?: number; suggestion?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.position = options.position;
    this.length = options.length;
    this.suggestion = options.suggestion;
  }
}

/** A value as a person would recognise it in a message: `"abc"`, `null`, `an array`. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) {
    return String(value);
  }
  if (typeof value === "bigint") return `the bigint ${value}`;
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? `an object of type ${value.constructor?.name ?? "Object"}` : `a ${typeof value}`;
}
