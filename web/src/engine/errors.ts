/** What went wrong, for programs. People read the message. */
export type ErrorCode =
  | "no-webassembly"
  | "load-failed"
  | "unknown-function"
  | "bad-parameter"
  | "bad-argument"
  | "unsupported"
  | "too-large";

/** The one error this library throws: `.code` says what kind it is, the message what was wrong and what would be right. */
export class ActivationError extends Error {
  override readonly name = "ActivationError";
  readonly code: ErrorCode;
  /** Where in the text the error is, for errors about a text. */
  readonly position: number | undefined;

  constructor(code: ErrorCode, message: string, options: { position?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.position = options.position;
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
