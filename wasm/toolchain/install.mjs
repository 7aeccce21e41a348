// Installs what is missing through the system's package manager when it may, and says exactly what to type when not.
import { existsSync, realpathSync } from "node:fs";
import { Failure, step } from "./console.mjs";
import { attempt, relevant } from "./run.mjs";

/** @typedef {import("./requirements.mjs").Requirement} Requirement */
/** @typedef {"apt" | "brew" | "dnf" | "pacman"} Manager */

/** @type {Record<Manager, { program: string, command: string }>} */
const managers = {
  apt: { program: "apt-get", command: "sudo apt-get update && sudo apt-get install -y --no-install-recommends" },
  brew: { program: "brew", command: "brew install" },
  dnf: { program: "dnf", command: "sudo dnf install" },
  pacman: { program: "pacman", command: "sudo pacman -S --needed" },
};

/** @returns {Promise<Manager | undefined>} */
async function packageManager() {
  for (const [name, { program }] of Object.entries(managers)) {
    if ((await attempt(program, ["--version"])).code === 0) return /** @type {Manager} */ (name);
  }
  return undefined;
}

/** How to run a program as root without asking anybody: directly, through sudo, or not at all. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await attempt("sudo", ["-n", "true"])).code === 0 ? ["sudo", "-n"] : undefined;
}

/**
 * @param {readonly Requirement[]} missing
 * @param {Manager | undefined} manager
 */
function instructions(missing, manager) {
  const packages = manager ? missing.flatMap((one) => one.packages[manager] ?? []) : [];
  const lines = [];
  if (manager && packages.length > 0) lines.push(`Please run: ${managers[manager].command} ${packages.join(" ")}`);
  for (const one of missing) {
    if (manager && one.packages[manager]) continue;
    lines.push(one.otherwise ?? `Please install ${one.name} ${one.minimum ?? ""} with your system's package manager.`);
  }
  return lines.join("\n  ");
}

/**
 * Installing Debian's emscripten brings Debian's own nodejs, older than what Vite needs. Where Node was unpacked into
 * /usr by hand, dpkg would overwrite it; a diversion sends Debian's copy aside instead.
 * @param {readonly string[]} prefix
 */
async function protectNode(prefix) {
  const node = "/usr/bin/node";
  if (!existsSync(node) || realpathSync(process.execPath) !== realpathSync(node)) return;
  if ((await attempt("dpkg", ["-S", node])).code === 0) return;
  const [program, ...args] = [...prefix, "dpkg-divert", "--local", "--no-rename"];
  await attempt(program, [...args, "--divert", "/usr/bin/node.debian", "--add", node]);
}

/** @param {readonly string[]} prefix */
async function aptUpdate(prefix) {
  // A source that does not answer makes update fail although the others were read: let the install decide.
  await apt(prefix, ["update"]);
  await protectNode(prefix);
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} args
 */
function apt(prefix, args) {
  const [program, ...rest] = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"];
  // Another apt may be running, as on freshly started machines: wait for it rather than fail.
  return attempt(program, [...rest, "-o", "DPkg::Lock::Timeout=300", ...args]);
}

/**
 * @param {readonly string[]} packages
 * @param {readonly string[]} prefix
 * @param {string} [otherwise] another way to get the same
 */
async function aptInstall(packages, prefix, otherwise) {
  const { code, output } = await apt(prefix, ["install", "--no-install-recommends", ...packages]);
  if (code === 0) return;
  const again = `When the cause above is gone, run this again, or by hand: ${managers.apt.command} ${packages.join(" ")}`;
  throw new Failure(`apt-get could not install ${packages.join(", ")}`, {
    output: relevant(output),
    cure: [again, otherwise].filter(Boolean).join("\n  Or: "),
  });
}

/**
 * One package that this release does not have keeps apt from installing any: then each requirement is on its own.
 * @param {readonly Requirement[]} missing
 * @param {readonly string[]} prefix
 */
async function aptInstallAll(missing, prefix) {
  await aptUpdate(prefix);
  try {
    await aptInstall(
      missing.flatMap((one) => one.packages.apt ?? []),
      prefix,
    );
  } catch {
    const failures = [];
    for (const { packages, otherwise } of missing) {
      await aptInstall(packages.apt ?? [], prefix, otherwise).catch((failure) => failures.push(failure));
    }
    if (failures.length > 0) throw failures[0];
  }
}

/**
 * Installs what these requirements need, or throws what the person has to type.
 * @param {readonly Requirement[]} missing
 */
export async function install(missing) {
  const manager = await packageManager();
  const prefix = manager === "apt" ? await rootPrefix() : undefined;
  if (!prefix || missing.some((one) => !one.packages.apt)) {
    const names = missing.map((one) => [one.name, one.minimum && `${one.minimum} or newer`].filter(Boolean).join(" "));
    throw new Failure(`Not found: ${names.join(", ")}`, { cure: instructions(missing, manager) });
  }
  const packages = missing.flatMap((one) => one.packages.apt ?? []).join(", ");
  await step(
    `installing ${packages} (apt-get): a minute or two`,
    () => aptInstallAll(missing, prefix),
    () => `Installed ${packages}`,
  );
}
