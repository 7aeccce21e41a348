import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";
import { chromiumArguments, systemChromium } from "../setup/chromium.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const port = Number(process.env.ACTIVATION_PORT ?? 4273);
const folder = process.env.ACTIVATION_SITE ?? "dist";
const site = `http://127.0.0.1:${port}/`;

// What the pages are is tested as it is deployed: the built site, behind the server that npm start uses.
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A busy machine is slow, not wrong.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: { baseURL: site, trace: "retain-on-failure" },
  projects: [
    {
      name: "chromium",
      use: {
        ...devices["Desktop Chrome"],
        launchOptions: {
          executablePath: systemChromium(),
          args: chromiumArguments,
        },
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --config web/vite.config.ts --outDir ../${folder} --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: site,
    reuseExistingServer: !process.env.CI,
  },
});
