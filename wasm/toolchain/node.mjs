import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { done, Failure, step } from "./console.mjs";
import { root, run } from "./run.mjs";
import { atLeast } from "./versions.mjs";

/** What Vite asks for; the library itself runs on any Node 20. */
const minimum = "20.19.0";

function checkNode() {
  const version = process.versions.node;
  if (atLeast(version, minimum)) return done(`Node ${version}`);
  throw new Failure(`Node ${minimum} or newer is needed, and this is ${version}`, {
    cure: "Install the current release from https://nodejs.org (or: nvm install 22) and run the same command again.",
  });
}

/**
 * Installs the npm packages of a folder's package-lock.json unless exactly these are there.
 * @param {string} [folder] below the root, with packages that only some commands need
 * @param {string} [what]
 */
export async function ensurePackages(folder = "", what = "npm packages") {
  const stamp = join(root, folder, "node_modules", ".lock-hash");
  const hash = createHash("sha256")
    .update(readFileSync(join(root, folder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return done(what);
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", ...(folder ? ["--prefix", folder] : [])];
  await step(
    `installing the ${what} (npm ci)`,
    async () => {
      await run("npm could not install the packages", "npm", args, {
        cure: "Check the network and npm's registry settings, then run the same command again.",
      });
      writeFileSync(stamp, hash);
    },
    () => what,
  );
}

/** Node itself and the packages: what every command needs. */
export async function ensureNode() {
  checkNode();
  await ensurePackages();
}
