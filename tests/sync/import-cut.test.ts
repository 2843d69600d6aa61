/** The import of a file that the reader had removed before, killed at each asynchronous step: in use or removed, never both. */
import { IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { Database } from "../../src/store/tables.ts";
import { instrument, Power } from "./power.ts";
import { dossier, text } from "./publisher.ts";
import { copyWorld, createWorld, startLibrary, type World } from "./world.ts";

instrument();
const FILE = text(dossier({ version: 2, people: 2, statements: 2 }));

async function withRemoved(): Promise<World> {
  const world = createWorld();
  const library = startLibrary(world);
  await library.dossiers.import(FILE);
  await library.dossiers.remove("story");
  return world;
}

async function standing(world: World) {
  const library = startLibrary(world);
  const isInUse = (await library.casts()).some(({ id }) => id === "story");
  const isRemoved = (await library.dossiers.removed()).some(({ id }) => id === "story");
  return { isInUse, isRemoved };
}

test("of a removed dossier leaves it in use or removed, and the next import has it in use", {
  timeout: 120_000,
}, async () => {
  const before = await withRemoved();
  let whole = 0;
  for (let cutAt = 1; ; cutAt++) {
    const world = await copyWorld(before);
    const power = new Power(cutAt);
    const done = startLibrary(world, {}, {}, power).dossiers.import(FILE);
    const end = await Promise.race([done.then(() => "done" as const), power.died]);
    const step = `step ${cutAt}, ${power.names.at(-1)}`;
    const { isInUse, isRemoved } = await standing(world);
    expect(isInUse, step).toBe(!isRemoved);
    if (isInUse) whole++;
    if (end === "done") break;
    // Whatever was cut: the file again, and it is in use.
    await startLibrary(world).dossiers.import(FILE);
    expect(await standing(world), step).toEqual({ isInUse: true, isRemoved: false });
  }
  expect(whole).toBeGreaterThan(0);
});

test("of one that was left both in use and among the removed ones is mended by the file again", async () => {
  const world = await withRemoved();
  await startLibrary(world).dossiers.import(FILE);
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  await db.meta.put({ key: "declined", value: ["story", "other"] });
  await startLibrary(world).dossiers.import(FILE);
  expect((await db.meta.get("declined"))?.value).toEqual(["other"]);
  db.close();
  expect(await standing(world)).toEqual({ isInUse: true, isRemoved: false });
});

test("whose dossier another page removes before it is told of says that it was cut short, not that something broke", async () => {
  const world = createWorld();
  const library = startLibrary(world);
  await library.dossiers.list();
  const other = new Database({ indexedDB: world.data, IDBKeyRange });
  await other.open();
  library.subscribe(({ type }) => {
    if (type === "dossiers") void other.installed.delete("story");
  });
  await expect(library.dossiers.import(FILE)).rejects.toMatchObject({ code: "cancelled" });
  other.close();
});
