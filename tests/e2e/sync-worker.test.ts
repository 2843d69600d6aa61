/** The life of a real Chromium's worker: its alarm comes back, and it lives as long as it downloads. */
import type { Page } from "puppeteer";
import { afterEach, beforeEach, expect, it } from "vitest";
import { launch, type Session } from "../browsers/launch.ts";
import { paced } from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "../sync/publisher.ts";
import { ask, readStore } from "./extension.ts";

declare const chrome: {
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]>; clearAll(): Promise<boolean> };
};

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
let server: TestServer;
let session: Session | undefined;
beforeEach(async () => {
  server = await serve();
});
afterEach(async () => {
  await session?.close();
  await server.close();
});

const alarms = (page: Page) => page.evaluate(() => chrome.alarms.getAll());

async function until<T>(what: string, get: () => Promise<T>, good: (value: T) => boolean, limit = 15_000): Promise<T> {
  for (const end = Date.now() + limit; ; await pause(100)) {
    const value = await get();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(value)} after ${limit} ms`);
  }
}

it("sets its alarm again when it has gone, at the next start for whatever reason", async () => {
  session = await launch("chromium");
  const page = await session.open("options.html");
  const url = publish(server, { version: 1 });
  await ask(page, "feed.add", { url });
  await until(
    "the first check",
    () => ask(page, "feeds.list", {}),
    ([row]) => row?.result?.type === "updated",
  );
  const [row] = await ask(page, "feeds.list", {});
  await until(
    "the alarm",
    () => alarms(page),
    ([alarm]) => alarm?.scheduledTime === Date.parse(row!.next!),
  );
  await page.evaluate(() => chrome.alarms.clearAll());
  await session.stopBackground();
  expect(await alarms(page)).toEqual([]);
  await ask(page, "card.get", { refs: [{ dossier: `${url}#story`, person: "p0" }] });
  await until(
    "the alarm",
    () => alarms(page),
    ([alarm]) => alarm?.scheduledTime === Date.parse(row!.next!),
  );
});

it.runIf(process.env.LONG)(
  "lives through a download of over a minute, and not much longer",
  { timeout: 250_000 },
  async () => {
    // A worker that a test looks into is never ended by the browser.
    session = await launch("chromium", { targetFilter: (target) => target.type() !== "service_worker" });
    const cdp = await session.browser.target().createCDPSession();
    const alive = async () => {
      const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
      return targetInfos.some(({ type }) => type === "service_worker");
    };
    // A page without scripts of the extension: no port of it keeps the worker busy.
    const page = await session.open("manifest.json");
    const url = `${server.origin}/feed.json`;
    const file = text(dossier({ version: 1, people: 200 }));
    server.on("/feed.json", json(index([entry(file)])));
    server.on("/story.json", paced(file, 35, 2000));
    await ask(page, "feed.add", { url });
    const began = Date.now();
    const stored = await until(
      "the dossier",
      () => readStore(page, `${url}#story`),
      ({ version }) => version === 1,
      150_000,
    );
    expect(Date.now() - began).toBeGreaterThan(65_000);
    expect(stored.state).toBe("ready");
    // One request for the file: it was never begun anew.
    expect(server.requests.filter(({ path }) => path === "/story.json")).toHaveLength(1);
    expect(await alive()).toBe(true);
    await until("the worker to end", alive, (is) => !is, 60_000);
  },
);
