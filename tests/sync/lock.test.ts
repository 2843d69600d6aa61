import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Database } from "../../src/store/tables.ts";
import { withDefaults } from "../../src/sync/default-ports.ts";
import { exclusively } from "../../src/sync/lock.ts";

let db: Database;
beforeEach(() => {
  db = new Database({ indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

/** A clock that moves on in steps, calling what is due. */
function clock() {
  let now = 0;
  const due: { at: number; call: () => void }[] = [];
  const after = (ms: number, call: () => void) => {
    const timer = { at: now + ms, call };
    due.push(timer);
    return () => void due.splice(due.indexOf(timer), due.includes(timer) ? 1 : 0);
  };
  async function pass(ms: number, step: number): Promise<void> {
    for (const end = now + ms; now < end; ) {
      now += step;
      for (const timer of due.filter(({ at }) => at <= now)) {
        due.splice(due.indexOf(timer), 1);
        timer.call();
      }
      // A renewal is written before the next one is due.
      await new Promise((done) => setTimeout(done, 10));
    }
  }
  const ports = (random: number) =>
    withDefaults(
      { now: () => now, after, locks: undefined, random: () => random },
      { interval: async () => 0, appVersion: "1" },
    );
  return { ports, pass, waiting: () => due.length };
}

test("a lease holds as long as the work does, however long that is, and not a moment longer", async () => {
  const { ports, pass, waiting } = clock();
  let finish = () => {};
  const work = exclusively(
    ports(0.1),
    db,
    "f",
    () =>
      new Promise<void>((done) => {
        finish = done;
      }),
  );
  await expect.poll(waiting, { interval: 5, timeout: 10_000 }).toBe(1);
  for (let n = 0; n < 5; n++) {
    await pass(60_000, 5_000);
    await expect(exclusively(ports(0.2), db, "f", async () => "in")).rejects.toMatchObject({ code: "busy" });
  }
  finish();
  await work;
  expect(waiting()).toBe(0);
  expect(await exclusively(ports(0.2), db, "f", async () => "in")).toBe("in");
});

test("a lease that nobody renews runs out", async () => {
  const { ports, pass } = clock();
  const dead = { ...ports(0.1), after: () => () => {} };
  void exclusively(dead, db, "f", () => new Promise(() => {}));
  await expect.poll(() => db.meta.count(), { interval: 5, timeout: 10_000 }).toBe(1);
  await pass(85_000, 5_000);
  await expect(exclusively(ports(0.2), db, "f", async () => "in")).rejects.toMatchObject({ code: "busy" });
  await pass(10_000, 5_000);
  expect(await exclusively(ports(0.2), db, "f", async () => "in")).toBe("in");
});

test("one whose lease ran out does not take away the lease of the next", async () => {
  const { ports, pass } = clock();
  const begin = (from: ReturnType<typeof ports>) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { done: exclusively(from, db, "f", () => promise), finish: resolve };
  };
  // Its computer slept: nothing was renewed.
  const late = begin({ ...ports(0.1), after: () => () => {} });
  await expect.poll(() => db.meta.count(), { interval: 5, timeout: 10_000 }).toBe(1);
  await pass(95_000, 5_000);
  const next = begin(ports(0.2));
  await expect
    .poll(async () => (await db.meta.get("lease f"))?.value, { interval: 5 })
    .toMatchObject({ owner: expect.stringMatching(/0\.2$/) });
  late.finish();
  await late.done;
  await expect(exclusively(ports(0.3), db, "f", async () => "in")).rejects.toMatchObject({ code: "busy" });
  next.finish();
  await next.done;
});
