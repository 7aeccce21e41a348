// Where the reader is: the chapter marked in the contents, and the thin line at the top of the page.

const find = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

/** The list folds out on a phone, where it is closed at first, and folds away when a chapter is chosen or on Escape. */
function bindFolding(): void {
  const [button, list] = [find<HTMLButtonElement>("#contents-button"), find<HTMLElement>("#contents")];
  const unfold = (open: boolean) => {
    button.setAttribute("aria-expanded", String(open));
    list.toggleAttribute("data-open", open);
  };
  button.addEventListener("click", () => unfold(button.getAttribute("aria-expanded") !== "true"));
  list.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLAnchorElement) unfold(false);
  });
  find(".contents").addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key !== "Escape" || !list.hasAttribute("data-open")) return;
    unfold(false);
    button.focus();
  });
}

/** Brings a link of the list into sight without moving the page. */
function reveal(list: HTMLElement, link: HTMLElement): void {
  const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
}

/** Marks the chapter that stands at a third of the window's height. */
function markCurrent(sections: readonly HTMLElement[]): void {
  const list = find<HTMLElement>("#contents");
  const where = find<HTMLElement>(".where");
  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  // Two, where one ends and the next begins. A busy browser tells of many frames at once, in the order they came in.
  const atTheLine = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) atTheLine.add(target as HTMLElement);
        else atTheLine.delete(target as HTMLElement);
      }
      const seen = [...atTheLine].at(-1);
      // The appendix is read as part of what it follows: it is none of the chapters.
      const current = seen?.dataset.chapter === undefined ? seen && sections.at(-1) : seen;
      if (!current) return;
      for (const [slug, link] of links) {
        if (slug === current.id) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
      const link = links.get(current.id);
      if (!link) return;
      where.textContent = `${sections.indexOf(current) + 1} · ${link.textContent}`;
      reveal(list, link);
    },
    { rootMargin: "-33% 0px -67%" },
  );
  for (const section of [...sections, find<HTMLElement>(".appendix")]) observer.observe(section);
}

/** The line grows with the part of the page that lies behind the reader. It is drawn once a frame at most. */
function drawProgress(): void {
  const line = find<HTMLElement>(".progress i");
  let due = false;
  const draw = () => {
    due = false;
    const { scrollHeight, clientHeight } = document.documentElement;
    const way = scrollHeight - clientHeight;
    line.style.transform = `scaleX(${way > 0 ? Math.min(1, scrollY / way) : 0})`;
  };
  const later = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(draw);
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later, { passive: true });
  later();
}

export function bindContents(): void {
  bindFolding();
  markCurrent([...document.querySelectorAll<HTMLElement>("[data-chapter]")]);
  drawProgress();
}
