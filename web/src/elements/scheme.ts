/** Whether an element is drawn on a dark page: what light-dark() gives it, wherever the choice was made. */
export function isDark(element: Element): boolean {
  // The computed colour of a light-dark(black, white) that the element's styles hold in a property of its own.
  const probe = getComputedStyle(element).outlineColor;
  return /\b255\b|\b1 1 1\b/.test(probe);
}

/** Put into the styles of an element for which isDark is asked. It draws nothing: there is no outline of style none. */
export const schemeProbe = "outline: 0 none light-dark(#000000, #ffffff);";

/**
 * Calls back when the colour scheme may have changed: the system's, or the page's by a class or an attribute of its root
 * element. Stops when the signal aborts.
 */
export function watchScheme(changed: () => void, signal: AbortSignal): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  const observer = new MutationObserver(changed);
  const attributes = { attributeFilter: ["class", "style", "data-theme", "data-bs-theme", "data-md-color-scheme"] };
  observer.observe(document.documentElement, attributes);
  if (document.body) observer.observe(document.body, attributes);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}
