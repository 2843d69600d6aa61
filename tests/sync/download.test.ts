import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DramatisError } from "../../src/dossier/errors.ts";
import { withDefaults } from "../../src/sync/default-ports.ts";
import { type DownloadRequest, download } from "../../src/sync/download.ts";
import type { Ports } from "../../src/sync/ports.ts";
import * as faults from "../server/faults.ts";
import { type Answer, json, serve, type TestServer } from "../server/serve.ts";

let server: TestServer;
beforeEach(async () => {
  server = await serve();
});
afterEach(() => server.close());

const ports = (given: Partial<Ports> = {}) =>
  withDefaults(
    { timeouts: { stall: 500, index: 2000, dossier: 2000 }, ...given },
    { interval: async () => 60, appVersion: "1.0.0" },
  );

const request = (given: Partial<DownloadRequest> = {}): DownloadRequest => ({
  url: `${server.origin}/feed.json`,
  cap: 100_000,
  total: 2000,
  signal: new AbortController().signal,
  cache: "no-cache",
  tooLong: () => new DramatisError("too-large", ["100000"]),
  ...given,
});

const body = async (given?: Partial<DownloadRequest>, world?: Partial<Ports>) => {
  const answer = await download(ports(world), request(given));
  if (answer.type !== "body") throw new Error(answer.type);
  return { ...answer, text: new TextDecoder().decode(answer.bytes) };
};

describe("download", () => {
  test("brings the body and what the host said of it", async () => {
    server.on(
      "/feed.json",
      json({ a: 1 }, { "last-modified": "Tue, 24 Nov 2026 00:00:00 GMT", date: "Wed, 25 Nov 2026 01:02:03 GMT" }),
    );
    const answer = await body();
    expect(answer.text).toBe('{"a":1}');
    expect(answer.validators.etag).toMatch(/^"/);
    expect(answer.validators.lastModified).toBe("Tue, 24 Nov 2026 00:00:00 GMT");
    expect(answer.date).toBe(Date.UTC(2026, 10, 25, 1, 2, 3));
  });

  test("asks conditionally, and is told that nothing is new", async () => {
    server.on("/feed.json", json({ a: 1 }));
    const { validators } = await body();
    await expect(download(ports(), request({ validators }))).resolves.toEqual({ type: "unchanged" });
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBe(validators.etag);
  });

  test("sends neither cookies nor a referrer", async () => {
    server.on("/feed.json", json({}));
    await body();
    expect(server.requests[0]?.headers).not.toHaveProperty("cookie");
    expect(server.requests[0]?.headers).not.toHaveProperty("referer");
  });

  test("reports bytes as they come", async () => {
    const text = JSON.stringify("x".repeat(90_000));
    server.on("/feed.json", faults.text(text));
    const seen: number[] = [];
    await body({ progress: (received) => seen.push(received) });
    expect(seen.at(-1)).toBe(text.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test.each(["encoding", "file"])("unpacks gzip as %s", async (as) => {
    const packed = gzipSync('{"a":1}');
    const headers = as === "encoding" ? { "content-encoding": "gzip" } : {};
    server.on("/feed.json", (_request, response) => void response.writeHead(200, headers).end(packed));
    expect((await body()).text).toBe('{"a":1}');
  });

  const cases: [string, string, Answer, RegExp?][] = [
    ["a page with status 200", "content-type", faults.text("<!doctype html><title>Hi</title>", "text/html")],
    ["a page that calls itself JSON", "content-type", faults.text("\n <html>", "application/json")],
    ["a picture", "content-type", faults.text("x", "image/png"), /image\/png/],
    ["a body that breaks off", "interrupted", faults.truncated(JSON.stringify("x".repeat(1000)))],
    ["silence before the headers", "stalled", faults.silent],
    ["silence in the body", "stalled", faults.stalling(JSON.stringify("x".repeat(1000)))],
    ["a byte now and then", "timed-out", faults.slowLoris(50)],
    ["a body of 1 GB that says so", "too-large", faults.endless(1024 ** 3)],
    ["a body of 1 GB that does not say so", "too-large", faults.endless()],
    ["a gzip bomb in the transport", "too-large", faults.gzipBomb(50_000_000, "encoding")],
    ["a gzip bomb as a file", "too-large", faults.gzipBomb(50_000_000, "file")],
    ["a gzip file that is cut", "bad-json", (_q, r) => void r.end(gzipSync("{}").subarray(0, 15))],
    ["401", "http-status", faults.status(401), /401/],
    ["403", "http-status", faults.status(403), /403/],
    ["404", "not-found", faults.status(404)],
    ["410", "gone", faults.status(410)],
    ["429", "rate-limited", faults.status(429)],
    ["500", "http-status", faults.status(500), /500/],
    ["304 that was not asked for", "no-cache", faults.status(304)],
    ["a redirect to itself", "bad-redirect", faults.redirect("/feed.json")],
  ];
  test.each(cases)("%s: %s", async (_name, code, answer, says) => {
    server.on("/feed.json", answer);
    const error = await download(ports(), request()).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DramatisError);
    expect((error as DramatisError).code).toBe(code);
    if (says) expect((error as DramatisError).details.join(" ")).toMatch(says);
  });

  test.each([
    ["429", "120", 120_000],
    ["500", "7", 7_000],
    ["503", "Tue, 24 Nov 2026 01:00:00 GMT", 3_600_000],
  ])("%s with Retry-After %s", async (code, value, wait) => {
    server.on("/feed.json", faults.status(Number(code), { "retry-after": value }));
    const now = () => Date.parse("2026-11-24T00:00:00Z");
    await expect(download(ports({ now }), request())).rejects.toMatchObject({ retryAfter: wait });
  });

  test("follows a redirect on the same host, not to another one", async () => {
    const other = await serve();
    try {
      server.on("/feed.json", faults.redirect("/moved.json"));
      server.on("/moved.json", json({ a: 1 }));
      expect((await body()).text).toBe('{"a":1}');
      server.on("/feed.json", faults.redirect(`${other.origin}/feed.json`));
      other.on("/feed.json", json({ a: 2 }));
      await expect(body()).rejects.toMatchObject({ code: "blocked-redirect" });
      const hasPermission = async (origin: string) => origin === other.origin;
      expect((await body({}, { hasPermission })).text).toBe('{"a":2}');
    } finally {
      await other.close();
    }
  });

  test("a redirect from https to http is refused even with a permission", async () => {
    const fetch = async () =>
      Object.defineProperty(new Response("{}"), "url", { value: "http://example.org/feed.json" });
    const broken = body({ url: "https://example.org/feed.json" }, { fetch, hasPermission: async () => true });
    await expect(broken).rejects.toMatchObject({ code: "blocked-redirect" });
  });

  describe("below HTTP", () => {
    const dead = { url: "http://127.0.0.1:9/feed.json" };
    test("nobody answers", () => expect(body(dead)).rejects.toMatchObject({ code: "dns-or-tls" }));
    test("offline", () => expect(body(dead, { online: () => false })).rejects.toMatchObject({ code: "offline" }));
    test("asks at most twice more, the same address, without cookies and referrer, as PRIVACY.md says", async () => {
      const asked: [string, RequestInit][] = [];
      const fetch = async (url: string, init: RequestInit) => {
        asked.push([url, init]);
        throw new TypeError("Failed to fetch");
      };
      await expect(body({}, { fetch })).rejects.toMatchObject({ code: "dns-or-tls" });
      expect(asked).toHaveLength(3);
      for (const [url, init] of asked) {
        expect(url).toBe(request().url);
        expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
      }
    });
    test("behind a redirect, as a browser shows it: permission first, then a sentence that needs no address", async () => {
      const fetch = async (_url: string, init: RequestInit) => {
        if (init.redirect === "manual")
          return Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
        if (init.mode === "no-cors") return new Response();
        throw new TypeError("Failed to fetch");
      };
      await expect(body({}, { fetch })).rejects.toMatchObject({ code: "permission-needed" });
      const allowed = body({}, { fetch, hasPermission: async () => true });
      await expect(allowed).rejects.toMatchObject({ code: "bad-redirect", details: [new URL(server.origin).host] });
    });
    test("a host without CORS headers, as a browser shows it", async () => {
      const fetch = async (_url: string, init: RequestInit) => {
        if (init.mode !== "no-cors") throw new TypeError("Failed to fetch");
        return new Response();
      };
      await expect(body({}, { fetch })).rejects.toMatchObject({ code: "permission-needed" });
      await expect(body({}, { fetch, hasPermission: async () => true })).rejects.toMatchObject({ code: "dns-or-tls" });
    });
  });

  test("a cancel ends it at once, even where fetch does not listen", async () => {
    const stop = new AbortController();
    const waiting = body({ signal: stop.signal }, { fetch: () => new Promise(() => {}) });
    stop.abort(new DramatisError("cancelled"));
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  });
});
