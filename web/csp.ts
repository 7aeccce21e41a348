/**
 * The content security policy of every page: the page may load from its own host and nowhere else, and run no code from
 * strings. WebAssembly alone is allowed to be compiled. frame-ancestors is left out on purpose: pages are for embedding.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
