import type { FiledHead, FiledLexicon } from "../detect/filed.ts";

/** Where the lexicon lies that is too big for pages: written whole once a version, read drawer by drawer. */
export interface NameStore {
  /** Writes a version; it counts only once all of it is there. Rejects where the browser refuses. */
  write(version: number, filed: FiledLexicon): Promise<void>;
  /** Undefined: this version is not, or not wholly, here. */
  head(version: number): Promise<FiledHead | undefined>;
  read(version: number, drawers: readonly number[]): Promise<(string | undefined)[]>;
  /** Forgets all versions but this one. */
  keepOnly(version: number): Promise<void>;
}

const DATABASE = "dramatis-names";
const STORE = "drawers";
/** Written last, so that a version that was cut off has none. */
const HEAD = -1;
/** Drawers a transaction: a few megabytes. */
const BATCH = 500;

/** A name store in an IndexedDB database of its own: it is made from the library and may be thrown away at any time. */
export function createNameStore(indexedDB: IDBFactory): NameStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = () => {
    opening ??= new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };

  /** Runs `work` in one transaction; its requests' results, once it is complete. */
  async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>[]): Promise<T[]> {
    const transaction = (await open()).transaction(STORE, mode);
    const requests = work(transaction.objectStore(STORE));
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
    return requests.map((request) => request.result);
  }

  return {
    async write(version, filed) {
      await within("readwrite", (store) => [store.delete(allOf(version))]);
      let number = 0;
      let batch: string[] = [];
      const flush = async () => {
        const first = number - batch.length;
        await within("readwrite", (store) => batch.map((drawer, i) => store.put(drawer, [version, first + i])));
        batch = [];
      };
      for (const drawer of filed.drawers()) {
        batch.push(drawer);
        number++;
        if (batch.length === BATCH) await flush();
      }
      await flush();
      await within("readwrite", (store) => [store.put(filed.head, [version, HEAD])]);
    },
    head: async (version) => (await within("readonly", (store) => [store.get([version, HEAD])]))[0],
    read: (version, drawers) => within("readonly", (store) => drawers.map((drawer) => store.get([version, drawer]))),
    keepOnly: async (version) => {
      await within("readwrite", (store) => [
        store.delete(IDBKeyRange.upperBound([version], true)),
        store.delete(IDBKeyRange.lowerBound([version + 1])),
      ]);
    },
  };
}

const allOf = (version: number) => IDBKeyRange.bound([version], [version + 1], false, true);
