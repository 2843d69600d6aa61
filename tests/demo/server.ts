/** The demo's loopback server: an invented news page, and a signed feed with a newer version of the bundled dossier. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { demoFeed } from "./feed.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
};
const PAGES: Record<string, string> = {
  "/": "page.html",
  "/page.css": "page.css",
  "/page.js": "page.js",
  "/comments.json": "comments.json",
};

export interface Demo {
  pageUrl: string;
  feedUrl: string;
  close(): Promise<void>;
}

/** Starts on a free port of 127.0.0.1, or on `port`. */
export async function serveDemo(port = 0): Promise<Demo> {
  const feed = await demoFeed();
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = PAGES[pathname];
    const body = feed.get(pathname) ?? (file && (await readFile(join(import.meta.dirname, file))));
    if (body === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here");
      return;
    }
    const type = TYPES[extname(file ?? pathname)] ?? "application/octet-stream";
    // Any origin may read the feed: then the extension needs no permission for this host.
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "access-control-allow-origin": "*" }).end(body);
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pageUrl: `${base}/`,
    feedUrl: `${base}/feed/feed.json`,
    close: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
}
