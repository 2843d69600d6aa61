/** What the reader is shown and told of an address before a feed is added. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { errorInfo } from "../../src/dossier/errors.ts";
import { LIMITS } from "../../src/dossier/limits.ts";
import * as faults from "../server/faults.ts";
import { json, serve, type TestServer } from "../server/serve.ts";
import { dossier, entry, index, publish, text } from "./publisher.ts";
import { sentence } from "./sentences.ts";
import { addAndWait, createWorld, startLibrary, type World } from "./world.ts";

let server: TestServer;
let world: World;
let library: ReturnType<typeof startLibrary>;
beforeEach(async () => {
  server = await serve();
  world = createWorld();
  library = startLibrary(world);
  await library.start();
});
afterEach(() => server.close());

test("a preview tells what feed and dossiers are about, where the publisher is, and how long it holds", async () => {
  const file = text(dossier({ version: 1 }));
  const changes = {
    summary: "All of it.",
    expires: "2099-03-01",
    publisher: { name: "The Desk", url: "https://desk.example/" },
  };
  server.on("/feed.json", json(index([entry(file, "story.json", { summary: "A hearing." })], changes)));
  expect(await library.feeds.preview(`${server.origin}/feed.json`)).toMatchObject({
    summary: "All of it.",
    publisher: "The Desk",
    publisherUrl: "https://desk.example/",
    expires: "2099-03-01",
    dossiers: [{ summary: "A hearing.", held: [] }],
  });
});

describe("a preview of dossiers that are here already", () => {
  const files = ["story", "bundled", "other"].map((id) => text(dossier({ version: 5, id })));
  const held = async (path: string) => {
    server.on(path, json(index(files.map((file) => entry(file)))));
    const { dossiers } = await library.feeds.preview(`${server.origin}${path}`);
    return Object.fromEntries(dossiers.map((one) => [one.id, one.held]));
  };

  test("says in which version and where each came from", async () => {
    await library.dossiers.import(text(dossier({ version: 2 })));
    const url = publish(server, { version: 3 }, { title: "The first feed" });
    await addAndWait(library, url);
    expect(await held("/second.json")).toEqual({
      story: [
        { origin: { type: "feed", feed: url, feedTitle: "The first feed" }, version: 3 },
        { origin: { type: "imported" }, version: 2 },
      ],
      bundled: [{ origin: { type: "bundled" }, version: 1 }],
      other: [],
    });
  });

  test("does not speak of what was removed", async () => {
    await library.dossiers.import(text(dossier({ version: 2 })));
    await library.dossiers.remove("story");
    expect((await held("/feed.json")).story).toEqual([]);
  });
});

describe("an address that is no feed's is told by what is there", () => {
  const told = (path: string) =>
    library.feeds.preview(server.origin + path).then(
      () => "a preview",
      (error: unknown) => [errorInfo(error).code, sentence(errorInfo(error))],
    );

  test("a web page", async () => {
    server.on("/", faults.text("<!doctype html><title>Welcome</title>", "text/html"));
    expect(await told("/")).toEqual([
      "page-as-feed",
      expect.stringContaining(`a web page at ${server.origin}/, not a`),
    ]);
  });

  test("a dossier", async () => {
    server.on("/story.json", json(text(dossier({ version: 1 }))));
    expect(await told("/story.json")).toEqual(["dossier-as-feed", expect.stringContaining("There is a dossier at")]);
  });

  test.each([
    ["as it was written", text],
    ["as it was packed", (value: unknown) => canonicalize(value)],
  ])("a dossier larger than an index may be, %s", async (_what, write) => {
    const large = write(dossier({ version: 1, statements: 5_000, padding: 1_000 }));
    expect(large.length).toBeGreaterThan(LIMITS.feedBytes);
    for (const [path, answer] of [
      ["/says-how-long.json", faults.text(large)],
      ["/does-not.json", faults.chunked(large)],
      ["/packed.json", faults.gzipped(large)],
    ] as const) {
      server.on(path, answer);
      expect(await told(path)).toEqual(["dossier-as-feed", expect.stringContaining("import it under “Dossiers”")]);
    }
    server.on("/large.json", faults.text(JSON.stringify({ format: "dramatis-feed/1", title: large })));
    expect((await told("/large.json"))[0]).toBe("too-large");
  });

  test("a host that wants to be left alone, with the moment until which it does", async () => {
    const world = createWorld();
    const preview = (path: string) => startLibrary(world).feeds.preview(`${server.origin}${path}`);
    server.on("/busy.json", faults.status(429, { "retry-after": "3600" }));
    const until = new Date(world.clock.now + 3_600_000).toISOString();
    await expect(preview("/busy.json")).rejects.toMatchObject({
      code: "rate-limited",
      details: [expect.anything(), until],
    });
    server.on("/down.json", faults.status(503, { "retry-after": "9".repeat(30) }));
    await expect(preview("/down.json")).rejects.toMatchObject({ code: "http-status" });
    server.on("/gone.json", faults.status(410, { "retry-after": "3600" }));
    await expect(preview("/gone.json")).rejects.toMatchObject({ code: "gone", details: [expect.anything()] });
  });

  test("another file", async () => {
    server.on("/a.json", json({ name: "package" }));
    expect(await told("/a.json")).toEqual(["bad-schema", expect.stringContaining("not a valid dossier or feed")]);
  });

  test("a feed that is here already, which is not asked again", async () => {
    const url = publish(server, { version: 1 });
    await addAndWait(library, url);
    const before = server.requests.length;
    expect(await told("/feed.json")).toEqual(["duplicate-feed", expect.stringContaining("You have this feed already")]);
    expect(server.requests.length).toBe(before);
  });
});
