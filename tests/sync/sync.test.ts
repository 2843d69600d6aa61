import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
});
afterEach(() => server.close());

const words = async (library: ReturnType<typeof startLibrary>, id: string) => {
  const [card] = await library.cards([{ dossier: id, person: "p0" }]);
  return card?.statements.find((statement) => statement.id === "s0");
};

/** A reader whose feed has brought version 2, then 3, which they have rolled back. */
async function rolledBack() {
  const library = startLibrary(world);
  const url = publish(server, { version: 2 });
  await addAndWait(library, url);
  publish(server, { version: 3 });
  await checkAndWait(library, url);
  await library.feeds.rollBack(url);
  return { library, url };
}

describe("a feed", () => {
  test("is previewed without leaving a trace", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    const preview = await library.feeds.preview(url);
    expect(preview).toMatchObject({
      url,
      title: "The Desk's feed",
      publisher: "The Desk",
      dossiers: [{ id: "story", version: 2, title: "A story, version 2" }],
    });
    expect(preview.bytes).toBe(preview.dossiers[0]?.bytes);
    expect(await library.feeds.list()).toEqual([]);
  });

  test("is added, its dossier comes and is used", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    const result = await addAndWait(library, url);
    expect(result).toEqual({ type: "updated", dossiers: [{ id: "story", title: "A story, version 2", to: 2 }] });
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    expect((await library.casts()).map((cast) => cast.id)).toEqual(["bundled", `${url}#story`]);
    const [row] = await library.feeds.list();
    expect(row).toMatchObject({ title: "The Desk's feed", phase: { type: "idle" }, canRollBack: false });
    expect(row?.dossiers[0]).toMatchObject({ version: 2, origin: { type: "feed", feed: url } });
    expect(Date.parse(row?.next as string) - world.clock.now).toBeGreaterThan(DAY * 0.8);
    await expect(library.feeds.add(url)).rejects.toMatchObject({ code: "duplicate-feed" });
  });

  test("is not read as a whole to title a card: its index may be megabytes", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    const read: string[] = [];
    const spies = (["get", "getAll", "openCursor"] as const).map((method) => {
      const original = IDBObjectStore.prototype[method];
      return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...args: unknown[]
      ) {
        read.push(this.name);
        return original.apply(this, args as never) as never;
      });
    });
    const [card] = await library.cards([{ dossier: `${url}#story`, person: "p0" }]);
    for (const spy of spies) spy.mockRestore();
    expect(card?.dossier.feedTitle).toBe("The Desk's feed");
    expect(read).toContain("generations");
    expect(read).not.toContain("feeds");
  });

  test("brings an update when it is due, and nothing before", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    publish(server, { version: 3 });
    const before = server.requests.length;
    await library.start();
    expect(server.requests.length).toBe(before);
    world.clock.now += 2 * DAY;
    await startLibrary(world).runDue();
    expect(await words(library, `${url}#story`)).toMatchObject({ quote: "Said in version 3.", isNew: true });
    await library.markSeen({ dossier: `${url}#story`, person: "p0" });
    expect((await words(library, `${url}#story`))?.isNew ?? false).toBe(false);
    const [newest] = await library.feeds.history(url);
    expect(newest?.changes[0]).toMatchObject({ from: 2, to: 3, changed: [{ id: "s0" }] });
  });

  test("that is unchanged is asked for conditionally and costs one request", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    const before = server.requests.length;
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(server.requests.slice(before)).toMatchObject([{ path: "/feed.json", headers: { "if-none-match": /./ } }]);
  });

  test("without a permission gets no conditional headers: they would need a preflight", async () => {
    const library = startLibrary(world, { hasPermission: async () => false });
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(server.requests.every(({ headers }) => !headers["if-none-match"])).toBe(true);
  });

  test("rolls back, and the version rolled back does not return until there is a newer one", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "no-previous-version" });
    publish(server, { version: 3 });
    await checkAndWait(library, url);
    await library.feeds.rollBack(url);
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    expect((await library.feeds.history(url))[0]?.result).toMatchObject({
      type: "rolled-back",
      dossiers: [{ from: 3, to: 2 }],
    });
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    publish(server, { version: 4 });
    await checkAndWait(library, url);
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 4.");
  });

  test("takes a version that was rolled back again when the reader asks for it, though the feed has nothing newer", async () => {
    const { library, url } = await rolledBack();
    expect((await library.feeds.list())[0]?.dossiers[0]).toMatchObject({ version: 2, heldBack: 3 });
    await library.feeds.takeAgain(url);
    await vi.waitFor(async () => expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 3."));
    expect((await library.feeds.list())[0]?.dossiers[0]).not.toHaveProperty("heldBack");
  });

  test("that was rolled back and then taken out of the feed is not held back but kept as it is, and says so", async () => {
    const { library, url } = await rolledBack();
    server.on("/feed.json", json(index([])));
    // The reader asks for the newer version while the page still offers it.
    const result = ended(library, url);
    await library.feeds.takeAgain(url);
    expect(await result).toMatchObject({ type: "delisted", dossiers: [{ id: "story", version: 2 }] });
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    const row = (await library.feeds.list())[0]!.dossiers[0]!;
    expect(row).toMatchObject({ version: 2, delisted: true });
    expect(row).not.toHaveProperty("heldBack");
    expect((await library.feeds.history(url))[0]?.result.type).toBe("delisted");
  });

  test("that was taken out of the feed after a roll-back is held back still when it is listed again", async () => {
    const { library, url } = await rolledBack();
    server.on("/feed.json", json(index([])));
    await checkAndWait(library, url);
    const result = ended(library, url);
    await library.feeds.takeAgain(url);
    expect(await result).toEqual({ type: "unchanged" });
    publish(server, { version: 3 });
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect((await library.feeds.list())[0]!.dossiers[0]).toMatchObject({ version: 2, heldBack: 3 });
  });

  test("that is removed while it waits its turn and added again at once is checked anew", async () => {
    const library = startLibrary(world);
    // Three feeds that hang take all the turns there are.
    const slow = await Promise.all([1, 2, 3].map(() => serve()));
    try {
      for (const host of slow) {
        const url = publish(host, { version: 1 });
        const hang = new Promise<void>((resolve) => host.on("/story.json", () => resolve()));
        await library.feeds.add(url);
        await hang;
      }
      const url = publish(server, { version: 2 });
      await library.feeds.add(url);
      world.clock.now += 1_000;
      await library.feeds.remove(url);
      await library.feeds.add(url);
      for (const { url: other } of await library.feeds.list()) if (other !== url) await library.feeds.cancel(other);
      await vi.waitFor(async () => expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2."));
    } finally {
      for (const host of slow) await host.close();
    }
  });

  test("whose check is stopped, asked for again and stopped once more stays stopped", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    const hang = new Promise<void>((resolve) => server.on("/story.json", () => resolve()));
    const result = ended(library, url);
    await library.feeds.add(url);
    await hang;
    await library.feeds.cancel(url);
    await library.feeds.check(url);
    await library.feeds.cancel(url);
    expect(await result).toEqual({ type: "cancelled" });
    // Were one of them under way, it would hang at the file.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await library.feeds.list())[0]?.phase).toEqual({ type: "idle" });
  });

  test("is removed and put back with all it had", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    await library.feeds.remove(url);
    expect(await library.feeds.list()).toEqual([]);
    expect(await words(library, `${url}#story`)).toBeUndefined();
    await startLibrary(world).start();
    await library.feeds.restore(url);
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    await library.feeds.remove(url);
    world.clock.now += 3 * DAY;
    await startLibrary(world).start();
    await expect(library.feeds.restore(url)).rejects.toMatchObject({ code: "feed-deleted", details: [url] });
  });

  test("that is bad does not stop another", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    const other = await serve();
    const second = publish(other, { version: 2 });
    await addAndWait(library, second);
    await other.close();
    publish(server, { version: 3 });
    world.clock.now += 2 * DAY;
    await library.runDue();
    const rows = await library.feeds.list();
    const resultOf = (feed: string) => rows.find((row) => row.url === feed)?.result?.type;
    expect([resultOf(url), resultOf(second)]).toEqual(["updated", "failed"]);
  });

  test("takes over the bundled dossier of the same id: one dossier, newer version, roll-back to the bundled one", async () => {
    world = createWorld({ bundle: text(dossier({ version: 1 })) });
    const library = startLibrary(world);
    await library.markSeen({ dossier: "story", person: "p1" });
    const url = publish(server, { version: 2 });
    const result = await addAndWait(library, url);
    expect(result).toMatchObject({ dossiers: [{ from: 1, to: 2 }] });
    expect((await library.casts()).map((cast) => cast.id)).toEqual([`${url}#story`]);
    // A page whose lexicon is from before asks for the bundled one.
    expect(await words(library, "story")).toMatchObject({ quote: "Said in version 2.", isNew: true });
    await library.feeds.rollBack(url);
    expect((await words(library, "story"))?.quote).toBe("Said in version 1.");
    await library.feeds.remove(url);
    expect((await library.casts()).map((cast) => cast.id)).toEqual(["story"]);
  });

  test("is cancelled in the middle: nothing of it stays", async () => {
    const library = startLibrary(world);
    const url = publish(server, { version: 2 });
    await addAndWait(library, url);
    const file = text(dossier({ version: 3, people: 2000 }));
    server.on("/story.json", json(file));
    server.on("/feed.json", json(index([entry(file)])));
    const result = ended(library, url);
    const stop = library.subscribe((event) => {
      if (event.type === "feed" && event.phase.type === "storing" && event.phase.done > 0)
        void library.feeds.cancel(url);
    });
    await library.feeds.check(url);
    expect(await result).toEqual({ type: "cancelled" });
    stop();
    expect((await words(library, `${url}#story`))?.quote).toBe("Said in version 2.");
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated" });
  });
});
