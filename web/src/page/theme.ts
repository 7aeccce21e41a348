import type { Theme } from "../state/schema.js";
import type { Store } from "../state/store.js";

const KEY = "theme";
const NEXT: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };
const NAMES: Record<Theme, string> = { auto: "follows the system", light: "light", dark: "dark" };
const ICONS: Record<Theme, string> = { auto: "◐", light: "☀", dark: "☾" };

/** What was chosen last, on this device. */
export function rememberedTheme(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto";
  }
}

function remember(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is closed to this page: the theme lasts as long as the address.
  }
}

/** The button goes round system, light and dark. */
export function bindTheme(store: Store): void {
  const button = document.querySelector("#theme") as HTMLButtonElement;
  button.addEventListener("click", () => {
    const theme = NEXT[store.state.theme];
    remember(theme);
    store.set({ theme }, { record: "quiet" });
  });
  store.subscribe(({ theme }) => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = ICONS[theme];
    button.setAttribute("aria-label", `Theme: ${NAMES[theme]}`);
    button.title = `Theme: ${NAMES[theme]}`;
  });
}
