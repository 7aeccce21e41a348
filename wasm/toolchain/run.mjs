import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Failure } from "./console.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Runs a program and collects what it prints. Never rejects: a program that cannot be started has code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function attempt(program, args, { env = {}, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      // Nothing here asks questions; a tool that would is told at once that nobody answers.
      stdio: ["ignore", "pipe", "pipe"],
      // .bat wrappers (npm, emsdk) do not start without a shell there.
      shell: process.platform === "win32",
    });
    let output = "";
    /** @param {string} text */
    const collect = (text) => {
      output += text;
      onOutput?.(text);
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) => resolve({ code: 127, output: output + error.message }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}\n${signal}` : output }));
  });
}

/**
 * Runs a program that has to succeed, and returns what it printed.
 * @param {string} what the failure in words: "the core does not compile"
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void, cure?: string }} [options]
 */
export async function run(what, program, args, options = {}) {
  const { code, output } = await attempt(program, args, options);
  if (code === 0) return output;
  const command = [program, ...args].join(" ");
  throw new Failure(what, { output: relevant(output), cure: options.cure ?? `The command was: ${command}` });
}

/**
 * The part of a tool's output that tells why it failed: for Ninja what follows the first FAILED, without the long
 * compiler command; for anything else the beginning and the end.
 * @param {string} output
 */
export function relevant(output) {
  const lines = output.split("\n").filter((line) => !noise.some((pattern) => pattern.test(line)));
  const failed = lines.findIndex((line) => line.startsWith("FAILED:"));
  if (failed >= 0) return [lines[failed], ...lines.slice(failed + 2, failed + 60)].join("\n");
  return lines.length <= 60 ? lines.join("\n") : [...lines.slice(0, 20), "…", ...lines.slice(-40)].join("\n");
}

/** em++ repeats its whole command line after the compiler's own message; npm lists its options, and its own settings. */
const noise = [/^em\+\+: error: '.*' failed/, /^npm error( {3,}.*)?$/, /^npm warn Unknown/];
