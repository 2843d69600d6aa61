import { describe, expect, test } from "vitest";
import { areCopies, candidate, serving } from "../../src/store/serving.ts";
import type { Held } from "../../src/store/shelf.ts";
import type { Origin } from "../../src/store/tables.ts";

const DESK = { name: "The Desk", url: "https://desk.example/" };

const row = (dossier: string, type: Origin["type"], version: number, publisher: object = DESK, feed = "f") =>
  ({
    row: { dossier, origin: type === "feed" ? { type, feed } : { type } },
    generation: { head: { version, publisher } },
  }) as unknown as Held;

describe("which installed dossiers serve", () => {
  const bundled = row("a", "bundled", 2);
  test("different dossiers all do", () => {
    const rows = [bundled, row("b", "feed", 1), row("c", "imported", 1)];
    expect(serving(rows)).toEqual(rows);
  });
  test("the feed's copy replaces the bundled one when it is newer or as new", () => {
    for (const version of [2, 3]) {
      const feed = row("a", "feed", version);
      expect(serving([bundled, feed])).toEqual([feed]);
    }
  });
  test("a feed's older copy does not", () => expect(serving([bundled, row("a", "feed", 1)])).toEqual([bundled]));
  test("a copy is one of the same publisher, by name or by address", () => {
    const copy = (publisher: object) => areCopies(candidate(bundled), candidate(row("a", "feed", 3, publisher)));
    expect(copy({ name: "The Desk" })).toBe(true);
    expect(copy({ name: "The Desk, renamed", url: DESK.url })).toBe(true);
    expect(copy({ name: "A Stranger" })).toBe(false);
    expect(copy({ name: "A Stranger", url: "https://elsewhere.example/" })).toBe(false);
  });
  test("another publisher's dossier of the same id hides nothing", () => {
    const rows = [bundled, row("a", "feed", 99, { name: "A Stranger" })];
    expect(serving(rows)).toEqual(rows);
  });
  test("a file does not hide what a feed brings, however new it says it is; the feed hides it once it is as new", () => {
    const file = row("a", "imported", 5);
    expect(serving([file, row("a", "feed", 2)])).toHaveLength(2);
    expect(serving([file, row("a", "feed", 5)])).toEqual([row("a", "feed", 5)]);
  });
  test("two feeds with one dossier id are two publishers: both serve", () => {
    const feeds = [row("a", "feed", 3, DESK, "one"), row("a", "feed", 4, DESK, "two")];
    expect(serving([bundled, ...feeds])).toEqual(feeds);
  });
});
