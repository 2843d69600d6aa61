import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createNameStore } from "../../src/background/name-store.ts";
import type { FiledHead, FiledLexicon } from "../../src/detect/filed.ts";

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});
afterEach(() => void vi.unstubAllGlobals());

/** A filed lexicon that is told by its mark, with so many drawers; `breaksAt`: the drawer that cannot be had. */
function filed(mark: string, count: number, breaksAt = Number.POSITIVE_INFINITY): FiledLexicon {
  return {
    head: { mark } as unknown as FiledHead,
    *drawers() {
      for (let n = 0; n < count; n++) {
        if (n === breaksAt) throw new Error("the worker was ended");
        yield `${mark}${n}`;
      }
    },
  } as unknown as FiledLexicon;
}

describe("the name store", () => {
  test("gives back the drawers of a version, also those beyond one transaction, in the order asked for", async () => {
    const store = createNameStore(factory);
    await store.write(1, filed("a", 1_203));
    expect(await store.head(1)).toEqual({ mark: "a" });
    expect(await store.read(1, [1_202, 0, 499, 500, 1_203])).toEqual(["a1202", "a0", "a499", "a500", undefined]);
  });

  test("does not count a version that was cut off, and writes it whole the next time", async () => {
    const store = createNameStore(factory);
    await expect(store.write(1, filed("a", 1_203, 700))).rejects.toThrow("ended");
    expect(await store.head(1)).toBeUndefined();
    await store.write(1, filed("b", 3));
    expect(await store.head(1)).toEqual({ mark: "b" });
    // Nothing of the first attempt is mixed in.
    expect(await store.read(1, [2, 3, 499])).toEqual(["b2", undefined, undefined]);
  });

  test("keeps one version and forgets those before and after it", async () => {
    const store = createNameStore(factory);
    for (const version of [1, 2, 10]) await store.write(version, filed(`v${version}-`, 2));
    await store.keepOnly(2);
    expect(await Promise.all([1, 2, 10].map((version) => store.head(version)))).toEqual([
      undefined,
      { mark: "v2-" },
      undefined,
    ]);
    expect(await store.read(10, [0])).toEqual([undefined]);
    expect(await store.read(2, [1])).toEqual(["v2-1"]);
  });

  test("is there for the next start of the background", async () => {
    await createNameStore(factory).write(4, filed("a", 2));
    expect(await createNameStore(factory).read(4, [1])).toEqual(["a1"]);
  });

  test("tries anew after the browser has refused once", async () => {
    const open = factory.open.bind(factory);
    factory.open = () => {
      throw new DOMException("not now", "UnknownError");
    };
    const store = createNameStore(factory);
    await expect(store.head(1)).rejects.toThrow("not now");
    factory.open = open;
    expect(await store.head(1)).toBeUndefined();
  });
});
