// Prints the digests that the library gives in Node, as JSON.
const { load } = await import(new URL("../../dist/lib/index.js", import.meta.url).href);
const act = await load();
console.log(JSON.stringify([...act.digests()]));
