import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../wasm/toolchain/run.mjs";

export const biome = join("node_modules", "@biomejs", "biome", "bin", "biome");

export const typescriptProjects = ["web/tsconfig.json", "tests/tsconfig.json", "wasm/tsconfig.json"];

/**
 * The files below a folder whose names pass.
 * @param {string} folder
 * @param {RegExp} names
 * @returns {string[]}
 */
export function filesBelow(folder, names) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path, names);
    return names.test(entry.name) ? [path] : [];
  });
}

export const cppFiles = () => ["core", "wasm", "tests"].flatMap((folder) => filesBelow(folder, /\.(cpp|hpp)$/));
