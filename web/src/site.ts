// The bundler puts the module into assets/ and knows where that is, from whichever script and page it is asked.
const module = new URL("./engine/generated/first.wasm", import.meta.url);

/** Where this site is: the folder of index.html, also when its scripts run in a page of another host. */
export const site: URL = import.meta.env.DEV ? new URL(/* @vite-ignore */ "/", import.meta.url) : new URL("..", module);
