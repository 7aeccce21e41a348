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

/** Installs the npm packages of package-lock.json unless exactly these are there. */
async function ensurePackages() {
  const stamp = join(root, "node_modules", ".lock-hash");
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return done("npm packages");
  await step(
    "installing the npm packages (npm ci)",
    async () => {
      await run("npm could not install the packages", "npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
        cure: "Check the network and npm's registry settings, then run the same command again.",
      });
      writeFileSync(stamp, hash);
    },
    () => "npm packages",
  );
}

/** Node itself and the packages: what every command needs. */
export async function ensureNode() {
  checkNode();
  await ensurePackages();
}
