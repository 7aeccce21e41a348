import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

const notPages = new Set(["src", "public", "vite", "node_modules"]);

/** Every .html below the root is a page: index.html, embed.html, guide/index.html … A page is found, not registered. */
function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notPages.has(entry.name) ? [] : htmlFiles(path);
    return entry.name.endsWith(".html") ? [path] : [];
  });
}

/**
 * The entries of the build: the pages, the script that starts the engine ahead of them, and, under its fixed name, the
 * script that other sites embed.
 */
export function entries(root: string): Record<string, string> {
  const pages = htmlFiles(root).map((file) => [relative(root, file).replace(/\.html$/, ""), file]);
  const embed = join(root, "src", "embed.ts");
  const scripts = [["engine", join(root, "src", "engine-start.ts")]];
  if (existsSync(embed)) scripts.push(["embed.js", embed]);
  return Object.fromEntries([...pages, ...scripts]);
}
