import assert from "node:assert/strict";
import { ActivationError } from "../../dist/lib/index.js";

/** The call is refused with that code, in a sentence with those words. */
export function isRefused(words: RegExp, call: () => unknown, code = "bad-argument"): void {
  assert.throws(call, (error: unknown) => {
    assert.ok(error instanceof ActivationError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    return true;
  });
}
