import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { isWhole } from "../../src/store/integrity.ts";
import { importFile, readFile } from "../../src/store/seed.ts";
import { Database } from "../../src/store/tables.ts";
import { dossier, text } from "../sync/publisher.ts";

async function stored() {
  const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  const file = await readFile(text(dossier({ version: 1 })), async (body) => parseDossier(body, { appVersion: "1.0" }));
  const id = await importFile(db, new Set(), file, 0);
  return { db, g: (await db.installed.get(id))!.current };
}

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
