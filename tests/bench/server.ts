import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves pages held in memory on loopback, at the same path on every host name (`floor.localhost`, ...). */
export interface BenchServer {
  url(host: string, id: string): string;
  close(): void;
}

export async function servePages(pages: ReadonlyMap<string, string>): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const html = pages.get(decodeURIComponent((request.url ?? "/").slice(1)));
    if (html === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: (host, id) => `http://${host}:${port}/${encodeURIComponent(id)}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
