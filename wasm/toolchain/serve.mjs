import { join } from "node:path";
// Not { parseArgs }: a Node too old to have it would stop here rather than at the check of its version.
import util from "node:util";
import { say } from "./console.mjs";
import { root } from "./run.mjs";

/** Where to serve: --host, --port, HOST and PORT, as every Vite user knows them. */
export function address() {
  const args = process.argv.slice(2);
  // A bare --host means every interface, as with Vite.
  const bare = args.indexOf("--host");
  if (bare >= 0 && (args[bare + 1] ?? "-").startsWith("-")) args.splice(bare, 1, "--host=0.0.0.0");
  const { values } = util.parseArgs({
    args,
    options: { host: { type: "string" }, port: { type: "string" } },
    strict: false,
  });
  const port = Number(values.port ?? process.env.PORT) || 4173;
  return { host: String(values.host ?? process.env.HOST ?? "localhost"), port };
}

/**
 * Prints where a server listens, and stops it on Ctrl-C.
 * @param {{ resolvedUrls: import("vite").ResolvedServerUrls | null, close(): Promise<void> }} server
 */
export function announce(server) {
  const urls = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
  say(["", ...urls.map((url) => `  ${url}`), "", "  Ctrl-C stops the server."].join("\n"));
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      // Browsers keep connections open; waiting for them would look like a Ctrl-C that does nothing.
      setTimeout(() => process.exit(0), 500).unref();
      server.close().then(() => process.exit(0));
    });
  }
}

export const siteConfig = join(root, "web", "vite.config.ts");
