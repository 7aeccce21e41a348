// Put before everything else into the pages under test: not every browser tells its driver what a page complains of.
{
  /** @type {string[]} */
  const complaints = [];
  window.addEventListener(
    "error",
    ({ target, message, filename, lineno }) => {
      // Firefox says so of modules that it has already; a script that is not to be had fails where it is imported.
      if (target instanceof HTMLLinkElement && target.rel === "modulepreload") return;
      const failed = target instanceof Element ? `not loaded: ${target.outerHTML}` : undefined;
      complaints.push(failed ?? `${message} (${filename}:${lineno})`);
    },
    true,
  );
  window.addEventListener("unhandledrejection", ({ reason }) => complaints.push(`nobody caught: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    complaints.push(`against the policy: ${violatedDirective} ${blockedURI}`);
  });
  for (const level of ["error", "warn"]) {
    const write = console[level];
    console[level] = (...words) => {
      complaints.push(words.join(" "));
      write.apply(console, words);
    };
  }

  /** All elements that match, those in shadow roots included. */
  const all = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? all(selector, shadowRoot) : [])),
  ];

  /** Whether there is anything on a canvas. */
  const isDrawn = (canvas) => {
    const { width, height } = canvas;
    return width > 0 && height > 0 && canvas.getContext("2d").getImageData(0, 0, width, height).data.some(Boolean);
  };

  /** Whether the charts of all plots are drawn, and at least so many are there. */
  const drawn = (least) => {
    const canvases = all("canvas").filter((canvas) => /plot$/.test(canvas.getRootNode().host?.localName));
    return canvases.length >= least && canvases.every(isDrawn);
  };

  window.tests = { complaints, all, drawn };
}
