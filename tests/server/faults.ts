/** Answers of hosts that are broken, hostile or slow. Each ends by itself or when the server closes. */
import { gzipSync } from "node:zlib";
import type { Answer } from "./serve.ts";

const JSON_TYPE = { "content-type": "application/json" };

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end("no");

export const text =
  (body: string, type = "application/json"): Answer =>
  (_request, response) =>
    void response.writeHead(200, { "content-type": type }).end(body);

/** A body that does not say how long it is. */
export const chunked =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    response.write(body.slice(0, body.length / 2));
    response.end(body.slice(body.length / 2));
  };

/** A body compressed by the host. */
export const gzipped =
  (body: string): Answer =>
  (_request, response) =>
    void response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(gzipSync(body));

/** Promises more bytes than come, then breaks off. */
export const truncated =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-length": Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

/** Accepts the connection and says nothing. */
export const silent: Answer = () => {};

/** Sends headers and a first piece, then nothing more. */
export const stalling =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-length": Buffer.byteLength(body) });
    response.write(body.slice(0, 10));
  };

/** A byte now and then, so that it never stalls and never ends. */
export const slowLoris =
  (everyMs: number): Answer =>
  (_request, response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(" "), everyMs);
    response.on("close", () => clearInterval(timer));
  };

/** A body without end (a GB and more), as fast as the other side reads; says its length or not. */
export const endless =
  (length?: number): Answer =>
  (_request, response) => {
    response.writeHead(200, { ...JSON_TYPE, ...(length ? { "content-length": String(length) } : {}) });
    const piece = Buffer.alloc(256 * 1024, 0x20);
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  };

export const redirect =
  (to: string): Answer =>
  (_request, response) =>
    void response.writeHead(302, { location: to }).end();

/** A few KB that unpack to `bytes`; packed by the transport or as a file. */
export const gzipBomb = (bytes: number, as: "encoding" | "file"): Answer => {
  const body = gzipSync(Buffer.alloc(bytes, 0x20));
  return (_request, response) =>
    void response
      .writeHead(
        200,
        as === "encoding" ? { ...JSON_TYPE, "content-encoding": "gzip" } : { "content-type": "application/gzip" },
      )
      .end(body);
};

/** A body that comes in `pieces` with `ms` between them, as over a slow line; readable by other origins. */
export const paced =
  (body: string, pieces: number, ms: number): Answer =>
  async (_request, response) => {
    const bytes = Buffer.from(body);
    const size = Math.ceil(bytes.length / pieces);
    response.writeHead(200, { ...JSON_TYPE, "access-control-allow-origin": "*", "content-length": bytes.length });
    for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
      response.write(bytes.subarray(at, at + size));
      await new Promise((done) => setTimeout(done, ms));
    }
    response.end();
  };
