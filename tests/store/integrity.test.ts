import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { type Damage, isWhole, repair } from "../../src/store/integrity.ts";
import { declined, removeDossier } from "../../src/store/removal.ts";
import { importFile, readFile } from "../../src/store/seed.ts";
import { Database } from "../../src/store/tables.ts";
import { dossier, text } from "../sync/publisher.ts";
import { beforeNextWrite } from "./race.ts";

async function stored() {
  const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  const file = await readFile(text(dossier({ version: 1 })), async (body) => parseDossier(body, { appVersion: "1.0" }));
  const id = await importFile(db, new Set(), file, 0);
  return { db, g: (await db.installed.get(id))!.current };
}

const version = (number: number) =>
  readFile(text(dossier({ version: number })), async (body) => parseDossier(body, { appVersion: "1.0" }));

test("a damaged dossier that was replaced before it could be repaired is left as it is, and is not told as damaged", async () => {
  const { db } = await stored();
  const newer = await version(2);
  await db.people.limit(1).delete();
  beforeNextWrite(db, () => importFile(db, new Set(), newer, 1));
  const found: Damage[] = [];
  await repair(db, found);
  expect(found).toEqual([]);
  const row = (await db.installed.get("story"))!;
  expect((await db.generations.get(row.current))?.head.version).toBe(2);
});

test("a file of a dossier that is removed while it is found to be held already is installed", async () => {
  const { db } = await stored();
  const same = await version(1);
  beforeNextWrite(db, () => removeDossier(db, "story", 1));
  await importFile(db, new Set(), same, 2);
  expect(await db.installed.get("story")).toBeDefined();
  expect([...(await declined(db))]).toEqual([]);
});

describe("a stored dossier", () => {
  test("is whole as it was installed", async () => {
    const { db, g } = await stored();
    expect(await isWhole(db, g)).toBe(true);
  });

  test.each(["people", "statements", "events", "sources"])("is not where a record of its %s is gone", async (name) => {
    const { db, g } = await stored();
    await db.table(name).limit(1).delete();
    expect(await isWhole(db, g)).toBe(false);
  });

  test.each([
    ["a number", 7],
    ["nothing", null],
    ["another record", { id: "somebody-else" }],
  ])("is not where a record is %s", async (_what, record) => {
    const { db, g } = await stored();
    await db.table("people").toCollection().modify({ record });
    expect(await isWhole(db, g)).toBe(false);
  });
});
