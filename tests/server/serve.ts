/** A loopback HTTP server whose answers a test scripts, path by path. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { SelfSigned } from "./self-signed.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface TestServer {
  /** Without a slash at the end. */
  origin: string;
  /** Answers from now on. */
  on(path: string, answer: Answer): void;
  /** Requests so far, oldest first: method, path and headers. */
  requests: { method: string; path: string; headers: IncomingMessage["headers"] }[];
  close(): Promise<void>;
}

/** `tls`: speaks https with this certificate. */
export async function serve(tls?: SelfSigned): Promise<TestServer> {
  const answers = new Map<string, Answer>();
  const requests: TestServer["requests"] = [];
  const listener: RequestListener = (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    requests.push({ method: request.method ?? "", path, headers: request.headers });
    response.on("error", () => {});
    // The clock of a test is its own: a host's is told only where a test wants it.
    response.sendDate = false;
    const answer = answers.get(path);
    if (answer) void answer(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    on: (path, answer) => void answers.set(path, answer),
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** JSON with the headers that a static host sends: CORS, ETag, Last-Modified; 304 where the client has it. */
export function json(value: unknown, headers: Record<string, string> = {}): Answer {
  return (request, response) => {
    const body = typeof value === "string" ? value : JSON.stringify(value);
    const etag = `"${body.length.toString(16)}-${hash(body)}"`;
    const common = { "access-control-allow-origin": "*", etag, ...headers };
    if (request.headers["if-none-match"] === etag) response.writeHead(304, common).end();
    else response.writeHead(200, { "content-type": "application/json", ...common }).end(body);
  };
}

function hash(text: string): string {
  let value = 0;
  for (const char of text) value = (Math.imul(value, 31) + char.charCodeAt(0)) | 0;
  return (value >>> 0).toString(16);
}
