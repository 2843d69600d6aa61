import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as faults from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
let library: ReturnType<typeof startLibrary>;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  library = startLibrary(world);
});
afterEach(() => server.close());

const tick = () => {
  world.clock.now += 60_000;
};

describe("the history of a feed", () => {
  test("tells each update, failure and roll-back, newest first, with its time", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    tick();
    publish(server, { version: 2 });
    await checkAndWait(library, url);
    tick();
    server.on("/feed.json", faults.status(500));
    await checkAndWait(library, url);
    tick();
    await library.feeds.rollBack(url);
    const entries = await library.feeds.history(url);
    expect(entries.map(({ result }) => result.type)).toEqual(["rolled-back", "failed", "updated", "updated"]);
    const times = entries.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(new Set(times).size).toBe(4);
    expect(entries.map(({ changes }) => changes[0]?.to)).toEqual([undefined, undefined, 2, 1]);
  });

  test("checks that brought nothing leave no entry; a failure that comes again is counted", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    await checkAndWait(library, url);
    expect(await library.feeds.history(url)).toHaveLength(1);
    server.on("/feed.json", faults.status(500));
    tick();
    const since = new Date(world.clock.now).toISOString();
    for (let n = 0; n < 3; n++, tick()) await checkAndWait(library, url);
    server.on("/feed.json", faults.status(404));
    await checkAndWait(library, url);
    const [last, before, ...rest] = await library.feeds.history(url);
    expect(last?.result).toMatchObject({ error: { code: "not-found" } });
    expect(last?.repeated).toBeUndefined();
    expect(before).toMatchObject({ result: { error: { code: "http-status" } }, repeated: { times: 3, since } });
    expect(Date.parse(before!.at) - Date.parse(since)).toBe(2 * 60_000);
    expect(rest.map(({ result }) => result.type)).toEqual(["updated"]);
  });

  test("tells that the publisher took a dossier out of the feed, once, and what the reader has of it stays", async () => {
    const [one, two] = ["one", "two"].map((id) => text(dossier({ version: 3, id }))) as [string, string];
    server.on("/one.json", json(one));
    server.on("/two.json", json(two));
    server.on("/feed.json", json(index([entry(one, "one.json"), entry(two, "two.json")])));
    const url = `${server.origin}/feed.json`;
    await addAndWait(library, url);
    expect((await library.feeds.list())[0]!.dossiers.filter((row) => row.delisted)).toEqual([]);
    server.on("/feed.json", json(index([entry(one, "one.json")])));
    tick();
    const told = { type: "delisted", dossiers: [{ id: "two", title: "A story, version 3", version: 3 }] };
    expect(await checkAndWait(library, url)).toEqual(told);
    const [row] = await library.feeds.list();
    expect(row!.dossiers.map(({ id, version, delisted }) => [id, version, delisted])).toEqual([
      [`${url}#one`, 3, undefined],
      [`${url}#two`, 3, true],
    ]);
    expect((await library.casts()).map(({ id }) => id)).toContain(`${url}#two`);
    expect(await checkAndWait(library, url)).toEqual({ type: "unchanged" });
    const entries = await library.feeds.history(url);
    expect(entries.map(({ result }) => result.type)).toEqual(["delisted", "updated", "updated"]);
    expect(entries[0]!.result).toEqual(told);
    // Offered again: it is no longer told of, and updates come.
    const next = text(dossier({ version: 4, id: "two" }));
    server.on("/two.json", json(next));
    server.on("/feed.json", json(index([entry(one, "one.json"), entry(next, "two.json")])));
    expect(await checkAndWait(library, url)).toMatchObject({
      type: "updated",
      dossiers: [{ id: "two", from: 3, to: 4 }],
    });
    expect((await library.feeds.list())[0]!.dossiers.filter((held) => held.delisted)).toEqual([]);
  });

  test("tells of a dossier that was taken out also beside an update, and not of one that the reader removed", async () => {
    const files = ["one", "two", "three"].map((id) => text(dossier({ version: 1, id })));
    for (const [n, file] of files.entries()) server.on(`/${n}.json`, json(file));
    server.on("/feed.json", json(index(files.map((file, n) => entry(file, `${n}.json`)))));
    const url = `${server.origin}/feed.json`;
    await addAndWait(library, url);
    await library.dossiers.remove(`${url}#three`);
    const next = text(dossier({ version: 2, id: "one" }));
    server.on("/0.json", json(next));
    server.on("/feed.json", json(index([entry(next, "0.json")])));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ id: "one" }] });
    const entries = await library.feeds.history(url);
    expect(entries.filter(({ result }) => result.type === "delisted").map(({ result }) => result)).toEqual([
      { type: "delisted", dossiers: [{ id: "two", title: "A story, version 1", version: 1 }] },
    ]);
  });

  test("does not grow with a feed whose list comes and goes", async () => {
    const file = text(dossier({ version: 1 }));
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const lists = [json(index([])), json(index([entry(file)]))];
    for (let n = 0; n < 210; n++) {
      server.on("/feed.json", lists[n % 2]!);
      await checkAndWait(library, url);
    }
    expect(await library.feeds.history(url)).toHaveLength(100);
  });

  test("does not grow beyond a hundred failures, and these erase no update", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    for (let n = 0; n < 103; n++) {
      server.on("/feed.json", faults.status(n % 2 ? 404 : 500));
      await checkAndWait(library, url);
    }
    const types = (await library.feeds.history(url)).map(({ result }) => result.type);
    expect(types.filter((type) => type === "failed")).toHaveLength(100);
    expect(types.at(-1)).toBe("updated");
  });

  test("keeps all that one check brought, and a hundred updates else", async () => {
    const many = (version: number) => {
      const files = Array.from({ length: 103 }, (_, n) =>
        text(dossier({ version: n < 3 ? version : 1, id: `d${n}`, people: 1, statements: 1 })),
      );
      for (const [n, file] of files.entries()) server.on(`/${n}.json`, json(file));
      server.on("/feed.json", json(index(files.map((file, n) => entry(file, `${n}.json`)))));
      return `${server.origin}/feed.json`;
    };
    const url = many(1);
    await addAndWait(library, url);
    expect(await library.feeds.history(url)).toHaveLength(103);
    many(2);
    await checkAndWait(library, url);
    const entries = await library.feeds.history(url);
    expect(entries).toHaveLength(100);
    expect(entries.slice(0, 3).map(({ changes }) => changes[0]?.to)).toEqual([2, 2, 2]);
  });

  test("of a large dossier is cut short, and says by how much", async () => {
    const url = publish(server, { version: 1, people: 700, statements: 10 });
    await addAndWait(library, url);
    const [first] = await library.feeds.history(url);
    expect(first?.changes[0]?.added).toHaveLength(500);
    expect(first?.changes[0]?.omitted).toBe(700 + 10 + 2 - 500);
    publish(server, { version: 2, people: 700, statements: 10 });
    await checkAndWait(library, url);
    const [second] = await library.feeds.history(url);
    expect(second?.changes[0]).toMatchObject({ added: [], changed: [{ id: "s0" }] });
    expect(second?.changes[0]?.omitted).toBeUndefined();
  });

  test("a statement that was withdrawn is shown as withdrawn with the publisher's reason, and stays on the card", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const next = dossier({ version: 2 }) as { statements: Record<string, unknown>[] };
    Object.assign(next.statements[3]!, {
      correction: { kind: "withdrawn", date: "2017-03-02", reason: "The paper took it back." },
    });
    const file = text(next);
    server.on("/story.json", json(file));
    server.on("/feed.json", json(index([entry(file)])));
    expect(await checkAndWait(library, url)).toMatchObject({ type: "updated" });
    const [newest] = await library.feeds.history(url);
    expect(newest?.changes[0]?.withdrawn).toMatchObject([{ id: "s3", reason: "The paper took it back." }]);
    const [card] = await library.cards([{ dossier: `${url}#story`, person: "p0" }]);
    const shown = card?.statements.find(({ id }) => id === "s3");
    expect(shown).toMatchObject({ quote: "Words number 3.", correction: { kind: "withdrawn" } });
  });
});

describe("a roll-back", () => {
  test("takes back together what came together, and only that", async () => {
    const put = (versions: Record<string, number>) => {
      const files = Object.entries(versions).map(([id, version]) => [id, text(dossier({ version, id }))] as const);
      for (const [id, file] of files) server.on(`/${id}.json`, json(file));
      server.on("/feed.json", json(index(files.map(([id, file]) => entry(file, `${id}.json`)))));
      return `${server.origin}/feed.json`;
    };
    const versions = async () => {
      const [row] = await library.feeds.list();
      return Object.fromEntries(row!.dossiers.map(({ id, version }) => [id.split("#")[1], version]));
    };
    const url = put({ a: 1, b: 1, c: 1 });
    await addAndWait(library, url);
    tick();
    put({ a: 2, b: 1, c: 1 });
    await checkAndWait(library, url);
    tick();
    put({ a: 2, b: 2, c: 2 });
    await checkAndWait(library, url);
    expect(await versions()).toEqual({ a: 2, b: 2, c: 2 });
    await library.feeds.rollBack(url);
    expect(await versions()).toEqual({ a: 2, b: 1, c: 1 });
    await library.feeds.rollBack(url);
    expect(await versions()).toEqual({ a: 1, b: 1, c: 1 });
    await expect(library.feeds.rollBack(url)).rejects.toMatchObject({ code: "no-previous-version" });
    // What was rolled back does not come again by itself, what is newer does.
    await checkAndWait(library, url);
    expect(await versions()).toEqual({ a: 1, b: 1, c: 1 });
    put({ a: 2, b: 3, c: 2 });
    await checkAndWait(library, url);
    expect(await versions()).toEqual({ a: 1, b: 3, c: 1 });
  });
});
