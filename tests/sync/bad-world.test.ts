/** The reader's side of the table of bad input: a full disk, two tabs at once, a clock that jumps. */
import { expect, test } from "vitest";
import { silent, status } from "../server/faults.ts";
import { json } from "../server/serve.ts";
import { bytesInUse, recovers, refuses, type Scene, setScene } from "./bad-feed.ts";
import { Disk, instrument } from "./power.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

instrument();

async function withScene(choice: Parameters<typeof setScene>[0], work: (scene: Scene) => Promise<void>): Promise<void> {
  const scene = await setScene(choice);
  try {
    await work(scene);
  } finally {
    await scene.close();
  }
}

test.each(["add generations", "add statements", "put installed"])(
  "quota exceeded at %s: a clear word, the old version in use, the next check brings the new one",
  async (step) => {
    const disk = new Disk();
    const start: typeof startLibrary = (world, ports) => startLibrary(world, ports, {}, disk);
    await withScene({ start }, async (scene) => {
      await scene.publish({ version: 3 });
      disk.full = step;
      await refuses(scene, {
        code: "quota",
        says: /no room left to store this.*Free some space/,
      });
      disk.full = undefined;
      await recovers(scene);
    });
  },
);

test("a disk so full that not even the result can be written: the row tells it all the same", async () => {
  const disk = new Disk();
  await withScene({ start: (world, ports) => startLibrary(world, ports, {}, disk) }, async (scene) => {
    const { library, url } = scene;
    await scene.publish({ version: 3 });
    const before = await bytesInUse(scene);
    disk.full = "put ";
    await checkAndWait(library, url);
    const [row] = await library.feeds.list();
    expect(row?.result).toMatchObject({ type: "failed", error: { code: "quota" } });
    expect(await bytesInUse(scene)).toBe(before);
    disk.full = undefined;
    await recovers(scene);
  });
});

/** The browser's locks, shared by all contexts of the extension. */
function sharedLocks() {
  const held = new Set<string>();
  const request = async (name: string, _options: unknown, work: (lock: unknown) => Promise<unknown>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({ name });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as World["locks"];
}

test.each(["browser locks", "a lease in the database"])(
  "two tabs that sync at once are kept apart by %s",
  async (by) => {
    const locks = by === "browser locks" ? sharedLocks() : undefined;
    await withScene({ ports: () => ({ locks }) }, async ({ world, server, library, url, publish }) => {
      await publish({ version: 3 });
      // The other tab is another owner.
      const other = startLibrary(world, { locks, random: () => 0.7 });
      await other.feeds.list();
      const before = server.requests.length;
      const states: string[] = [];
      other.subscribe((event) => {
        if (event.type === "feed") states.push(event.phase.type);
      });
      const [one] = await Promise.all([checkAndWait(library, url), checkAndWait(other, url)]);
      const results = server.requests.slice(before).map(({ path }) => path);
      expect(results.sort()).toEqual(["/feed.json", "/story.json"]);
      expect(one ?? (await library.feeds.list())[0]?.result).toMatchObject({ type: "updated" });
      const history = await library.feeds.history(url);
      expect(history.filter(({ changes }) => changes[0]?.to === 3)).toHaveLength(1);
      expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
      // What went away empty-handed is not locked out for the future.
      expect(await checkAndWait(other, url)).toEqual({ type: "unchanged" });
    });
  },
);

test("a lease of a killed tab runs out; one from before the clock was set back counts for nothing", async () => {
  await withScene({}, async ({ world, url, publish }) => {
    const hang = startLibrary(world, { fetch: () => new Promise(() => {}), random: () => 0.9, after: () => () => {} });
    await hang.feeds.check(url);
    await expect
      .poll(async () => (await hang.feeds.list())[0]?.phase.type, { interval: 5, timeout: 10_000 })
      .toBe("checking");
    await publish({ version: 3 });
    const next = startLibrary(world);
    const busy = await checkAndWait(next, url);
    expect(busy).not.toMatchObject({ dossiers: [{ to: 3 }] });
    world.clock.now -= 400 * DAY;
    expect(await checkAndWait(next, url)).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
  });
  await withScene({}, async ({ world, url, publish }) => {
    const hang = startLibrary(world, { fetch: () => new Promise(() => {}), random: () => 0.9, after: () => () => {} });
    await hang.feeds.check(url);
    await expect
      .poll(async () => (await hang.feeds.list())[0]?.phase.type, { interval: 5, timeout: 10_000 })
      .toBe("checking");
    await publish({ version: 3 });
    world.clock.now += 91_000;
    expect(await checkAndWait(startLibrary(world), url)).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
  });
});

test("a worker that is killed in a download leaves no refusal of an earlier index beside the one that it took", async () => {
  await withScene({}, async ({ world, url, server }) => {
    server.on("/feed.json", status(500));
    const library = startLibrary(world);
    expect(await checkAndWait(library, url)).toMatchObject({ type: "failed" });
    publish(server, { version: 3 }, { title: "The new list" });
    server.on("/story.json", silent);
    const killed = startLibrary(world, { after: () => () => {} });
    await killed.feeds.check(url);
    const row = async () => (await startLibrary(world).feeds.list())[0];
    await expect.poll(async () => (await row())?.title, { interval: 5, timeout: 10_000 }).toBe("The new list");
    expect(await row()).not.toHaveProperty("result");
  });
});

test("the clock jumps forwards: a feed that only seems to have expired says so, and the old version stays", async () => {
  await withScene({}, async (scene) => {
    const { server, world, library, url } = scene;
    const file = text(dossier({ version: 3 }));
    const real = new Date(world.clock.now).toUTCString();
    server.on("/story.json", json(file));
    server.on("/feed.json", json(index([entry(file)], { expires: "2026-12-31" }), { date: real }));
    world.clock.now += 365 * DAY;
    await refuses(scene, {
      code: "clock",
      says: /This computer's clock \(2027-11-24.*\) and the host's \(2026-11-24.*\) are far apart.*Set the clock right/,
    });
    // Set right again, it is due at once: not after the year that the wrong clock had counted.
    world.clock.now -= 365 * DAY;
    await library.runDue();
    expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
    expect((await library.feeds.list())[0]?.url).toBe(url);
  });
});

test("the clock jumps backwards: due at once, once, and then after the interval as ever", async () => {
  await withScene({}, async ({ world, server, library, publish }) => {
    await publish({ version: 3 });
    world.clock.now -= 100 * DAY;
    await library.runDue();
    expect((await library.feeds.list())[0]?.result).toMatchObject({ type: "updated", dossiers: [{ to: 3 }] });
    const before = server.requests.length;
    await library.runDue();
    world.clock.now += DAY / 2;
    await library.runDue();
    expect(server.requests.length).toBe(before);
    world.clock.now += DAY;
    await library.runDue();
    expect(server.requests.length).toBe(before + 1);
  });
});

test("offline and online again: waits, says so, and goes on by itself", async () => {
  await withScene({}, async ({ world, state, library, publish }) => {
    await publish({ version: 3 });
    world.clock.now += 2 * DAY;
    state.online = false;
    await library.runDue();
    expect((await library.feeds.list())[0]?.phase).toEqual({ type: "waiting", reason: "offline" });
    state.online = true;
    await library.runDue();
    expect((await library.feeds.list())[0]).toMatchObject({ phase: { type: "idle" }, result: { type: "updated" } });
  });
});

test("a disk that is full from the beginning: the bundled dossier serves, and the reader is told why", async () => {
  const disk = new Disk();
  disk.full = "add ";
  const world = createWorld();
  const library = startLibrary(world, {}, {}, disk);
  await library.start();
  expect(await library.storageInfo()).toMatchObject({ mode: "memory", reason: { code: "quota" } });
  expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
  disk.full = undefined;
  const later = startLibrary(world, {}, {}, disk);
  await later.start();
  expect(await later.storageInfo()).toMatchObject({ mode: "database" });
  const scene = await setScene();
  expect(await addAndWait(later, scene.url)).toMatchObject({ type: "updated" });
  await scene.close();
});
