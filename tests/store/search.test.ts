import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Dossier } from "../../src/dossier/schema.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { memoryShelf } from "../../src/store/memory-shelf.ts";
import { search } from "../../src/store/search.ts";
import { databaseShelf, type Shelf } from "../../src/store/shelf.ts";
import { stageGeneration } from "../../src/store/stage.ts";
import { Database } from "../../src/store/tables.ts";
import { dossier, text } from "../sync/publisher.ts";

const story = (id: string, people: string[], quotes: string[]): Dossier => {
  const made = parseDossier(text(dossier({ version: 1, people: people.length, statements: quotes.length })));
  return {
    ...made,
    id,
    title: `The story of ${id}`,
    people: made.people.map((person, i) => ({ ...person, name: people[i]! })),
    statements: made.statements.map(({ paraphrase: _p, ...statement }, i) => ({ ...statement, quote: quotes[i]! })),
  };
};
const HARBOUR = story("harbour", ["Zoë Example", "Bo Sample"], ["The bridge is closed.", "No invoice was sent."]);
const SCHOOL = story("school", ["Zoe Other"], ["The Bridge of the school roof."]);
const OFF = story("off", ["Zoe Unused"], ["bridge"]);

let db: Database;
let shelf: Shelf;
beforeEach(async () => {
  db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  shelf = databaseShelf(db);
  for (const made of [HARBOUR, SCHOOL, OFF]) {
    const g = await stageGeneration(
      db,
      { installed: made.id, dossier: made, bytes: 1, digest: "", since: () => 0, now: 0 },
      { progress() {} },
    );
    await db.installed.put({
      id: made.id,
      dossier: made.id,
      origin: { type: "imported" },
      enabled: made !== OFF,
      current: g,
      run: 0,
      highest: { version: 1, digest: "" },
    });
  }
});
afterEach(() => db.close());

const labels = async (...args: Parameters<typeof search> extends [unknown, ...infer Rest] ? Rest : never) =>
  (await search(shelf, ...args)).map(({ type, dossier: id, label }) => `${type} ${id}: ${label}`).sort();

describe("a search over the dossiers in use", () => {
  test("finds people and statements whatever the case and the accents", async () => {
    expect(await labels("zoe")).toEqual(["person harbour: Zoë Example", "person school: Zoe Other"]);
    expect(await labels("BRIDGE")).toEqual([
      "statement harbour: The bridge is closed.",
      "statement school: The Bridge of the school roof.",
    ]);
  });

  test("asks for every word, in any order; without a word it finds nothing", async () => {
    expect(await labels("closed bridge")).toEqual(["statement harbour: The bridge is closed."]);
    expect(await labels("closed roof")).toEqual([]);
    expect(await labels("  ")).toEqual([]);
  });

  test("leaves one dossier out, tells the title of the others, and keeps to its limit", async () => {
    expect(await labels("bridge", { except: "harbour" })).toEqual(["statement school: The Bridge of the school roof."]);
    expect((await search(shelf, "other"))[0]?.dossierTitle).toBe("The story of school");
    expect(await labels("e", { limit: 1 })).toHaveLength(4);
  });

  test("finds the same where the browser refuses a database", async () => {
    const memory = memoryShelf({ dossier: HARBOUR, bytes: 1, digest: "", text: "" } as never, 0);
    expect((await search(memory, "zoe")).map(({ label }) => label)).toEqual(["Zoë Example"]);
  });
});
