import { beforeEach, describe, expect, test } from "vitest";
import { serve } from "../server/serve.ts";
import { dossier, publish, type Story, text } from "./publisher.ts";
import { addAndWait, checkAndWait, createWorld, DAY, startLibrary, type World } from "./world.ts";

let world: World;
let library: ReturnType<typeof startLibrary>;
beforeEach(() => {
  world = createWorld();
  library = startLibrary(world);
});

const file = (story: Partial<Story> = {}) => text(dossier({ version: 2, ...story }));
const quote = async (id = "story") =>
  (await library.cards([{ dossier: id, person: "p0" }]))[0]?.statements.find((one) => one.id === "s0")?.quote;

describe("a dossier from a file", () => {
  test("is installed and used; a new worker still has it", async () => {
    expect(await library.dossiers.import(file())).toMatchObject({
      id: "story",
      version: 2,
      origin: { type: "imported" },
    });
    library = startLibrary(world);
    expect(await quote()).toBe("Said in version 2.");
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled", "story"]);
  });

  test("in a newer version replaces it; the same file again changes nothing", async () => {
    await library.dossiers.import(file());
    await library.dossiers.import(file());
    expect((await library.dossiers.list()).find(({ id }) => id === "story")?.previousVersion).toBeUndefined();
    expect(await library.dossiers.import(file({ version: 3 }))).toMatchObject({ version: 3, previousVersion: 2 });
    expect(await quote()).toBe("Said in version 3.");
  });

  test("that was exported is known again, also after its lines were changed", async () => {
    await library.dossiers.import(file());
    for (const id of ["story", "bundled"]) {
      const whole = await library.whole(id);
      expect(await library.dossiers.import(`${JSON.stringify(whole, null, 2)}\r\n`)).toMatchObject({
        id,
        version: whole.version,
      });
    }
    expect((await library.dossiers.list()).map(({ previousVersion }) => previousVersion)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["older", file({ version: 1 }), "older-file"],
    ["the same number with other content", file({ words: "Other words." }), "conflicting-version"],
    ["not JSON", "{", "bad-json"],
    ["empty", " \n", "empty-body"],
    ["for a newer app", file({ version: 3, head: { minAppVersion: "9.0.0" } }), "needs-newer-app"],
    ["of a newer format", file({ version: 3, head: { format: "dramatis-dossier/2" } }), "needs-newer-format"],
    ["a feed", text({ format: "dramatis-feed/1", title: "A feed", dossiers: [] }), "feed-as-dossier"],
    ["a feed of a later format", text({ format: "dramatis-feed/2" }), "feed-as-dossier"],
    ["some other JSON", "[null]", "bad-schema"],
    ["wrong in a field", file({ version: 3, head: { people: [] } }), "bad-schema"],
  ])("that is %s is refused, and the one held stays in use", async (_name, bad, code) => {
    await library.dossiers.import(file());
    await expect(library.dossiers.import(bad)).rejects.toMatchObject({ code });
    expect(await quote()).toBe("Said in version 2.");
  });

  test("in an older version is taken once the newer one was removed, as its refusal says", async () => {
    await library.dossiers.import(file());
    await expect(library.dossiers.import(file({ version: 1 }))).rejects.toMatchObject({
      code: "older-file",
      details: ["1", "2"],
    });
    await library.dossiers.remove("story");
    expect(await library.dossiers.import(file({ version: 1 }))).toMatchObject({ version: 1 });
    expect(await quote()).toBe("Said in version 1.");
  });

  test("is switched off and on", async () => {
    await library.dossiers.import(file());
    await library.dossiers.enable("story", false);
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
    expect(await library.cards([{ dossier: "story", person: "p0" }])).toEqual([]);
    expect((await library.dossiers.list()).find(({ id }) => id === "story")?.enabled).toBe(false);
    await library.dossiers.enable("story", true);
    expect(await quote()).toBe("Said in version 2.");
  });

  test("is removed and put back; after a day it has gone, and can be imported anew", async () => {
    await library.dossiers.import(file());
    await library.dossiers.remove("story");
    expect(await quote()).toBeUndefined();
    await startLibrary(world).start();
    await library.dossiers.restore("story");
    expect(await quote()).toBe("Said in version 2.");
    await library.dossiers.remove("story");
    world.clock.now += 2 * DAY;
    await startLibrary(world).start();
    await expect(library.dossiers.restore("story")).rejects.toMatchObject({ code: "dossier-deleted" });
    expect(await quote()).toBeUndefined();
    await library.dossiers.import(file());
    expect(await quote()).toBe("Said in version 2.");
  });

  test("that is not used beside the same or a newer version of a feed says what is used instead", async () => {
    const server = await serve();
    try {
      const url = publish(server, { version: 3 }, { title: "The Desk's feed" });
      await addAndWait(library, url);
      const instead = { origin: { type: "feed", feed: url, feedTitle: "The Desk's feed" }, version: 3 };
      expect((await library.dossiers.import(file({ version: 2 }))).replacedBy).toEqual(instead);
      expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled", `${url}#story`]);
      await library.dossiers.remove("story");
      await library.dossiers.enable(`${url}#story`, false);
      expect((await library.dossiers.import(file({ version: 2 }))).replacedBy).toEqual({ ...instead, off: true });
      expect((await library.dossiers.import(file({ version: 4 }))).replacedBy).toBeUndefined();
    } finally {
      await server.close();
    }
  });

  test("that a feed has too shows once, the feed's, unless the file is newer: then both", async () => {
    const server = await serve();
    try {
      await library.dossiers.import(file({ version: 4 }));
      const url = publish(server, { version: 3 });
      await addAndWait(library, url);
      expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled", `${url}#story`, "story"]);
      publish(server, { version: 4 });
      await checkAndWait(library, url);
      expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled", `${url}#story`]);
    } finally {
      await server.close();
    }
  });
});

test("a card says when what it shows came from a file", async () => {
  await library.dossiers.import(file({ version: 4 }));
  const cards = await library.cards(["bundled", "story"].map((id) => ({ dossier: id, person: "p0" })));
  expect(cards.map(({ dossier }) => [dossier.id, dossier.isImported])).toEqual([
    ["bundled", undefined],
    ["story", true],
  ]);
});

test("two feeds with the same ids never collide: one person, both cards, each labelled with its feed", async () => {
  const [one, other] = [await serve(), await serve()];
  try {
    const first = publish(one, { version: 2, words: "As the first says." }, { title: "The first feed" });
    const second = publish(other, { version: 7, words: "As the second says." }, { title: "The second feed" });
    await addAndWait(library, first);
    await addAndWait(library, second);
    const cards = await library.cards([first, second].map((url) => ({ dossier: `${url}#story`, person: "p0" })));
    expect(cards.map((card) => [card.dossier.feedTitle, card.statements.find(({ id }) => id === "s0")?.quote])).toEqual(
      [
        ["The first feed", "As the first says."],
        ["The second feed", "As the second says."],
      ],
    );
    await library.feeds.remove(first);
    expect(await quote(`${second}#story`)).toBe("As the second says.");
    expect((await library.feeds.history(second)).length).toBe(1);
  } finally {
    await one.close();
    await other.close();
  }
});
