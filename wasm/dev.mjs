// npm run dev: the page from its sources, reloaded when TypeScript or C++ changes.
import { main } from "./toolchain/console.mjs";
import { buildModule } from "./toolchain/module.mjs";
import { ensureNode } from "./toolchain/node.mjs";
import { ensure, forModule } from "./toolchain/requirements.mjs";
import { address, announce, siteConfig } from "./toolchain/serve.mjs";

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  const { createServer } = await import("vite");
  const server = await createServer({ configFile: siteConfig, server: address() });
  announce(await server.listen());
});
