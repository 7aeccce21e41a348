// Steps that are not Ninja's are skipped when what goes into them is what went into them last time.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./run.mjs";

/**
 * One hash over the contents of files and folders. Contents, not times: switching branches and back costs nothing.
 * @param {readonly string[]} paths below the root
 */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) => {
    const file = join(root, path);
    if (!existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(join(path, name));
      return;
    }
    hash.update(`${path}\0`).update(readFileSync(file));
  };
  paths.forEach(add);
  return hash.digest("hex");
}

/** @param {string} name */
const stampFile = (name) => join(root, "build", `${name}.stamp`);

/**
 * @param {string} name
 * @param {string} mark
 */
export const isCurrent = (name, mark) => existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === mark;

/**
 * @param {string} name
 * @param {string} mark
 */
export function remember(name, mark) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), mark);
}
