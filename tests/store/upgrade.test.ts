import Dexie from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { feedTitles } from "../../src/store/feed-titles.ts";
import { Database } from "../../src/store/tables.ts";

test("a database of the first version opens, keeps its records and loses the index that nobody asks", async () => {
  const indexedDB = new IDBFactory();
  const old = new Dexie("dramatis", { indexedDB, IDBKeyRange });
  old.version(1).stores({
    statements: "[g+id], [g+speaker], [g+event], *about, *targets",
    feeds: "url",
  });
  await old.table("statements").add({ g: 1, id: "s1", speaker: "p1", event: "e1", about: ["1/p2"], targets: [] });
  await old.table("feeds").add({ url: "https://example.org/feed.json", title: "A feed" });
  old.close();

  const db = new Database({ indexedDB, IDBKeyRange });
  expect(await db.statements.where("[g+speaker]").equals([1, "p1"]).count()).toBe(1);
  expect(await db.statements.where("about").equals("1/p2").count()).toBe(1);
  expect(await db.feeds.count()).toBe(1);
  expect(await feedTitles(db)).toEqual(new Map([["https://example.org/feed.json", "A feed"]]));
  expect([...db.backendDB().transaction("statements").objectStore("statements").indexNames]).not.toContain("[g+event]");
  db.close();
});
