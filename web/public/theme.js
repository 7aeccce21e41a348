// Before the first paint, so that a dark page never flashes light: the theme of the address, else the remembered one.
try {
  const [, named] = /[#&]theme=(light|dark|auto)\b/.exec(location.hash) ?? [];
  const theme = named ?? localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed to this page: it follows the system.
}
