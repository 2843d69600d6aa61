/** A cancel that is written down while something else happens to the same feed. */
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { Database, type FeedRecord } from "../../src/store/tables.ts";
import { createGivingUp } from "../../src/sync/give-up.ts";

const url = "https://desk.example/feed.json";
const begun = { url, added: 1, attempts: 1, resume: 10 } as FeedRecord;

let db: Database;
beforeEach(async () => {
  db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  await db.feeds.put(begun);
});

/** Cancels; `meanwhile` happens between the look at the record and the writing. */
function cancel(meanwhile: () => Promise<unknown>, isWanted = false) {
  const ports = { now: () => 5, random: () => 0.5 };
  const minutesOf = async () => {
    await meanwhile();
    return 60;
  };
  return createGivingUp({ db, ports, minutesOf, isWanted: () => isWanted }).giveUp(url);
}

test("a check that a background has left does not go on", async () => {
  expect(await cancel(async () => {})).toBe(true);
  const record = (await db.feeds.get(url))!;
  expect(record).toMatchObject({ result: { type: "cancelled" }, attempts: 0, next: 5 + 60 * 60_000 });
  expect(record).not.toHaveProperty("resume");
  // There is none any more.
  expect(await cancel(async () => {})).toBe(false);
});

test.each([
  [
    "that has come to its end",
    { ...begun, resume: undefined, result: { type: "unchanged" } } as unknown as FeedRecord,
    false,
  ],
  ["of another feed, added anew under the same address", { ...begun, added: 2 }, false],
  ["that was asked for again", begun, true],
])("nothing is noted of a check %s meanwhile", async (_what, record, isWanted) => {
  expect(await cancel(() => db.feeds.put(record), isWanted)).toBe(false);
  expect(await db.feeds.get(url)).toEqual(record);
});

test("nothing is noted of a feed that is removed meanwhile", async () => {
  expect(await cancel(() => db.feeds.delete(url))).toBe(false);
  expect(await db.feeds.count()).toBe(0);
});
