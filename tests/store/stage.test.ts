import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { parseDossier } from "../../src/dossier/validate.ts";
import { nextBatch, stageGeneration } from "../../src/store/stage.ts";
import { Database } from "../../src/store/tables.ts";
import { dossier, text } from "../sync/publisher.ts";

describe("the size of a batch", () => {
  test("follows the computer's speed, within bounds, and never more than doubles", () => {
    expect(nextBatch(100, 50)).toBe(100);
    expect(nextBatch(100, 100)).toBe(50);
    expect(nextBatch(1000, 100)).toBe(500);
    expect(nextBatch(100, 1)).toBe(200);
    expect(nextBatch(2000, 0)).toBe(2000);
    expect(nextBatch(50, 10_000)).toBe(50);
  });
});

test("every record is written once, whatever the batches; progress goes up to the whole", async () => {
  const story = parseDossier(text(dossier({ version: 1, people: 450, statements: 620 })));
  const db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
  const progress: number[] = [];
  let total = 0;
  const g = await stageGeneration(
    db,
    { installed: "story", dossier: story, bytes: 1, digest: "", since: () => 0, now: 0 },
    {
      progress(done, all) {
        progress.push(done);
        total = all;
      },
    },
  );
  expect(await db.statements.where("[g+id]").between([g, ""], [g, []]).count()).toBe(620);
  expect(await db.people.where("[g+id]").between([g, ""], [g, []]).count()).toBe(450);
  expect(total).toBe(450 + 620 + 2);
  expect(progress.at(-1)).toBe(total);
  expect(progress.length).toBeGreaterThan(5);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  db.close();
});
