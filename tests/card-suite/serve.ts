/** A loopback server for the pages of the card suite. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ServedPage {
  body: string;
  type?: string;
  headers?: Record<string, string>;
}

export interface PageServer {
  /** Adds a page and returns its address; `host` "localhost" makes it another origin than "127.0.0.1". */
  add(page: ServedPage, host?: "127.0.0.1" | "localhost"): string;
  close(): Promise<void>;
}

export async function servePages(): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? "/", "http://x").pathname);
    if (!page) {
      response.writeHead(404, { "content-type": "text/html" }).end("<p>Not here.</p>");
      return;
    }
    response
      .writeHead(200, { "content-type": `${page.type ?? "text/html"}; charset=utf-8`, ...page.headers })
      .end(page.body);
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return {
    add(page, host = "127.0.0.1") {
      const path = `/${pages.size}`;
      pages.set(path, page);
      return `http://${host}:${port}${path}`;
    },
    close: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}
