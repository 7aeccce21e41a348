/** Formulas that are wider than the page can be scrolled with the keyboard too; the others are no stop on its way. */
export function bindFormulas(): void {
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const formula of document.querySelectorAll("main math[display=block]")) sized.observe(formula);
}
