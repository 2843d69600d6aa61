import { readFileSync } from "node:fs";
import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PING_INTERVAL } from "../../src/background/keep-alive.ts";
import { main } from "../../src/background/main.ts";
import type { CardView } from "../../src/dossier/views.ts";
import type { PageState } from "../../src/shared/page-state.ts";
import { Database } from "../../src/store/tables.ts";
import { fakeBrowser } from "./fake-browser.ts";

const BUNDLE = readFileSync("assets/dossiers/sessions-kislyak.json", "utf8");
const SLOW_FEED = "https://slow.example/feed.json";

let asked: string[];
beforeEach(() => {
  asked = [];
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  vi.stubGlobal("fetch", async (address: string | URL) => {
    if (String(address).includes("dossiers/")) return { text: async () => BUNDLE };
    asked.push(String(address));
    // A host that never answers.
    return new Promise(() => {});
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** The state that pages have once somebody in the background has published. */
async function published(browser: ReturnType<typeof fakeBrowser>): Promise<PageState> {
  await vi.waitFor(() => expect(browser.storage.local.items).toHaveProperty("publishedFor"), 10_000);
  return browser.storage.local.items.page as PageState;
}
const lexicons = (browser: ReturnType<typeof fakeBrowser>) =>
  browser.storage.local.writes.filter((items) => "lexicon" in items).length;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe("the background", () => {
  test("publishes and sets the alarm although a feed that is due does not answer", async () => {
    const browser = fakeBrowser();
    main(browser.start());
    await published(browser);
    await overdueFeed();
    browser.storage.local.items.publishedFor = "of an older version";
    browser.alarms.length = 0;
    main(browser.start());
    await vi.waitFor(() => expect(asked).toEqual([SLOW_FEED]), 10_000);
    expect(browser.storage.local.items.publishedFor).not.toBe("of an older version");
    expect(browser.storage.local.items.hadData).toBe(true);
    await vi.waitFor(() => expect(browser.alarms.at(-1)?.when).toBeGreaterThan(Date.now()));
  });

  test("answers a card that woke it with what the repair has put in the place of what was damaged", async () => {
    const browser = fakeBrowser();
    main(browser.start());
    await published(browser);
    const refs = [{ dossier: "sessions-kislyak", person: "jeff-sessions" }];
    const shown = async () => {
      const { value } = await browser.ask("card.get", { refs });
      return (value as CardView[])[0]?.statements.map(({ id }) => id);
    };
    const whole = await shown();
    expect(whole?.length).toBeGreaterThan(0);
    const db = await database();
    const g = (await db.installed.get("sessions-kislyak"))!.current;
    await db.statements.delete([g, whole![0]!]);
    db.close();
    main(browser.start());
    expect(await shown()).toEqual(whole);
  });

  test("is kept alive while a feed is being checked, and no longer", async () => {
    // Another one: the first test's worker still holds the browser's lock on its own.
    const feed = "https://slow.example/second.json";
    const every = vi.spyOn(globalThis, "setInterval");
    const stop = vi.spyOn(globalThis, "clearInterval");
    const pings = () =>
      every.mock.calls.flatMap(([, ms], i) => (ms === PING_INTERVAL ? [every.mock.results[i]?.value] : []));
    const stopped = () => stop.mock.calls.map(([timer]) => timer);
    try {
      const browser = fakeBrowser();
      main(browser.start());
      await published(browser);
      await overdueFeed(feed);
      main(browser.start());
      await vi.waitFor(() => expect(asked).toEqual([feed]), 10_000);
      // The lexicon's own work has ended by now.
      await vi.waitFor(() => expect(pings().filter((timer) => !stopped().includes(timer))).toHaveLength(1), 10_000);
      await browser.ask("feed.cancel", { url: feed });
      await vi.waitFor(() => expect(pings().filter((timer) => !stopped().includes(timer))).toEqual([]), 10_000);
    } finally {
      every.mockRestore();
      stop.mockRestore();
    }
  });

  test("sets the alarm again also where a run fails", async () => {
    const browser = fakeBrowser();
    main(browser.start());
    await published(browser);
    await pause(200);
    browser.alarms.length = 0;
    const getAll = vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementationOnce(() => {
      throw new Error("broken on purpose");
    });
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      browser.events().alarms.onAlarm.fire({ name: "check-feeds" });
      await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000);
      expect(browser.alarms).toHaveLength(1);
    } finally {
      getAll.mockRestore();
      told.mockRestore();
    }
  });

  test("compiles once at installation, and nothing at a start of the browser", async () => {
    const browser = fakeBrowser();
    main(browser.start());
    browser.events().runtime.onInstalled.fire({ reason: "install" });
    await published(browser);
    await pause(200);
    expect(lexicons(browser)).toBe(1);
    main(browser.start());
    browser.storage.sync.items.enabled = false;
    browser.events().runtime.onStartup.fire();
    await vi.waitFor(() => expect((browser.storage.local.items.page as PageState).enabled).toBe(false));
    await pause(200);
    expect(lexicons(browser)).toBe(1);
  });

  test("tells the frames of the tab in which a card has appeared, and of no other", async () => {
    const browser = fakeBrowser([{ id: 3 }, { id: 4 }]);
    main(browser.start());
    await browser.ask("card.shown", { id: "c1" }, { id: 4 });
    expect(browser.sent).toEqual([{ tab: 4, message: { type: "other-card", id: "c1" } }]);
  });

  test("passes on who asks for the pointer, who has it, and keys, in that tab alone", async () => {
    const browser = fakeBrowser([{ id: 3 }, { id: 4 }]);
    main(browser.start());
    await browser.ask("pointer.follow", { id: "c1" }, { id: 4 });
    await browser.ask("pointer.here", { id: "c1", at: 5 }, { id: 4 });
    await browser.ask("key.here", { id: "c1", typing: false }, { id: 4 });
    expect(browser.sent).toEqual([
      { tab: 4, message: { type: "follow-pointer", id: "c1" } },
      { tab: 4, message: { type: "pointer-away", id: "c1", at: 5 } },
      { tab: 4, message: { type: "key-away", id: "c1", typing: false } },
    ]);
  });
});

describe("a veto", () => {
  const veto = { person: "sessions-kislyak/jeff-sessions", scope: "site", host: "news.example", path: "/a" };

  test("reaches pages and is kept; several at once are all kept", async () => {
    const browser = fakeBrowser();
    main(browser.start());
    await published(browser);
    await Promise.all(["a", "b", "c"].map((host) => browser.ask("veto.add", { ...veto, host }, { id: 1 })));
    expect(Object.keys((await published(browser)).vetoes)).toEqual(["a", "b", "c"]);
    const kept = browser.storage.local.items.vetoes as { host: string; at: number }[];
    expect(kept.map(({ host }) => host)).toEqual(["a", "b", "c"]);
    for (const { at } of kept) expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
  });

  test("of a private window leaves no trace in what is kept, but holds in private tabs", async () => {
    const tab = { id: 9, incognito: true };
    const browser = fakeBrowser([{ id: 1 }, tab]);
    main(browser.start());
    await published(browser);
    await browser.ask("veto.add", veto, tab);
    await browser.ask("card.seen", { ref: { dossier: "sessions-kislyak", person: "jeff-sessions" } }, tab);
    const vetoes = { "news.example": [veto.person] };
    expect(browser.sent).toEqual([{ tab: 9, message: { type: "private-vetoes", vetoes } }]);
    expect(await browser.ask("vetoes.private", {}, tab)).toEqual({ ok: true, value: vetoes });
    expect(await browser.ask("vetoes.private", {}, { id: 1 })).toEqual({ ok: true, value: {} });
    expect(JSON.stringify(browser.storage.local.items)).not.toContain("news.example");
    expect(JSON.stringify(browser.storage.sync.items)).not.toContain("news.example");
    const db = await database();
    expect(await db.seen.toArray()).toEqual([]);
    await browser.ask("card.seen", { ref: { dossier: "sessions-kislyak", person: "jeff-sessions" } }, { id: 1 });
    expect(await db.seen.toArray()).toHaveLength(1);
    db.close();
  });
});

async function database(): Promise<Database> {
  const db = new Database({ indexedDB, IDBKeyRange });
  await db.open();
  return db;
}

/** A feed that is to be checked at once, as an earlier start would have kept it. */
async function overdueFeed(url = SLOW_FEED): Promise<void> {
  const db = await database();
  await db.feeds.put({
    url,
    title: "Slow",
    publisher: "Slow Press",
    trust: { keys: [], marks: {} },
    index: { format: "dramatis-feed/1", title: "Slow", publisher: { name: "Slow Press" }, dossiers: [] },
    signers: [],
    validators: {},
    added: 1,
    attempts: 0,
    next: Date.now() - 1_000,
  } as never);
  db.close();
}
