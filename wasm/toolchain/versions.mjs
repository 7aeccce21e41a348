/**
 * The first version number in a text: "cmake version 3.25.1" gives "3.25.1".
 * @param {string} text
 */
export const versionIn = (text) => /\d+(?:\.\d+)+/.exec(text)?.[0];

/**
 * @param {string} version
 * @param {string} minimum
 */
export function atLeast(version, minimum) {
  const parts = version.split(".").map(Number);
  for (const [index, least] of minimum.split(".").map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
