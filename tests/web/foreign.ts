import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A host that is not ours: another origin, which serves the pages it is given. */
export interface ForeignHost {
  readonly origin: string;
  serve(path: string, html: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

export async function foreignHost(): Promise<ForeignHost> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", "http://host").pathname);
    response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...page?.headers });
    response.end(page?.html ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    serve: (path, html, headers = {}) => pages.set(path, { html, headers }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
