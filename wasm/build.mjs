// npm run build: the static site into dist/, the library into dist/lib/.
import { main } from "./toolchain/console.mjs";
import { buildModule } from "./toolchain/module.mjs";
import { ensureNode } from "./toolchain/node.mjs";
import { ensure, forModule } from "./toolchain/requirements.mjs";
import { buildSite } from "./toolchain/site.mjs";

await main(async () => {
  await ensureNode();
  await ensure(forModule);
  await buildModule();
  await buildSite();
});
