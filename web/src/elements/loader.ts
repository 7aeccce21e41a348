// Which tags there are: the folders of the demos, and the plot. Each is a script of its own, fetched when its tag comes
// near the viewport; a folder is found, not registered.
const modules: Record<string, () => Promise<unknown>> = {
  ...import.meta.glob("../demos/*/*.ts"),
  ...import.meta.glob("./activation-plot/activation-plot.ts"),
};

const TAG = /\/([a-z]+(?:-[a-z]+)+)\/\1\.ts$/;
const scripts = new Map(
  Object.entries(modules).flatMap(([path, script]) => {
    const tag = TAG.exec(path)?.[1];
    return tag ? [[tag, script] as const] : [];
  }),
);

/** Every tag that this site defines, in alphabetical order. */
export const tags: readonly string[] = [...scripts.keys()].sort();

/** Defines the element of a tag, if it is not there yet. Rejects when its script cannot be fetched. */
export async function define(tag: string): Promise<void> {
  if (!customElements.get(tag)) await scripts.get(tag)?.();
}

/** How far before an element comes into view its script is fetched. */
const NEAR = "600px 0px";

/**
 * Defines each element when its tag is first near the viewport, in the document as it is and as it becomes. Inside shadow
 * roots of others nothing is found: there, call `define`.
 */
export function defineWhenSeen(): void {
  const selector = tags.map((tag) => `${tag}:not(:defined)`).join(",");
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        // A failed fetch is tried again when the next element of the kind is seen.
        define(target.localName).catch((error) => console.error(`<${target.localName}> could not be loaded`, error));
      }
    },
    { rootMargin: NEAR },
  );
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll(selector)) near.observe(element);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(selector)) near.observe(node);
        look(node);
      }
    }
  }).observe(document, { childList: true, subtree: true });
  look(document);
}
