import type { Theme } from "../state/schema.js";

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
    // Storage is closed to this page: the theme lasts as long as the page, or its address.
  }
}

/**
 * The button goes round system, light and dark, and tells what was chosen. Returns what makes the page and the button
 * show a theme.
 */
export function bindThemeButton(chosen: (theme: Theme) => void): (theme: Theme) => void {
  const button = document.querySelector("#theme") as HTMLButtonElement;
  let shown: Theme = "auto";
  button.addEventListener("click", () => {
    remember(NEXT[shown]);
    chosen(NEXT[shown]);
  });
  return (theme) => {
    shown = theme;
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = ICONS[theme];
    button.setAttribute("aria-label", `Theme: ${NAMES[theme]}`);
    button.title = `Theme: ${NAMES[theme]}`;
  };
}
