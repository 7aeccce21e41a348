import { readdirSync } from "node:fs";
import { filesBefore, plain, scriptsOf, withImports } from "../bench/first-files.mjs";
import { expect, test } from "./playground.js";

// npm run size counts what it finds in the files. A script that a figure asks for by itself would escape it.
for (const [page, mark] of [
  ["index.html", "first-curve"],
  ["guide/index.html", "first-figure"],
] as const) {
  test(`${page} asks for nothing before its first figure that its size does not count`, async ({ page: tab }) => {
    await tab.setViewportSize({ width: 1360, height: 900 });
    await tab.goto(page);
    await tab.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
    const asked = await tab.evaluate((name) => {
      const painted = performance.getEntriesByName(name)[0]?.startTime ?? 0;
      const before = performance.getEntriesByType("resource").filter(({ startTime }) => startTime < painted);
      return before.map((entry) => new URL(entry.name).pathname.slice(1));
    }, mark);
    expect(asked.length).toBeGreaterThan(5);
    const counted = filesBefore(page);
    expect(asked.filter((file) => !counted.includes(file))).toEqual([]);
  });
}

test("no demo waits for Chart.js", () => {
  const demos = readdirSync(new URL("../../web/src/demos", import.meta.url));
  expect(demos.length).toBeGreaterThan(5);
  const needs = (tag: string) => {
    const scripts = scriptsOf(tag);
    expect(scripts, tag).not.toEqual([]);
    return withImports(scripts).map(plain);
  };
  for (const tag of demos) expect(needs(tag), tag).not.toContain("curve-plot.js");
  expect(needs("activation-plot")).toContain("curve-plot.js");
});
