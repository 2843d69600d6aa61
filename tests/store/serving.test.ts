import { describe, expect, test } from "vitest";
import { serving } from "../../src/store/serving.ts";
import type { Origin } from "../../src/store/tables.ts";

const row = (dossier: string, type: Origin["type"], version: number, feed = "f") => ({
  dossier,
  version,
  origin: (type === "feed" ? { type, feed } : { type }) as Origin,
});

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
  test("two feeds with one dossier id are two publishers: both serve", () => {
    const feeds = [row("a", "feed", 3, "one"), row("a", "feed", 4, "two")];
    expect(serving([bundled, ...feeds])).toEqual(feeds);
  });
});
