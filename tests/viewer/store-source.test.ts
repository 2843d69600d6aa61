import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { openDatabase } from "../../src/store/open.ts";
import { stageGeneration } from "../../src/store/stage.ts";
import type { Origin } from "../../src/store/tables.ts";
import { findListing } from "../../src/viewer/source.ts";
import { createStoreSource } from "../../src/viewer/store-source.ts";
import { dossier, text } from "../sync/publisher.ts";

interface Installed {
  id: string;
  origin: Origin;
  publisher: string;
}

/** The viewer's source over a store that holds these, all of one dossier id and version. */
async function sourceOver(installed: readonly Installed[]) {
  const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
  const db = await openDatabase(factory);
  for (const { id, origin, publisher } of installed) {
    const made = parseDossier(text(dossier({ version: 1, head: { publisher: { name: publisher } } })));
    const g = await stageGeneration(
      db,
      { installed: id, dossier: made, bytes: 1, digest: "", since: () => 0, now: 0 },
      { progress() {} },
    );
    await db.installed.put({
      id,
      dossier: made.id,
      origin,
      enabled: true,
      current: g,
      run: 0,
      highest: { version: 1, digest: "" },
    });
  }
  db.close();
  return createStoreSource({
    ...factory,
    wake: async () => {},
    loadBundle: () => Promise.reject(new Error("the store is there")),
    onChange: () => () => {},
  });
}

const FEED = "https://desk.example/feed.json";
const OTHER = "https://other.example/feed.json";
const bundled: Installed = { id: "story", origin: { type: "bundled" }, publisher: "The Desk" };
const fromFeed: Installed = { id: `${FEED}#story`, origin: { type: "feed", feed: FEED }, publisher: "The Desk" };
const fromOther: Installed = { id: `${OTHER}#story`, origin: { type: "feed", feed: OTHER }, publisher: "Others" };

const opened = async (installed: readonly Installed[], wanted: string) =>
  findListing(await (await sourceOver(installed)).list(), wanted)?.id;

test("a link to the bundled copy opens the feed's that has taken over", async () => {
  expect(await opened([bundled, fromFeed], "story")).toBe(fromFeed.id);
});

test("a link to a dossier never opens another publisher's of the same id", async () => {
  expect(await opened([fromOther], fromFeed.id)).toBeUndefined();
  expect(await opened([fromOther], "story")).toBeUndefined();
  expect(await opened([bundled, fromOther], "story")).toBe("story");
  expect(await opened([bundled, fromFeed, fromOther], "story")).toBe(fromFeed.id);
});

test("without an id the first is opened", async () => {
  const source = await sourceOver([fromOther]);
  expect(findListing(await source.list(), undefined)?.id).toBe(fromOther.id);
});
