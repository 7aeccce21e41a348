// embed.html: one element, made of the words behind ? or # of its address.
import "./engine-start.js";
import { define, tags } from "./elements/loader.js";
import { tellHeight } from "./page/frames.js";

const figure = document.querySelector("#figure") as HTMLElement;

/** The words of both parts of the address; behind # they need no escaping of commas and parentheses either. */
function words(): Map<string, string> {
  const all = [location.search.slice(1), location.hash.slice(1)].filter(Boolean).join("&");
  return new Map(new URLSearchParams(all));
}

async function show(): Promise<void> {
  const { element: tag = "activation-plot", ...attributes } = Object.fromEntries(words());
  if (!tags.includes(tag)) {
    figure.textContent = `There is no element “${tag}” here. There are: ${tags.join(", ")}.`;
    return;
  }
  document.documentElement.dataset.theme = attributes.theme ?? "auto";
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // What a page's own HTML could do with such attributes is not for an address to do.
    if (/^[a-z][a-z-]*$/.test(name) && !/^(on|style|slot|id|class|hidden)/.test(name))
      element.setAttribute(name, value);
  }
  figure.replaceChildren(element);
  try {
    await define(tag);
  } catch {
    figure.textContent = "This figure could not be loaded. Check the connection, then reload the page.";
  }
}

tellHeight(figure);
addEventListener("hashchange", () => void show());
void show();
