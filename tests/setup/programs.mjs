import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of these names that is a program on PATH, or else the first of these files that is one.
 * @param {readonly string[]} names
 * @param {readonly string[]} [elsewhere]
 */
export function findProgram(names, elsewhere = []) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find(isProgram);
}
