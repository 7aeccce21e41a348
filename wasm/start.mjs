// npm start: sets up what is missing, builds, serves the page and prints where.
import { main } from "./toolchain/console.mjs";
import { buildModule } from "./toolchain/module.mjs";
import { ensureNode } from "./toolchain/node.mjs";
import { ensure, forModule } from "./toolchain/requirements.mjs";
import { address, announce, siteConfig } from "./toolchain/serve.mjs";
import { buildSite } from "./toolchain/site.mjs";

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  await buildSite();
  const { preview } = await import("vite");
  announce(await preview({ configFile: siteConfig, preview: address(), logLevel: "warn" }));
});
