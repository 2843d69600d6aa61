/** A browser that refuses a database: the bundled dossier serves from memory, and nothing pretends to be kept. */
import { IDBFactory, IDBKeyRange, IDBOpenDBRequest } from "fake-indexeddb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { DOSSIER_METHODS } from "../../src/sync/dossier-service.ts";
import { FEED_METHODS } from "../../src/sync/feed-service.ts";
import { createWorld, startLibrary } from "./world.ts";

afterEach(() => void vi.useRealTimers());

const refusing = (open: () => IDBOpenDBRequest) =>
  new Proxy(new IDBFactory(), {
    get: (target, name) => (name === "open" ? open : Reflect.get(target, name, target)),
  });
/** As Firefox does where it never remembers history. */
const failing = refusing(() => {
  const request = new IDBOpenDBRequest();
  Object.defineProperty(request, "error", {
    value: new DOMException("A mutation operation was attempted", "InvalidStateError"),
  });
  const event = { target: request, preventDefault() {}, stopPropagation() {} } as unknown as Event;
  queueMicrotask(() => request.onerror?.(event));
  return request;
});
const throwing = refusing(() => {
  throw new DOMException("The operation is insecure.", "SecurityError");
});

const refused = (indexedDB: IDBFactory | undefined) => startLibrary(createWorld(), {}, { indexedDB, IDBKeyRange });

describe.each([
  ["has none", undefined, /not available/],
  ["refuses by an event", failing, /mutation operation/],
  ["throws", throwing, /insecure/],
])("a browser that %s", (_name, indexedDB, reason) => {
  test("reads the bundled dossier and says why it keeps nothing", async () => {
    const library = refused(indexedDB);
    await library.start();
    const info = await library.storageInfo();
    expect(info).toMatchObject({ mode: "memory", reason: { code: "database-blocked" } });
    expect(info.reason?.details.join()).toMatch(reason);
    expect((await library.casts()).map(({ id }) => id)).toEqual(["bundled"]);
    const [card] = await library.cards([{ dossier: "bundled", person: "p0" }]);
    expect(card).toMatchObject({ name: "Givoa Famoa", statementCount: 2 });
    expect((await library.whole("bundled")).people).toHaveLength(3);
    expect(await library.dossiers.list()).toMatchObject([{ id: "bundled", version: 1 }]);
    expect(await library.feeds.list()).toEqual([]);
    expect(await library.nextDue()).toBeUndefined();
    await library.runDue();
  });
});

test("whatever would have to be kept is refused with the browser's reason", async () => {
  const library = refused(undefined);
  const changes = [
    ...DOSSIER_METHODS.filter((name) => !["list", "all", "removed"].includes(name)).map(
      (name) => library.dossiers[name],
    ),
    ...FEED_METHODS.filter((name) => name !== "list").map((name) => library.feeds[name]),
  ] as ((...args: unknown[]) => Promise<unknown>)[];
  expect(changes.length).toBeGreaterThan(10);
  for (const change of changes) await expect(change("x")).rejects.toMatchObject({ code: "database-blocked" });
});

test("a browser that never answers counts as one that refuses", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const library = refused(refusing(() => new IDBOpenDBRequest()));
  const info = library.storageInfo();
  await vi.advanceTimersByTimeAsync(10_001);
  expect(await info).toMatchObject({ mode: "memory", reason: { code: "database-blocked" } });
});

test("one that refuses once is asked again", async () => {
  const world = createWorld();
  let asked = 0;
  const moody = new Proxy(world.data, {
    get: (target, name) => {
      if (name !== "open") return Reflect.get(target, name, target);
      return (...args: [string, number]) => {
        if (asked++ === 0) throw new DOMException("Try later.", "AbortError");
        return target.open(...args);
      };
    },
  });
  const library = startLibrary(world, {}, { indexedDB: moody });
  expect(await library.storageInfo()).toMatchObject({ mode: "database" });
});
