/** Access to a host goes back with the last feed that needed it, once that cannot be put back any more. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Library } from "../../src/sync/library.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

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
