// Writes what TypeScript has to know of the freshly built module: the ids of the functions and the names of their
// parameters, read from the catalog of the core itself, so that there is no second list to keep.
// Run by the build after each link: node wasm/write-ids.mjs
import { readFile, writeFile } from "node:fs/promises";
import { equation } from "../web/src/elements/formula-math/equation.mjs";

const folder = new URL("../web/src/engine/generated/", import.meta.url);
const { default: createModule } = await import(new URL("activation.mjs", folder).href);
const code = await WebAssembly.compile(await readFile(new URL("activation.wasm", folder)));
const bindings = await createModule({
  instantiateWasm(imports, receive) {
    WebAssembly.instantiate(code, imports).then((instance) => receive(instance, code));
    return {};
  },
});

const parametersOf = (info) =>
  info.parameters.length === 0
    ? "Record<string, never>"
    : `{ ${info.parameters.map(({ name }) => `readonly ${name}?: number`).join("; ")} }`;

const table = (name, doc, functions) =>
  [
    `/** ${doc} */`,
    `export interface ${name} {`,
    ...functions.map((info) => `  ${info.id}: ${parametersOf(info)};`),
    "}",
  ].join("\n");

const catalog = JSON.parse(bindings.catalogJson());
const ids = `// Written by wasm/write-ids.mjs from the catalog of the C++ core.

${table(
  "ElementwiseParameters",
  "The functions that work number by number, each with its parameters.",
  catalog.filter((info) => !info.vector),
)}

${table(
  "VectorParameters",
  "The functions that take a whole vector, each with its parameters.",
  catalog.filter((info) => info.vector),
)}

export type ElementwiseId = keyof ElementwiseParameters;
export type VectorId = keyof VectorParameters;
export type ActivationId = ElementwiseId | VectorId;
export type ParametersOf<Id extends ActivationId> = (ElementwiseParameters & VectorParameters)[Id];
`;

const glue = `// Written by wasm/write-ids.mjs: the shape of Emscripten's glue as the engine uses it.
import type { CreateModule } from "../module.js";

declare const createModule: CreateModule;
export default createModule;
`;

/** Leaves an unchanged file alone, so that nothing that watches it starts for nothing. */
async function write(name, text) {
  const file = new URL(name, folder);
  if ((await readFile(file, "utf8").catch(() => "")) !== text) await writeFile(file, text);
}

await write("ids.ts", ids);
const tutorial = catalog.filter((info) => info.tutorial).map((info) => `"${info.id}"`);
await write(
  "tutorial.ts",
  `// Written by wasm/write-ids.mjs.

/** The functions of the guide: those whose kernels the first module has. */
export const TUTORIAL: readonly string[] = [${tutorial.join(", ")}];
`,
);

/** A formula of the catalog with the symbols of its parameters in the place of their names. */
const withSymbols = (formula, parameters) =>
  parameters.reduce((text, { name, symbol }) => text.replace(new RegExp(`\\b${name}\\b`, "g"), symbol), formula);

/** f and f′ of a function as its page shows them, printed from its formula. */
function printed({ formula, mathml }, { id, vector, parameters }) {
  // The formula of a vector function is that of its first output: what it says of all of them is written down.
  if (vector) return { value: mathml, gradient: "" };
  const address = bindings.formulaParse(withSymbols(formula, parameters));
  if (address === 0) throw new Error(`the formula of ${id} is none: ${bindings.formulaProblemMessage()}`);
  const value = equation("f", bindings.formulaMathml(address, 0));
  const gradient = equation("f′", bindings.formulaMathml(address, 1));
  bindings.formulaRelease(address);
  return { value, gradient };
}

const notes = JSON.parse(bindings.notesJson());
await write(
  "printed.json",
  JSON.stringify(Object.fromEntries(catalog.map((info, i) => [info.id, printed(notes[i], info)]))),
);
// What pages show beside a first curve, whose module has no room for it.
await write("notes.json", bindings.notesJson());
for (const name of ["activation", "curves", "formula", "first"]) await write(`${name}.d.mts`, glue);
