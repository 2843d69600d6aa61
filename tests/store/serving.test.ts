import { describe, expect, test } from "vitest";
import { areCopies, candidate, serving, tellingFirst } from "../../src/store/serving.ts";
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

describe("which dossier a person's card opens on", () => {
  const told = (held: Held, statementCount: number, asOf: string) => ({
    candidate: candidate(held),
    view: { statementCount, dossier: { asOf } },
  });
  const silent = told(row("a", "bundled", 2), 0, "2017-03-09");
  const older = told(row("b", "feed", 1), 3, "2016-11-01");
  const newer = told(row("c", "feed", 1), 1, "2017-01-20");
  test("the newest that says something of the person; the others stay in their order", () => {
    expect(tellingFirst([silent, older, newer])).toEqual([newer, silent, older]);
    expect(tellingFirst([newer, silent, older])).toEqual([newer, silent, older]);
  });
  test("of two that are as new, the first", () => {
    const same = told(row("d", "feed", 1), 9, "2017-01-20");
    expect(tellingFirst([newer, same])).toEqual([newer, same]);
  });
  test("the first, where none says anything", () => {
    const other = told(row("e", "feed", 1), 0, "2020-01-01");
    expect(tellingFirst([silent, other])).toEqual([silent, other]);
  });
  test("no older copy: the newer one has taken the statement back", () => {
    const file = told(row("a", "imported", 3), 0, "2017-03-09");
    const copy = told(row("a", "feed", 2), 4, "2017-03-09");
    expect(tellingFirst([file, copy])).toEqual([file, copy]);
    expect(tellingFirst([file, copy, older])).toEqual([older, file, copy]);
  });
});
