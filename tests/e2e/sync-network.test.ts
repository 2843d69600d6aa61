/** The network's part of the table of bad input where only a real browser can show it: its own fetch, TLS, DNS, CORS, cache. */
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SyncResult } from "../../src/dossier/rows.ts";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import * as faults from "../server/faults.ts";
import { selfSigned } from "../server/self-signed.ts";
import { type Answer, json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "../sync/publisher.ts";
import { sentence } from "../sync/sentences.ts";
import { alerts, control, press } from "../ui/live/reader.ts";
import { ask, type Kept, readStore } from "./extension.ts";

/** Longer than a label of a name may be (RFC 1035, 2.3.4): no resolver answers it, and none is asked beyond this machine. */
const NO_HOST = `${"a".repeat(64)}.test`;
const FILE = text(dossier({ version: 2 }));
const MINUTE = 60_000;

interface World {
  server: TestServer;
  /** Speaks TLS with a certificate that nobody vouches for. */
  tls: TestServer;
  /** Another host, by its port. */
  other: TestServer;
  /** Where nobody listens. */
  closed: string;
}

interface Row {
  name: string;
  breaks(world: World): void;
  code: string;
  says: RegExp;
  /** Milliseconds that the check takes, and until the next one, at least. */
  takes?: number;
  waits?: number;
}

/** Readable by other origins, whatever it answers. */
const open =
  (answer: Answer): Answer =>
  (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    return answer(request, response);
  };
const atIndex =
  (answer: Answer) =>
  ({ server }: World) =>
    server.on("/feed.json", open(answer));
const fileAt = (address: string, { server }: World) => server.on("/feed.json", json(index([entry(FILE, address)])));

const ROWS: Row[] = [
  {
    name: "a certificate that nobody vouches for",
    breaks: (world) => fileAt(`${world.tls.origin}/story.json`, world),
    code: "dns-or-tls",
    says: /^127\.0\.0\.1:\d+ cannot be reached: .*its certificate is not valid\. Check the address, or try again later\.$/,
  },
  {
    name: "a name that does not exist",
    breaks: (world) => fileAt(`http://${NO_HOST}/story.json`, world),
    code: "dns-or-tls",
    says: /^a{64}\.test cannot be reached: there is no such host/,
  },
  {
    name: "nobody listening",
    breaks: (world) => fileAt(`${world.closed}/story.json`, world),
    code: "dns-or-tls",
    says: /^127\.0\.0\.1:\d+ cannot be reached: .*it does not answer/,
  },
  {
    name: "a redirect loop",
    breaks({ server }) {
      server.on("/feed.json", open(faults.redirect("/there")));
      server.on("/there", open(faults.redirect("/feed.json")));
    },
    code: "bad-redirect",
    says: /^127\.0\.0\.1:\d+ sends on to another address, and nothing could be downloaded there: it sends on for ever/,
  },
  {
    name: "304 although nothing was asked about",
    breaks({ server }) {
      fileAt("story.json", { server } as World);
      server.on("/story.json", open(faults.status(304)));
    },
    code: "no-cache",
    says: /says that nothing is new, but nothing of it is held here/,
  },
  {
    name: "401",
    breaks: atIndex(faults.status(401, { "www-authenticate": "Basic" })),
    code: "http-status",
    says: /status 401/,
  },
  { name: "403", breaks: atIndex(faults.status(403)), code: "http-status", says: /status 403 instead of the file/ },
  { name: "404", breaks: atIndex(faults.status(404)), code: "not-found", says: /nothing at http.*feed\.json/ },
  {
    name: "410",
    breaks: atIndex(faults.status(410)),
    code: "gone",
    says: /taken http.* down for good/,
    waits: 7 * 24 * 60 * MINUTE,
  },
  { name: "429", breaks: atIndex(faults.status(429)), code: "rate-limited", says: /asks not to be called so often/ },
  {
    name: "429 with Retry-After that other origins may read",
    breaks: atIndex(faults.status(429, { "retry-after": "7200", "access-control-expose-headers": "Retry-After" })),
    code: "rate-limited",
    says: /asks not to be called so often/,
    waits: 120 * MINUTE,
  },
  { name: "500", breaks: atIndex(faults.status(500)), code: "http-status", says: /status 500 instead of the file/ },
  { name: "1 GB that says so", breaks: atIndex(faults.endless(1024 ** 3)), code: "too-large", says: /larger than/ },
  { name: "1 GB", breaks: atIndex(faults.endless()), code: "too-large", says: /larger than allowed/ },
  {
    name: "a gzip bomb",
    breaks: atIndex(faults.gzipBomb(1_000_000_000, "encoding")),
    code: "too-large",
    says: /larger than allowed/,
  },
  {
    name: "a body that breaks off",
    breaks: atIndex(faults.truncated(text(index([entry(FILE)])))),
    code: "interrupted",
    says: /^The connection to 127\.0\.0\.1:\d+ broke off after \d+ bytes/,
  },
  {
    name: "a hang before the headers",
    breaks: atIndex(faults.silent),
    code: "stalled",
    says: /^127\.0\.0\.1:\d+ sent nothing for 25 seconds/,
    takes: 24_000,
  },
];

declare const chrome: {
  runtime: { id: string };
  permissions: { remove(which: { origins: string[] }): Promise<boolean> };
  developerPrivate: { updateExtensionConfiguration(change: Record<string, unknown>): Promise<void> };
};

/**
 * What a reader does in the browser's own page of extensions: no access to sites but on a click. Before that both
 * browsers let an extension read wherever its content scripts may run.
 */
async function revoke(session: Session, page: Page): Promise<void> {
  if (session.kind === "firefox") {
    await page.evaluate(() => chrome.permissions.remove({ origins: ["<all_urls>"] }));
    return;
  }
  const own = await session.browser.newPage();
  await own.goto("chrome://extensions");
  const extensionId = new URL(page.url()).host;
  await own.evaluate(
    (id) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_CLICK" }),
    extensionId,
  );
  await own.close();
}

/** What the reader's browser lets us read of other hosts decides here; see docs/testing.md. */
const WITHOUT_PERMISSION: Row[] = [
  {
    name: "a redirect to another host",
    breaks({ server, other }) {
      server.on("/feed.json", open(faults.redirect(`${other.origin}/feed.json`)));
      other.on("/feed.json", json(index([entry(FILE)])));
    },
    code: "blocked-redirect",
    says: /^127\.0\.0\.1:\d+ sends on to http:\/\/127\.0\.0\.1:\d+\/feed\.json, which is not allowed/,
  },
  {
    name: "a host that does not let itself be read any more",
    breaks: ({ server }) => server.on("/feed.json", faults.text(text(index([entry(FILE)])))),
    code: "permission-needed",
    says: /does not let other sites download its files, so Dramatis needs your permission/,
  },
];

describe.each(BROWSERS)("a feed that goes wrong in %s", (kind) => {
  let session: Session;
  let page: Page;
  let world: World;
  let url: string;
  let before: Kept;
  beforeAll(async () => {
    const gone = await serve();
    world = { server: await serve(), tls: await serve(selfSigned()), other: await serve(), closed: gone.origin };
    await gone.close();
    session = await launch(kind);
    page = await session.open("options.html");
  });
  afterAll(async () => {
    await session?.close();
    for (const server of [world.server, world.tls, world.other]) await server.close();
  });
  const kept = () => readStore(page, `${url}#story`);
  const row = async () => (await ask(page, "feeds.list", {})).find((feed) => feed.url === url);

  /** The result of the check that `begin` starts. */
  async function result(begin: () => Promise<unknown>): Promise<SyncResult | undefined> {
    const last = (await row())?.checked;
    await begin();
    await expect
      .poll(
        async () => {
          const now = await row();
          return now?.phase.type === "idle" && now.checked !== undefined && now.checked !== last;
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe(true);
    return (await row())?.result;
  }

  beforeEach(async () => {
    url = publish(world.server, { version: 1 });
    expect(await result(() => ask(page, "feed.add", { url }))).toMatchObject({ type: "updated" });
    before = await kept();
    expect(before).toMatchObject({ version: 1, state: "ready" });
  });
  afterEach(() => ask(page, "feed.remove", { url }));

  const withstands = async ({ breaks, code, says, takes = 0, waits }: Row) => {
    breaks(world);
    const began = Date.now();
    const failed = await result(() => ask(page, "feed.check", { url }));
    expect(failed).toMatchObject({ type: "failed", error: { code } });
    expect(failed?.type === "failed" && sentence(failed.error)).toMatch(says);
    expect(Date.now() - began).toBeGreaterThanOrEqual(takes);
    const wait = Date.parse((await row())?.next ?? "") - began;
    expect(wait).toBeGreaterThanOrEqual(waits ?? MINUTE / 3);
    if (waits === undefined) expect(wait).toBeLessThan(3 * MINUTE);
    expect(await kept()).toEqual(before);

    publish(world.server, { version: 2 });
    const good = await result(() => ask(page, "feed.check", { url }));
    expect(good).toMatchObject({ type: "updated", dossiers: [{ from: 1, to: 2 }] });
  };
  it.each(ROWS)("$name: $code", { timeout: 120_000 }, withstands);

  describe("with its permission revoked", () => {
    beforeAll(() => revoke(session, page));
    it.each(WITHOUT_PERMISSION)("$name: $code", withstands);

    // Headless Chromium leaves the question open.
    it.runIf(kind === "firefox")("is asked for it by the click on “Check now”, and goes on", async () => {
      const file = text(dossier({ version: 2 }));
      world.server.on("/feed.json", faults.text(text(index([entry(file)]))));
      world.server.on("/story.json", faults.text(file));
      await result(() => ask(page, "feed.check", { url }));
      const own = await control(page, "row", "The Desk's feed");
      expect((await alerts(own))[0]).toContain("needs your permission");
      await page.bringToFront();
      expect(await result(() => press(own, "button", "Check now"))).toMatchObject({ type: "updated" });
      expect(await alerts(own)).toEqual([]);
    });
  });

  it("has not asked a host without TLS for anything", () => expect(world.tls.requests).toEqual([]));
});
