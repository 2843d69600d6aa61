/** Feeds of several dossiers of which some fail, and what happens to a dossier while it is under way. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FailedResult } from "../../src/dossier/rows.ts";
import type { Library } from "../../src/sync/library.ts";
import * as faults from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, ended, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
let library: Library;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  library = startLibrary(world);
});
afterEach(() => server.close());

/** A feed of dossiers by these ids, all of one version. */
function put(version: number, ids: readonly string[]): string {
  const files = ids.map((id) => [id, text(dossier({ version, id, head: { title: `Story ${id}` } }))] as const);
  for (const [id, file] of files) server.on(`/${id}.json`, json(file));
  server.on("/feed.json", json(index(files.map(([id, file]) => entry(file, `${id}.json`)))));
  return `${server.origin}/feed.json`;
}
const next = async () => Date.parse((await library.feeds.list())[0]!.next!) - world.clock.now;

describe("of several dossiers", () => {
  test("one that fails is named, and what came all the same is told with it", async () => {
    const url = put(1, ["a", "b", "c"]);
    await addAndWait(library, url);
    put(2, ["a", "b", "c"]);
    server.on("/b.json", json("{}"));
    const result = await checkAndWait(library, url);
    expect(result).toMatchObject({
      type: "failed",
      error: { code: "bad-length" },
      dossier: { id: "b", title: "Story b" },
      updated: [
        { id: "a", from: 1, to: 2 },
        { id: "c", from: 1, to: 2 },
      ],
    });
  });

  test("all that fail are counted and listed, up to a bound, and a change among them is told anew", async () => {
    const ids = Array.from({ length: 24 }, (_, n) => `d${n}`);
    const url = put(1, ids);
    for (const id of ids) server.on(`/${id}.json`, json("{}"));
    const result = await addAndWait(library, url);
    expect(result).toMatchObject({ type: "failed", dossier: { id: "d0" }, unlisted: 3 });
    const { others } = result as FailedResult;
    expect(others).toHaveLength(20);
    expect(others?.[0]).toEqual({
      id: "d1",
      title: "Story d1",
      error: { code: "bad-length", details: expect.anything() },
    });
    await checkAndWait(library, url);
    expect(await library.feeds.history(url)).toMatchObject([{ repeated: { times: 2 } }]);
    server.on("/d5.json", json(text(dossier({ version: 1, id: "d5", head: { title: "Story d5" } }))));
    server.on(
      "/feed.json",
      json(
        index(
          ids
            .filter((id) => id !== "d5")
            .map((id) => entry(text(dossier({ version: 1, id, head: { title: `Story ${id}` } })), `${id}.json`)),
        ),
      ),
    );
    await checkAndWait(library, url);
    const [newest] = await library.feeds.history(url);
    expect(newest).not.toHaveProperty("repeated");
    expect((newest!.result as FailedResult).others!.map(({ id }) => id)).not.toContain("d5");
  });

  test("the one after a failure is heard too: the longest wish to be left alone counts", async () => {
    const url = put(1, ["a", "b"]);
    await addAndWait(library, url);
    put(2, ["a", "b"]);
    server.on("/a.json", json("{}"));
    server.on("/b.json", faults.status(429, { "retry-after": "7200" }));
    await checkAndWait(library, url);
    expect(await next()).toBeGreaterThanOrEqual(7_200_000);
  });

  test.each([
    { what: "asks for patience", answer: faults.status(429) },
    { what: "is out of order", answer: faults.status(503) },
    { what: "says nothing", answer: faults.silent },
  ])("none more is asked for where the host $what", async ({ answer }) => {
    library = startLibrary(world, { timeouts: { stall: 100, index: 5_000, dossier: 5_000 } });
    const url = put(1, ["a", "b", "c"]);
    await addAndWait(library, url);
    put(2, ["a", "b", "c"]);
    for (const id of ["a", "b", "c"]) server.on(`/${id}.json`, answer);
    const before = server.requests.length;
    await checkAndWait(library, url);
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(["/feed.json", "/a.json"]);
  });

  test("those on other hosts are asked for all the same, and so are those after a file that is missing", async () => {
    const other = await serve();
    const [a, b, c] = ["a", "b", "c"].map((id) => text(dossier({ version: 1, id })));
    server.on("/a.json", faults.status(503));
    other.on("/b.json", faults.status(404));
    other.on("/c.json", json(c));
    const entries = [entry(a!, "a.json"), entry(b!, `${other.origin}/b.json`), entry(c!, `${other.origin}/c.json`)];
    server.on("/feed.json", json(index(entries)));
    const result = await addAndWait(library, `${server.origin}/feed.json`);
    expect(result).toMatchObject({ error: { code: "http-status" }, updated: [{ id: "c" }] });
    await other.close();
  });
});

describe("a dossier that is under way", () => {
  const storing = (work: () => Promise<unknown>) =>
    new Promise<void>((resolve, reject) => {
      const stop = library.subscribe((event) => {
        if (event.type !== "feed" || event.phase.type !== "storing" || event.phase.done === 0) return;
        stop();
        work().then(() => resolve(), reject);
      });
    });

  test("and is removed stays removed: the check ends well, and the feed is not asked again in seconds", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    publish(server, { version: 2, people: 2000 });
    const removed = storing(() => library.dossiers.remove(`${url}#story`));
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    await removed;
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
    expect(await next()).toBeGreaterThan(DAY / 2);
  });

  test("and is removed while it is downloaded stays removed", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const file = text(dossier({ version: 2 }));
    let answer = () => {};
    publish(server, { version: 2 });
    server.on("/story.json", (request, response) => {
      answer = () => void json(file)(request, response);
    });
    const asked = () => server.requests.filter(({ path }) => path === "/story.json").length;
    const before = asked();
    const result = ended(library, url);
    await library.feeds.check(url);
    await expect.poll(asked, { interval: 5, timeout: 10_000 }).toBe(before + 1);
    await library.dossiers.remove(`${url}#story`);
    answer();
    expect(await result).toEqual({ type: "unchanged" });
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
  });

  test("and is rolled back meanwhile is compared anew: the newer one comes, and goes back to the one rolled back to", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    publish(server, { version: 2 });
    await checkAndWait(library, url);
    publish(server, { version: 3, people: 1500 });
    const rolledBack = storing(() => library.feeds.rollBack(url));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 1, to: 3 }] });
    await rolledBack;
    const [row] = await library.feeds.list();
    expect(row?.dossiers[0]).toMatchObject({ version: 3, previousVersion: 1 });
  });
});

test("a check that is cancelled in the queue does not hide what comes after it", async () => {
  const file = (version: number) => text(dossier({ version }));
  const urls = [0, 1, 2, 3].map((n) => `${server.origin}/${n}.json`);
  server.on("/story.json", json(file(1)));
  for (const n of [0, 1, 2, 3]) server.on(`/${n}.json`, json(index([entry(file(1))])));
  for (const url of urls) await addAndWait(library, url);
  const last = urls[3]!;
  server.on("/story.json", json(file(2)));
  server.on("/3.json", json(index([entry(file(2))])));
  await checkAndWait(library, last);
  for (const n of [0, 1, 2]) server.on(`/${n}.json`, faults.silent);
  for (const url of urls.slice(0, 3)) await library.feeds.check(url);
  const cancelled = ended(library, last);
  await library.feeds.check(last);
  for (const url of urls.reverse()) await library.feeds.cancel(url);
  await cancelled;
  const result = async () => (await library.feeds.list()).find(({ url }) => url === last)?.result?.type;
  expect(await result()).toBe("updated");
  await library.feeds.rollBack(last);
  expect(await result()).toBe("rolled-back");
});
