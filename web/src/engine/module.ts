import type { AnalysisBindings } from "./analysis.js";
import type { ClassifierBindings } from "./classifier.js";
import type { ConvolutionBindings } from "./convolution.js";
import type { CsvBindings } from "./csv.js";
import type { DataBindings } from "./data.js";
import type { DigestBindings } from "./digest.js";
import { ActivationError } from "./errors.js";
import type { FormulaBindings } from "./formula.js";
import type { NetworkBindings } from "./network.js";
import type { RandomBindings } from "./random.js";
import type { SentimentBindings } from "./sentiment.js";
import type { SoftmaxStepsBindings } from "./softmax-steps.js";
import type { TextbookBindings } from "./textbook.js";
import type { VersionsBindings } from "./versions.js";
import type { WordsBindings } from "./words.js";

/** Where the WebAssembly code may come from. */
export type WasmSource = URL | string | BufferSource | WebAssembly.Module;

/** An address in wasm memory. */
export type Address = number;

/**
 * What the bindings of the whole module offer; the first one (first.ts) has the functions, the dense layer and the legacy
 * random numbers. Numbers in, a status or a number out: every check of types is made before the call.
 */
export interface Bindings
  extends AnalysisBindings,
    ClassifierBindings,
    ConvolutionBindings,
    CsvBindings,
    DataBindings,
    DigestBindings,
    FormulaBindings,
    NetworkBindings,
    RandomBindings,
    SentimentBindings,
    SoftmaxStepsBindings,
    TextbookBindings,
    VersionsBindings,
    WordsBindings {
  catalogJson(): string;
  /** Not in the module of a first curve. */
  notesJson?(): string;
  allocate(bytes: number): Address;
  release(address: Address): void;
  evaluate32(fn: number, quantity: number, x: Address, out: Address, length: number, parameters: Address): number;
  evaluate64(fn: number, quantity: number, x: Address, out: Address, length: number, parameters: Address): number;
  vectorOutputs(fn: number, length: number, parameters: Address): number;
  vectorRows32(fn: number, x: Address, out: Address, length: number, width: number, parameters: Address): number;
  vectorRows64(fn: number, x: Address, out: Address, length: number, width: number, parameters: Address): number;
  vectorVjp32(fn: number, x: Address, g: Address, out: Address, length: number, parameters: Address): number;
  vectorVjp64(fn: number, x: Address, g: Address, out: Address, length: number, parameters: Address): number;
  vectorJacobian32(fn: number, x: Address, out: Address, length: number, parameters: Address): number;
  vectorJacobian64(fn: number, x: Address, out: Address, length: number, parameters: Address): number;
  curveSample(fn: number, from: number, to: number, points: number, parameters: Address): number;
  curveSize(): number;
  curveColumn(which: number): Address;
}

export interface Instance {
  /** The compiled code: posted to a worker, it starts there without being fetched or compiled again. */
  readonly module: WebAssembly.Module;
  readonly bindings: Bindings;
  readonly memory: WebAssembly.Memory;
}

const loadFailed = (what: string, cause?: unknown) =>
  new ActivationError(
    "load-failed",
    `the WebAssembly module could not be loaded: ${what}. Serve activation.wasm beside the script, or pass load({ wasm })`,
    { cause },
  );

const because = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function fetchModule(url: URL | string): Promise<WebAssembly.Module> {
  const address = new URL(url, import.meta.url);
  if (address.protocol === "file:" && typeof process === "object" && process.versions?.node) {
    // Node's fetch does not read files. The name is computed so that bundlers for browsers leave it alone.
    const { readFile } = await import(/* @vite-ignore */ ["node:fs", "promises"].join("/"));
    return WebAssembly.compile(await readFile(address));
  }
  const response = await fetch(address);
  if (!response.ok) throw loadFailed(`${address.href} answered ${response.status} ${response.statusText}`.trim());
  // Compiling while it streams wants the right type; a host that sends another one costs time, not the page.
  return response.headers.get("content-type")?.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

async function compile(source: WasmSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof URL || typeof source === "string") return fetchModule(source);
  return WebAssembly.compile(source);
}

/** Emscripten's glue of one of the modules. */
export type CreateModule = (options: {
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}) => Promise<Bindings>;

/** Compiles and starts a module of its own: nothing is shared with other instances. */
export async function instantiate(createModule: CreateModule, source: WasmSource): Promise<Instance> {
  if (typeof WebAssembly !== "object") {
    throw new ActivationError(
      "no-webassembly",
      "this browser has no WebAssembly, or it is switched off: use a current browser, or allow it in the settings",
    );
  }
  try {
    const module = await compile(source);
    let memory: WebAssembly.Memory | undefined;
    const bindings = await new Promise<Bindings>((resolve, reject) => {
      createModule({
        // Instantiating here rather than in the glue works alike in browsers, workers and Node, reports every failure,
        // and is where the memory is seen whatever short name the linker gave it.
        instantiateWasm(imports, receive) {
          WebAssembly.instantiate(module, imports).then((instance) => {
            memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
            receive(instance, module);
          }, reject);
          return {};
        },
      }).then(resolve, reject);
    });
    if (!memory) throw loadFailed("it is not the module of this library");
    return { module, bindings, memory };
  } catch (error) {
    throw error instanceof ActivationError ? error : loadFailed(because(error), error);
  }
}
