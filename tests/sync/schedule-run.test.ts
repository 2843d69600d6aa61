/** When the engine does what: due times, resuming after a kill, one run at a time, three at once. */
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/store/tables.ts";
import * as faults from "../server/faults.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

const MINUTE = 60_000;
let server: TestServer;
let world: World;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
});
afterEach(() => server.close());

const next = async (library: ReturnType<typeof startLibrary>) => (await library.nextDue())! - world.clock.now;

describe("a worker that is killed in the middle", () => {
  /** A worker of which all that is left is what it wrote before its first check got an answer. */
  function dying(fetch: typeof globalThis.fetch): ReturnType<typeof startLibrary> {
    // The browser gives a lock free when its holder dies.
    const locks = { request: (_name: string, _options: unknown, work: (lock: unknown) => unknown) => work({}) };
    return startLibrary(world, { fetch, after: () => () => {}, locks: locks as unknown as World["locks"] });
  }
  const never = () => new Promise<never>(() => {});
  const isChecking = (library: ReturnType<typeof startLibrary>) =>
    expect
      .poll(async () => (await library.feeds.list())[0]?.phase.type, { interval: 5, timeout: 10_000 })
      .toBe("checking");

  async function kill(url: string): Promise<void> {
    const dead = dying(never);
    await dead.feeds.check(url);
    await isChecking(dead);
  }

  test("in the first check of a feed goes on as soon as there is another, the second time after a rest", async () => {
    const url = publish(server, { version: 1 });
    let asked = 0;
    const dead = dying((input, init) => (asked++ > 0 ? never() : fetch(input, init)));
    await dead.feeds.add(url);
    await isChecking(dead);
    expect(await next(startLibrary(world))).toBe(0);
    await kill(url);
    expect(await next(startLibrary(world))).toBe(1.5 * MINUTE);
  });

  test("is due again by itself, later each time, and goes on as if nothing had been", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(startLibrary(world), url);
    publish(server, { version: 2 });
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      await kill(url);
      waits.push(await next(startLibrary(world)));
      world.clock.now += waits.at(-1)!;
    }
    expect(waits).toEqual([0.75 * MINUTE, 1.5 * MINUTE, 3 * MINUTE]);
    const library = startLibrary(world);
    await library.start();
    expect((await library.feeds.list())[0]).toMatchObject({ result: { type: "updated" }, dossiers: [{ version: 2 }] });
    expect(await next(library)).toBe(DAY);
  });

  test.each(Array.from({ length: 24 }, (_, turns) => turns))(
    "and cancelled as the next one starts (%i turns later) does not go on by itself",
    async (turns) => {
      const url = publish(server, { version: 1 });
      await addAndWait(startLibrary(world), url);
      await kill(url);
      server.on("/feed.json", faults.silent);
      world.clock.now += MINUTE;
      // Each answer of the settings takes a turn, as it does in a browser.
      const interval = () => new Promise<number>((done) => setTimeout(() => done(1440)));
      const library = startLibrary(world, {}, { interval });
      const started = library.start();
      for (let n = 0; n < turns; n++) await new Promise((done) => setImmediate(done));
      await library.feeds.cancel(url);
      await started;
      expect((await library.feeds.list())[0]).toMatchObject({ phase: { type: "idle" }, result: { type: "cancelled" } });
      expect(await next(library)).toBe(DAY - MINUTE);
    },
  );

  test("and cancelled, then asked for again at once, is checked, and goes on should that be killed too", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(startLibrary(world), url);
    await kill(url);
    server.on("/feed.json", faults.silent);
    const library = startLibrary(world);
    const result = ended(library, url);
    const asked = server.requests.length;
    const cancelled = library.feeds.cancel(url);
    await library.feeds.check(url);
    await cancelled;
    await expect.poll(() => server.requests.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(asked);
    expect(await next(library)).toBe(1.5 * MINUTE);
    await library.feeds.cancel(url);
    expect(await result).toEqual({ type: "cancelled" });
  });
});

describe("due times", () => {
  test.each([
    ["off, then daily", 0, 1440],
    ["monthly, then hourly", 43_200, 60],
    ["hourly, then monthly", 60, 43_200],
  ])("follow the general interval when it changes: %s", async (_, before, after) => {
    let minutes = before;
    const library = startLibrary(world, {}, { interval: async () => minutes });
    await addAndWait(library, publish(server, { version: 1 }));
    world.clock.now += 10 * MINUTE;
    minutes = after;
    expect(await next(library)).toBe((after - 10) * MINUTE);
    const [row] = await library.feeds.list();
    expect(Date.parse(row?.next ?? "") - world.clock.now).toBe((after - 10) * MINUTE);
    const asked = server.requests.length;
    world.clock.now += (after - 11) * MINUTE;
    await library.runDue();
    expect(server.requests.length).toBe(asked);
    world.clock.now += 2 * MINUTE;
    await library.runDue();
    expect(server.requests.length).toBe(asked + 1);
  });

  test("ask nobody once the general interval is off, and a wait after failures outlasts a change of it", async () => {
    let minutes = 1440;
    const library = startLibrary(world, {}, { interval: async () => minutes });
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    minutes = 0;
    world.clock.now += 2 * DAY;
    const asked = server.requests.length;
    await library.runDue();
    expect(server.requests.length).toBe(asked);
    expect(await library.nextDue()).toBeUndefined();
    expect((await library.feeds.list())[0]?.next).toBeUndefined();
    minutes = 1440;
    server.on("/feed.json", faults.status(410));
    await checkAndWait(library, url);
    minutes = 60;
    expect(await next(library)).toBe(7 * DAY);
  });

  test("follow the general interval or the feed's own; 0 is by hand only", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    expect(await next(library)).toBe(DAY);
    await library.feeds.setInterval(url, 60);
    expect(await next(library)).toBe(60 * MINUTE);
    expect((await library.feeds.list())[0]?.interval).toBe(60);
    await library.feeds.setInterval(url, 0);
    expect(await library.nextDue()).toBeUndefined();
    world.clock.now += 400 * DAY;
    const before = server.requests.length;
    await library.runDue();
    expect(server.requests.length).toBe(before);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    expect(await library.nextDue()).toBeUndefined();
    await library.feeds.setInterval(url, undefined);
    expect(await next(library)).toBe(DAY);
    await expect(library.feeds.setInterval(url, Number.NaN)).rejects.toMatchObject({ code: "internal" });
  });

  test("after failures grow and end at half a day; success begins anew", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    server.on("/feed.json", faults.status(500));
    const waits: number[] = [];
    for (let n = 0; n < 14; n++) {
      await checkAndWait(library, url);
      waits.push(await next(library));
    }
    expect(waits.slice(0, 3)).toEqual([0.75 * MINUTE, 1.5 * MINUTE, 3 * MINUTE]);
    expect(waits.at(-1)).toBe(9 * 60 * MINUTE);
    publish(server, { version: 2 });
    await checkAndWait(library, url);
    server.on("/feed.json", faults.status(500));
    await checkAndWait(library, url);
    expect(await next(library)).toBe(0.75 * MINUTE);
  });

  test("a cancel counts neither as failure nor as success", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    const due = await next(library);
    server.on("/feed.json", faults.silent);
    const result = checkAndWait(library, url);
    await expect
      .poll(() => server.requests.filter(({ path }) => path === "/feed.json").length, { interval: 5, timeout: 10_000 })
      .toBe(3);
    await library.feeds.cancel(url);
    expect(await result).toEqual({ type: "cancelled" });
    expect(await next(library)).toBe(due);
  });
});

test("an interval that no date can follow is refused, and one that stands in the database spoils no list", async () => {
  const url = publish(server, { version: 1 });
  const library = startLibrary(world);
  await addAndWait(library, url);
  for (const minutes of [1e12, -1, Number.NaN, Number.POSITIVE_INFINITY])
    await expect(library.feeds.setInterval(url, minutes)).rejects.toMatchObject({ code: "internal" });
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  await db.feeds.update(url, { interval: 1e15, checked: 1e300, next: Number.NaN });
  db.close();
  expect(await library.feeds.list()).toMatchObject([{ url, title: "The Desk's feed" }]);
});

describe("several at once", () => {
  test("a first check that is held up by another run is due at once, also where feeds are checked by hand only", async () => {
    let held = true;
    const locks = {
      request: (_name: string, _options: unknown, work: (lock: unknown) => unknown) => work(held ? null : {}),
    };
    const library = startLibrary(world, { locks: locks as unknown as World["locks"] }, { interval: async () => 0 });
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    expect((await library.feeds.list())[0]).not.toHaveProperty("checked");
    expect(await next(library)).toBe(0);
    held = false;
    await library.runDue();
    expect((await library.feeds.list())[0]).toMatchObject({ result: { type: "updated" }, dossiers: [{ version: 1 }] });
    expect(await library.nextDue()).toBeUndefined();
  });

  test("a check that runs is joined, not doubled", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    const before = server.requests.length;
    const results = [checkAndWait(library, url)];
    for (let n = 0; n < 5; n++) await library.feeds.check(url);
    await Promise.all(results);
    expect(server.requests.length).toBe(before + 1);
  });

  test("never more than three feeds, the others wait and say so; a slow one holds up none of the rest", async () => {
    const file = text(dossier({ version: 1 }));
    const release: (() => void)[] = [];
    let most = 0;
    let open = 0;
    const urls = Array.from({ length: 6 }, (_, n) => `${server.origin}/${n}.json`);
    for (const [n] of urls.entries()) server.on(`/${n}.json`, faults.text(text(index([entry(file, "story.json")]))));
    server.on("/story.json", faults.text(file));
    const library = startLibrary(world);
    for (const url of urls) await addAndWait(library, url);
    for (const [n] of urls.entries())
      server.on(`/${n}.json`, async (_request, response) => {
        most = Math.max(most, ++open);
        await new Promise<void>((done) => release.push(done));
        open--;
        response.writeHead(200, { "content-type": "application/json" }).end(text(index([])));
      });
    await library.feeds.checkAll();
    await expect.poll(() => release.length, { interval: 5, timeout: 10_000 }).toBe(3);
    const phases = (await library.feeds.list()).map(({ phase }) => phase.type).sort();
    expect(phases).toEqual(["checking", "checking", "checking", "waiting", "waiting", "waiting"]);
    // One of the three stays slow: all others go by it.
    for (let n = 1; n < 6; n++) {
      await expect.poll(() => release.length, { interval: 5, timeout: 10_000 }).toBeGreaterThan(n);
      release[n]?.();
    }
    await expect
      .poll(async () => (await library.feeds.list()).filter(({ phase }) => phase.type === "idle").length, {
        interval: 10,
      })
      .toBe(5);
    release[0]?.();
    expect(most).toBe(3);
  });

  test("those most overdue come first", async () => {
    const file = text(dossier({ version: 1 }));
    server.on("/story.json", faults.text(file));
    const library = startLibrary(world);
    const urls = [0, 1, 2, 3, 4].map((n) => `${server.origin}/${n}.json`);
    // The one whose address comes last is due first.
    for (const url of [...urls].reverse()) {
      server.on(new URL(url).pathname, faults.text(text(index([entry(file)]))));
      await addAndWait(library, url);
      world.clock.now += MINUTE;
    }
    world.clock.now += 2 * DAY;
    for (const url of urls) server.on(new URL(url).pathname, faults.silent);
    const before = server.requests.length;
    const run = library.runDue();
    await expect.poll(() => server.requests.length - before, { interval: 5, timeout: 10_000 }).toBe(3);
    const asked = server.requests.slice(before).map(({ path }) => path);
    expect(asked.sort()).toEqual(["/2.json", "/3.json", "/4.json"]);
    for (const url of urls) await library.feeds.cancel(url);
    await run;
  });

  test("what is checked elsewhere is no failure here: the row tells what the other one wrote", async () => {
    const held = new Set<string>();
    const request = async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>) => {
      if (held.has(name)) return work(null);
      held.add(name);
      return work({ name }).finally(() => held.delete(name));
    };
    const locks = { request } as unknown as World["locks"];
    const url = publish(server, { version: 1 });
    await addAndWait(startLibrary(world, { locks }), url);
    const release: (() => void)[] = [];
    const unchanged = text(index([entry(text(dossier({ version: 1 })))]));
    server.on("/feed.json", async (_request, response) => {
      await new Promise<void>((done) => release.push(done));
      response.writeHead(200, { "content-type": "application/json" }).end(unchanged);
    });
    const [one, other] = [startLibrary(world, { locks }), startLibrary(world, { locks })];
    const first = checkAndWait(one, url);
    await expect.poll(() => release.length, { interval: 5, timeout: 10_000 }).toBe(1);
    await checkAndWait(other, url);
    expect((await other.feeds.list())[0]?.result?.type).toBe("updated");
    expect(await other.feeds.history(url)).toHaveLength(1);
    release[0]?.();
    expect(await first).toEqual({ type: "unchanged" });
    expect((await other.feeds.list())[0]?.result).toEqual({ type: "unchanged" });
  });

  test("versions that nobody can go back to are deleted after a run, not only at the next start", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    for (const version of [2, 3]) {
      publish(server, { version });
      world.clock.now += 2 * DAY;
      await library.runDue();
    }
    const db = new Database({ indexedDB: world.data, IDBKeyRange });
    const versions = (await db.generations.where("installed").equals(`${url}#story`).toArray()).map(
      (g) => g.head.version,
    );
    db.close();
    expect(versions).toEqual([2, 3]);
  });

  test("a feed that is removed while it downloads installs nothing more", async () => {
    const url = publish(server, { version: 1 });
    const library = startLibrary(world);
    await addAndWait(library, url);
    const file = text(dossier({ version: 2, statements: 3000 }));
    server.on("/story.json", faults.paced(file, 10, 10));
    server.on("/feed.json", faults.text(text(index([entry(file)]))));
    const running = checkAndWait(library, url);
    await expect
      .poll(async () => (await library.feeds.list())[0]?.phase.type, { interval: 5, timeout: 10_000 })
      .toBe("downloading");
    await library.feeds.remove(url);
    await running;
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
    await library.feeds.restore(url);
    expect((await library.feeds.list())[0]?.dossiers).toMatchObject([{ version: 1 }]);
  });
});
