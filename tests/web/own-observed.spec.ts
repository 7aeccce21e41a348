import { expect, open, test } from "./playground.js";

declare global {
  interface Window {
    observed: Map<IntersectionObserver, Set<Element>>;
  }
}

test("nothing is observed that is no longer on the page", async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 500 });
  await page.addInitScript(() => {
    window.observed = new Map();
    const targets = (one: IntersectionObserver) => {
      const set = window.observed.get(one) ?? new Set();
      window.observed.set(one, set);
      return set;
    };
    window.IntersectionObserver = class extends IntersectionObserver {
      override observe(target: Element): void {
        targets(this).add(target);
        super.observe(target);
      }
      override unobserve(target: Element): void {
        targets(this).delete(target);
        super.unobserve(target);
      }
      override disconnect(): void {
        targets(this).clear();
        super.disconnect();
      }
    };
  });
  /** The figures and programs of functions that are observed: how many there are, and how many have left the page. */
  const observed = () =>
    page.evaluate(() => {
      const all = [...window.observed.values()].flatMap((set) => [...set]);
      const facts = all.filter(({ localName }) => /^function-(analysis|code)$/.test(localName));
      return [facts.length, facts.filter(({ isConnected }) => !isConnected).length];
    });
  await open(page, "#functions=relu,gelu,elu,tanh");
  await expect.poll(observed).toEqual([1, 0]);
  for (const name of ["ReLU", "GELU", "ELU", "ReLU"]) {
    await page.locator("function-details .chooser").getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
  expect(await observed()).toEqual([1, 0]);
  await page.locator("function-details").evaluate(async (details) => {
    details.remove();
    (details as HTMLElement & { requestUpdate(): void; updateComplete: Promise<unknown> }).requestUpdate();
    await (details as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  });
  expect(await observed()).toEqual([0, 0]);
});
