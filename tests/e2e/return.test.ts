/** What a page does that comes back from the back/forward cache: it was told nothing of what changed meanwhile. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BROWSERS } from "../browsers/find.ts";
import { launch, type Session } from "../browsers/launch.ts";
import { markedNames } from "../browsers/marks.ts";

declare const chrome: { storage: { sync: { set(values: Record<string, unknown>): Promise<void> } } };

describe.each(BROWSERS)("a page that comes back in %s", (kind) => {
  let session: Session;
  let server: Server;
  let origin: string;
  let page: Page;
  let own: Page;

  beforeAll(async () => {
    server = createServer((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Jeff Sessions spoke.</p>"),
    );
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    session = await launch(kind);
    own = await session.open("options.html");
  });
  // In Firefox a page that came back from the cache has no load event for puppeteer, whose next `goto` in that tab waits
  // for it in vain: each case has a tab of its own.
  beforeEach(async () => {
    page = await session.browser.newPage();
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await session?.close();
    server?.closeAllConnections();
    server?.close();
  });

  async function setEnabled(enabled: boolean): Promise<void> {
    await own.evaluate((on) => chrome.storage.sync.set({ enabled: on }), enabled);
  }
  async function marksBecome(names: readonly string[]): Promise<void> {
    const end = Date.now() + 8_000;
    while ((await markedNames(page)).join() !== names.join()) {
      if (Date.now() > end) throw new Error(`marked: ${await markedNames(page)}; expected: ${names}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  it.each([
    ["off", "on", ["Jeff Sessions"]],
    ["on", "off", []],
  ] as const)("left while annotations are %s, it follows that they are %s", async (before, after, names) => {
    await setEnabled(before === "on");
    await page.bringToFront();
    await page.goto(`${origin}/a`);
    await marksBecome(before === "on" ? ["Jeff Sessions"] : []);
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.goto(`${origin}/b`);
    await setEnabled(after === "on");
    await marksBecome(names);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.pathname === "/a");
    await marksBecome(names);
    // Chromium keeps no page for going back while a debugger is attached that asks for its console.
    if (kind === "firefox") expect(await page.evaluate(() => "isSamePage" in globalThis)).toBe(true);
  });
});
