/** Access to a host goes back with the last feed that needed it, once that cannot be put back any more. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { GIVE_BACK_TIME } from "../../src/sync/give-back.ts";
import type { Library } from "../../src/sync/library.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

const HOUR = DAY / 24;
let server: TestServer;
let world: World;
let given: string[];
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  given = [];
});
afterEach(() => server.close());

const start = () => startLibrary(world, { giveBack: async (host) => void given.push(host) });
/** The next start of the background, so much later. */
async function later(days: number): Promise<Library> {
  world.clock.now += days * DAY;
  const library = start();
  await library.start();
  return library;
}

test("not as long as the feed can be put back, and once after that", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  await later(0.5);
  expect(given).toEqual([]);
  await later(1);
  expect(given).toEqual(["http://127.0.0.1"]);
  await later(1);
  expect(given).toHaveLength(1);
});

test("not while another feed uses that host, though only for a file of it", async () => {
  const url = publish(server, { version: 1 });
  const file = text(dossier({ version: 1, id: "other" }));
  const elsewhere = server.origin.replace("127.0.0.1", "localhost");
  server.on("/other.json", json(file));
  server.on("/second.json", json(index([entry(file, `${server.origin}/other.json`)])));
  const library = start();
  await addAndWait(library, url);
  await addAndWait(library, `${elsewhere}/second.json`);
  await library.feeds.remove(url);
  await later(2);
  expect(given).toEqual([]);
  await (await later(0)).feeds.remove(`${elsewhere}/second.json`);
  await later(2);
  expect(given.sort()).toEqual(["http://127.0.0.1", "http://localhost"]);
});

test("at once where the reader frees the room of what could be put back", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  await library.freeRoom();
  expect(given).toEqual(["http://127.0.0.1"]);
});

test("and a browser that refuses keeps nothing from being cleaned away", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  world.clock.now += 2 * DAY;
  const refused = startLibrary(world, { giveBack: () => Promise.reject(new Error("You cannot remove them.")) });
  await refused.start();
  await expect(refused.feeds.restore(url)).rejects.toMatchObject({ code: "feed-deleted" });
});

test.each(Array.from({ length: 12 }, (_, hours) => hours))(
  "with the very feed that is cleaned away, also where the clock runs on meanwhile (%i hours before it lapses)",
  async (hours) => {
    const url = publish(server, { version: 1 });
    const library = start();
    await addAndWait(library, url);
    await library.feeds.remove(url);
    world.clock.now += DAY - hours * HOUR;
    // Each look at the clock is an hour later than the one before.
    const now = () => {
      world.clock.now += HOUR;
      return world.clock.now;
    };
    const hasty = startLibrary(world, { now, giveBack: async (host) => void given.push(host) });
    await hasty.start();
    const isGone = await hasty.feeds.restore(url).then(
      () => false,
      () => true,
    );
    expect(given).toEqual(isGone ? ["http://127.0.0.1"] : []);
  },
);

test("not while a feed of that host is looked at or added, nor soon after; and later if it was not added", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  world.clock.now += 2 * DAY;
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    server.on("/feed.json", (_request, response) => {
      resolve();
      answer = () => response.writeHead(200, { "content-type": "application/json" }).end(text(index([])));
    });
  });
  const looking = library.feeds.preview(url);
  await asked;
  await library.runDue();
  await library.start();
  expect(given).toEqual([]);
  answer();
  await looking;
  world.clock.now += 5 * 60_000;
  await library.start();
  expect(given).toEqual([]);
  world.clock.now += HOUR;
  await library.start();
  expect(given).toEqual(["http://127.0.0.1"]);
});

test("of a feed that is looked at while room is freed not then, but once it was not added", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  await library.feeds.preview(url);
  await library.freeRoom();
  await expect(library.feeds.restore(url)).rejects.toMatchObject({ code: "feed-deleted" });
  expect(given).toEqual([]);
  await later(1 / 24);
  expect(given).toEqual(["http://127.0.0.1"]);
  await later(1);
  expect(given).toHaveLength(1);
});

test("not while a feed of that host is looked at, also where the background ends in between", async () => {
  const url = publish(server, { version: 1 });
  const library = start();
  await addAndWait(library, url);
  await library.feeds.remove(url);
  world.clock.now += 2 * DAY;
  await start().feeds.preview(url);
  await later(0);
  expect(given).toEqual([]);
  const added = start();
  await addAndWait(added, url);
  await later(1);
  expect(given).toEqual([]);
});

test("that was asked for to look at a feed which was never added", async () => {
  const url = publish(server, { version: 1 });
  await start().feeds.preview(url);
  await later(1 / 24);
  expect(given).toEqual(["http://127.0.0.1"]);
  await later(1);
  expect(given).toHaveLength(1);
});

test("and what is removed while room is being freed can be put back, with its access", async () => {
  const [one, other] = [
    publish(server, { version: 1 }),
    `${server.origin.replace("127.0.0.1", "localhost")}/other.json`,
  ];
  server.on("/other.json", json(index([])));
  const library: Library = startLibrary(world, {
    async giveBack(host) {
      given.push(host);
      await library.feeds.remove(other);
    },
  });
  await addAndWait(library, one);
  await addAndWait(library, other);
  await library.feeds.remove(one);
  await library.freeRoom();
  await library.feeds.restore(other);
  expect(given).toEqual(["http://127.0.0.1"]);
});

test("and not from a feed that is added while another host's is being given back", async () => {
  const elsewhere = server.origin.replace("127.0.0.1", "localhost");
  const url = publish(server, { version: 1 });
  server.on("/other.json", json(index([])));
  const library: Library = startLibrary(world, {
    async giveBack(host) {
      given.push(host);
      if (given.length === 1) await library.feeds.add(`${elsewhere}/other.json`);
    },
  });
  await addAndWait(library, url);
  await addAndWait(library, `${elsewhere}/other.json`);
  await library.feeds.remove(url);
  await library.feeds.remove(`${elsewhere}/other.json`);
  await library.freeRoom();
  expect(given).toEqual(["http://127.0.0.1"]);
});

test("a browser that never answers holds up neither the cleaning nor what comes after it", async () => {
  const url = publish(server, { version: 1 });
  await addAndWait(start(), url);
  await start().feeds.remove(url);
  world.clock.now += 2 * DAY;
  const library = startLibrary(world, {
    giveBack: () => new Promise(() => {}),
    after(ms, callback) {
      const timer = setTimeout(callback, ms === GIVE_BACK_TIME ? 0 : ms);
      return () => clearTimeout(timer);
    },
  });
  await library.start();
  await expect(library.feeds.restore(url)).rejects.toMatchObject({ code: "feed-deleted" });
});

test("and a feed that is looked at again while its host is given back is noted anew", async () => {
  const url = publish(server, { version: 1 });
  await start().feeds.preview(url);
  world.clock.now += HOUR;
  const library: Library = startLibrary(world, {
    async giveBack(host) {
      given.push(host);
      await library.feeds.preview(url);
    },
  });
  await library.start();
  expect(given).toHaveLength(1);
  await later(1 / 24);
  expect(given).toHaveLength(2);
});
