/** The network's part of the table of bad input, through the whole engine and the real store. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { LIMITS } from "../../src/dossier/limits.ts";
import type { SyncPhase } from "../../src/dossier/rows.ts";
import { TIMEOUTS } from "../../src/sync/ports.ts";
import * as faults from "../server/faults.ts";
import { selfSigned } from "../server/self-signed.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { type Refusal, recovers, refuses, type Scene, type SceneChoice, setScene } from "./bad-feed.ts";
import { dossier, entry, index, text } from "./publisher.ts";

interface Row extends Refusal, SceneChoice {
  name: string;
  breaks(scene: Scene): unknown;
  during?(scene: Scene): Promise<void>;
  /** Milliseconds until the next check, at least. */
  waits?: number;
}

const FILE = text(dossier({ version: 3 }));
const SPOILT = "{]";
const MINUTE = 60_000;

const atIndex = (answer: Parameters<TestServer["on"]>[1]) => (scene: Scene) => scene.server.on("/feed.json", answer);
/** The index is right and offers version 3; its file is what is wrong. */
const atFile = (answer: Parameters<TestServer["on"]>[1], changes = {}) =>
  function breaks({ server }: Scene) {
    server.on("/feed.json", json(index([entry(FILE, "story.json", changes)])));
    server.on("/story.json", answer);
  };

/** Once the check is there, so much time passes that a host which says nothing has had its chance. */
const silence = (path: string, phase: SyncPhase["type"] | "receiving") => async (scene: Scene) => {
  const { server, library, timers } = scene;
  const phaseNow = async () => {
    const now = (await library.feeds.list())[0]?.phase;
    return now?.type === "downloading" && now.received > 0 ? "receiving" : now?.type;
  };
  // The two requests before were those of version 2.
  const asked = () => server.requests.slice(2).some((request) => request.path === path);
  await expect.poll(async () => asked() && (await phaseNow()), { interval: 5, timeout: 10_000 }).toBe(phase);
  timers.elapse(TIMEOUTS.stall - 1);
  expect(await phaseNow()).toBe(phase);
  timers.elapse(1);
};
/** Whenever a byte has come, nearly as much time passes as may pass between two. */
const drip = async ({ library, timers, url }: Scene) => {
  const stop = library.subscribe((event) => {
    if (event.type === "feed" && event.url === url && event.phase.type === "downloading")
      timers.elapse(TIMEOUTS.stall - 1);
  });
  await expect
    .poll(async () => (await library.feeds.list())[0]?.phase.type, { timeout: 5000, interval: 10 })
    .toBe("idle");
  stop();
};

/** Serves what `feed.test` would serve, as if it came by https. */
const overHttps = ({ server }: Scene) => ({
  fetch: async (address: string, init: RequestInit) => {
    const response = await fetch(address.replace("https://feed.test", server.origin), init);
    if (response.redirected) return response;
    return Object.defineProperty(response, "url", { value: address });
  },
});

/** A browser's fetch: without a permission the host's CORS headers decide; a host that does not exist is a TypeError. */
const asBrowser = ({ state }: Scene) => ({
  fetch: async (address: string, init: RequestInit) => {
    if (address.includes(".invalid")) throw new TypeError("Failed to fetch");
    const response = await fetch(address, init);
    const readable = state.permission || response.headers.has("access-control-allow-origin");
    if (init.mode !== "no-cors" && !readable) throw new TypeError("Failed to fetch");
    return response;
  },
});

const ROWS: Row[] = [
  {
    name: "not JSON",
    breaks: atIndex(faults.text('{"format": dramatis}')),
    code: "bad-json",
    says: /not valid JSON \(line 1, column 12: .+\)\. If the file is yours/,
  },
  {
    name: "not JSON, in the file",
    breaks: atFile(faults.text(SPOILT), {
      bytes: SPOILT.length,
      sha256: createHash("sha256").update(SPOILT).digest("hex"),
    }),
    code: "bad-json",
    says: /not valid JSON \(line 1, column 2/,
  },
  {
    name: "HTML with status 200",
    breaks: atIndex(faults.text("<!doctype html><title>Welcome</title>", "text/html")),
    code: "content-type",
    says: /127\.0\.0\.1.*is not a feed: the server answered with a page .*\(text\/html\)/,
  },
  {
    name: "HTML that calls itself JSON",
    breaks: atFile(faults.text("<html>Log in</html>")),
    code: "content-type",
    says: /story\.json is not a feed: .*page/,
  },
  { name: "an empty index", breaks: atIndex(faults.text("")), code: "empty-body", says: /^The file is empty/ },
  { name: "an empty file", breaks: atFile(faults.text("")), code: "empty-body", says: /^The file is empty/ },
  {
    name: "an index that breaks off",
    breaks: atIndex(faults.truncated(text(index([entry(FILE)])))),
    code: "interrupted",
    says: /^The connection to 127\.0\.0\.1:\d+ broke off after \d+ bytes/,
  },
  {
    name: "a file that breaks off",
    breaks: atFile(faults.truncated(FILE)),
    code: "interrupted",
    says: /broke off after [1-9]\d+ bytes/,
  },
  {
    name: "a file that is shorter than announced",
    breaks: atFile(faults.text(FILE.slice(0, -10))),
    code: "bad-length",
    says: new RegExp(`\\(${FILE.length} bytes announced, ${FILE.length - 10} received\\)`),
  },
  {
    name: "a file that is longer than announced",
    breaks: atFile(faults.text(`${FILE}          `)),
    code: "bad-length",
    says: new RegExp(`${FILE.length} bytes announced, > ${FILE.length} received`),
  },
  {
    name: "a file with another hash",
    breaks: atFile(faults.text(FILE.replace("version 3.", "version 8."))),
    code: "bad-hash",
    says: /not the file that the feed announced \(its SHA-256 differs\)/,
  },
  {
    name: "an index of 1 GB that says so",
    breaks: atIndex(faults.endless(1024 ** 3)),
    code: "too-large",
    says: new RegExp(`larger than allowed \\(${LIMITS.feedBytes} bytes\\)`),
  },
  { name: "an index of 1 GB", breaks: atIndex(faults.endless()), code: "too-large", says: /larger than allowed/ },
  { name: "a file of 1 GB", breaks: atFile(faults.endless()), code: "bad-length", says: /bytes announced, > / },
  {
    name: "a gzip bomb in the transport",
    breaks: atIndex(faults.gzipBomb(100_000_000, "encoding")),
    code: "too-large",
    says: /larger than allowed/,
  },
  {
    name: "a gzip bomb as a file",
    breaks: atFile(faults.gzipBomb(100_000_000, "file")),
    code: "bad-length",
    says: /bytes announced, > /,
  },
  {
    name: "a gzip file that is cut",
    breaks: atFile((_q, r) => void r.end(gzipSync(FILE).subarray(0, 100))),
    code: "bad-json",
    says: /the compressed file is cut short or damaged/,
  },
  {
    name: "a hang before the headers",
    breaks: atIndex(faults.silent),
    during: silence("/feed.json", "checking"),
    code: "stalled",
    says: /^127\.0\.0\.1:\d+ sent nothing for 25 seconds/,
  },
  {
    name: "a hang before the headers of the file, which the reader sees is waited for",
    breaks: atFile(faults.silent),
    async during(scene) {
      const waiting = silence("/story.json", "downloading");
      const phases: SyncPhase[] = [];
      scene.library.subscribe((event) => event.type === "feed" && phases.push(event.phase));
      await waiting(scene);
      const held = phases.filter(({ type }) => type === "downloading");
      expect(held).toEqual([{ type: "downloading", dossier: "story", received: 0, total: FILE.length }]);
    },
    code: "stalled",
    says: /sent nothing for 25 seconds/,
  },
  {
    name: "a hang in the middle of the file",
    breaks: atFile(faults.stalling(FILE)),
    during: silence("/story.json", "receiving"),
    code: "stalled",
    says: /sent nothing for 25 seconds/,
  },
  {
    name: "slow-loris: a byte now and then",
    breaks: atFile(faults.slowLoris(2)),
    during: drip,
    code: "timed-out",
    says: /^The download from 127\.0\.0\.1:\d+ was not complete after 900 seconds/,
  },
  {
    name: "a redirect to itself",
    breaks: atIndex(faults.redirect("/feed.json")),
    code: "bad-redirect",
    says: /^127\.0\.0\.1:\d+ sends on to another address, and nothing could be downloaded there: it sends on for ever/,
  },
  {
    name: "a redirect loop of two",
    breaks({ server }) {
      server.on("/feed.json", faults.redirect("/there"));
      server.on("/there", faults.redirect("/feed.json"));
    },
    code: "bad-redirect",
    says: /sends on for ever/,
  },
  {
    name: "a redirect from https to http",
    origin: "https://feed.test",
    ports: overHttps,
    breaks({ server }) {
      server.on("/feed.json", faults.redirect(`${server.origin}/elsewhere.json`));
      server.on("/elsewhere.json", json(index([entry(FILE)])));
    },
    code: "blocked-redirect",
    says: /^feed\.test sends on to http:\/\/127.*unencrypted/,
  },
  {
    name: "an https feed whose file is at http",
    origin: "https://feed.test",
    ports: overHttps,
    breaks: ({ server }) => server.on("/feed.json", json(index([entry(FILE, `${server.origin}/story.json`)]))),
    code: "insecure-file",
    says: /came by https, but it lists a file at an address without it \(“?http:\/\/127/,
  },
  {
    name: "304 although nothing is held that was asked about",
    ports: () => ({ hasPermission: async () => false }),
    breaks: atIndex(faults.status(304)),
    code: "no-cache",
    says: /says that nothing is new, but nothing of it is held here/,
  },
  { name: "304 for the file", breaks: atFile(faults.status(304)), code: "no-cache", says: /nothing of it is held/ },
  {
    name: "401",
    breaks: atIndex(faults.status(401)),
    code: "http-status",
    says: /feed\.json answered with status 401/,
  },
  {
    name: "403",
    breaks: atFile(faults.status(403)),
    code: "http-status",
    says: /story\.json answered with status 403/,
  },
  {
    name: "404",
    breaks: atIndex(faults.status(404)),
    code: "not-found",
    says: /nothing at http.*feed\.json \(not found\)/,
  },
  {
    name: "404 for the file",
    breaks: atFile(faults.status(404)),
    code: "not-found",
    says: /nothing at http.*story\.json/,
  },
  {
    name: "410",
    breaks: atIndex(faults.status(410)),
    code: "gone",
    says: /taken http.*feed\.json down for good/,
    waits: 7 * 24 * 60 * MINUTE,
  },
  { name: "429", breaks: atIndex(faults.status(429)), code: "rate-limited", says: /asks not to be called so often/ },
  {
    name: "429 with Retry-After in seconds",
    breaks: atIndex(faults.status(429, { "retry-after": "7200" })),
    code: "rate-limited",
    says: /asks not to be called so often/,
    waits: 120 * MINUTE,
  },
  {
    name: "429 with Retry-After as a date",
    breaks: atIndex(faults.status(429, { "retry-after": "Tue, 24 Nov 2026 06:00:00 GMT" })),
    code: "rate-limited",
    says: /asks not to be called so often/,
    waits: 6 * 60 * MINUTE,
  },
  {
    name: "500 with Retry-After in seconds",
    breaks: atIndex(faults.status(500, { "retry-after": "5400" })),
    code: "http-status",
    says: /status 500 instead of the file/,
    waits: 90 * MINUTE,
  },
  { name: "500", breaks: atIndex(faults.status(500)), code: "http-status", says: /status 500 instead of the file/ },
  {
    name: "503 with Retry-After as a date",
    breaks: atFile(faults.status(503, { "retry-after": "Wed, 25 Nov 2026 00:00:00 GMT" })),
    code: "http-status",
    says: /status 503/,
    waits: 24 * 60 * MINUTE,
  },
  {
    name: "a host that speaks no TLS",
    breaks: ({ server }) =>
      server.on("/feed.json", json(index([entry(FILE, `${server.origin.replace("http", "https")}/story.json`)]))),
    code: "dns-or-tls",
    says: /cannot be reached: .*certificate is not valid/,
  },
  {
    name: "a DNS failure",
    ports: asBrowser,
    breaks: ({ server }) => server.on("/feed.json", json(index([entry(FILE, "http://gone.invalid/story.json")]))),
    code: "dns-or-tls",
    says: /^gone\.invalid cannot be reached: there is no such host/,
  },
  {
    name: "nobody listening",
    breaks: ({ server }) => server.on("/feed.json", json(index([entry(FILE, "http://127.0.0.1:9/story.json")]))),
    code: "dns-or-tls",
    says: /^127\.0\.0\.1:9 cannot be reached/,
  },
  {
    name: "offline",
    ports: asBrowser,
    breaks: ({ server, state }) => {
      state.online = false;
      server.on("/feed.json", json(index([entry(FILE, "http://gone.invalid/story.json")])));
    },
    code: "offline",
    says: /no network connection, so gone\.invalid cannot be reached/,
  },
  {
    name: "a permission that was revoked",
    ports: asBrowser,
    breaks({ server, state }) {
      state.permission = false;
      server.on("/feed.json", faults.text(text(index([entry(FILE)]))));
    },
    code: "permission-needed",
    says: /^127\.0\.0\.1:\d+ does not let other sites download its files, so Dramatis needs your permission/,
  },
];

test.each(ROWS)("$name: $code", { timeout: 30_000 }, async ({ breaks, during, waits, code, says, ...choice }) => {
  const scene = await setScene(choice);
  try {
    await breaks(scene);
    const { next } = await refuses(scene, { code, says }, during);
    // Offline is due as soon as there is a network; all others wait a little, or as long as the host asks.
    expect(next).toBeGreaterThanOrEqual(code === "offline" ? 0 : (waits ?? MINUTE / 2));
    if (!waits) expect(next).toBeLessThanOrEqual(MINUTE);
    Object.assign(scene.state, { online: true, permission: true });
    await recovers(scene);
  } finally {
    await scene.close();
  }
});

test("a redirect to another host: refused with its address, taken where the reader's permission covers it", async () => {
  const other = await serve();
  const scene = await setScene({
    ports: ({ server }) => ({ hasPermission: async (origin) => origin === server.origin }),
  });
  try {
    scene.server.on("/feed.json", faults.redirect(`${other.origin}/feed.json`));
    other.on("/feed.json", json(index([entry(FILE)])));
    await refuses(scene, { code: "blocked-redirect", says: new RegExp(`sends on to ${other.origin}/feed.json`) });
    await recovers(scene);
  } finally {
    await scene.close();
    await other.close();
  }
});

test("a certificate that nobody vouches for: nothing is taken from that host", async () => {
  const other = await serve(selfSigned());
  const scene = await setScene();
  try {
    scene.server.on("/feed.json", json(index([entry(FILE, `${other.origin}/story.json`)])));
    other.on("/story.json", json(FILE));
    await refuses(scene, {
      code: "dns-or-tls",
      says: /^127\.0\.0\.1:\d+ cannot be reached: .*certificate is not valid/,
    });
    expect(other.requests).toEqual([]);
    await recovers(scene);
  } finally {
    await scene.close();
    await other.close();
  }
});

test("1 GB is never held: the download ends at the cap", async () => {
  const scene = await setScene();
  try {
    let sent = 0;
    scene.server.on("/feed.json", (request, response) => {
      response.on("close", () => {
        sent = response.socket?.bytesWritten ?? request.socket.bytesWritten;
      });
      void faults.endless()(request, response);
    });
    await refuses(scene, { code: "too-large", says: /larger/ });
    await expect.poll(() => sent, { interval: 5, timeout: 10_000 }).toBeGreaterThan(LIMITS.feedBytes);
    // What lies in buffers on the way comes on top.
    expect(sent).toBeLessThan(LIMITS.feedBytes + 16 * 1024 * 1024);
  } finally {
    await scene.close();
  }
});
