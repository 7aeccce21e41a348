/** Statements of a Python program that begin at its left edge, each with the lines that belong to it. */
const statements = (code: string): string[] => code.split(/\n(?=[^\s#)\]}])/).map((text) => text.trimEnd());

const nameOf = (statement: string) => /^(?:def|class) (\w+)/.exec(statement)?.[1];
const isImport = (statement: string) => /^(?:import|from) /.test(statement);
const importedName = (statement: string) => /(\w+)$/.exec(statement)?.[1] ?? "";
// np.tanh is no mention of tanh.
const mentions = (code: string, name: string) => new RegExp(`(?<![.\\w])${name}\\b`).test(code);

/**
 * A listing as a program that runs by itself: before it stand the imports and the functions of earlier listings that it
 * uses, and those that these use.
 */
export function wholeProgram(listings: readonly string[], which: number): string {
  const own = listings[which] ?? "";
  const earlier = listings.slice(0, which).flatMap(statements);
  const owned = new Set(statements(own).map(nameOf));
  // Of two functions of one name the later one counts.
  const functions = new Map(earlier.flatMap((one) => (nameOf(one) ? [[nameOf(one) as string, one] as const] : [])));
  const needed = new Set<string>();
  const look = (code: string) => {
    for (const [name, definition] of functions) {
      if (needed.has(name) || owned.has(name) || !mentions(code, name)) continue;
      needed.add(name);
      look(definition);
    }
  };
  look(own);
  const definitions = [...functions].filter(([name]) => needed.has(name)).map(([, definition]) => definition);
  const all = [...definitions, own].join("\n");
  const known = new Set(statements(own).filter(isImport));
  const imports = new Set(
    earlier.filter(isImport).filter((one) => !known.has(one) && mentions(all, importedName(one))),
  );
  return `${[[...imports].join("\n"), ...definitions, own].filter(Boolean).join("\n\n\n")}\n`;
}
