/** What browsers, full disks and crashes do to a database, done on purpose from a page of the extension. */
import type { Page } from "puppeteer";

/** The whole database goes, as with an eviction. The background holds it open: it lets go when it is told. */
export function deleteDatabase(own: Page): Promise<void> {
  return own.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.deleteDatabase("dramatis");
        request.onsuccess = () => done();
        request.onerror = () => fail(request.error ?? new Error("not deleted"));
      }),
  );
}

/** Empties tables. */
export function clearTables(own: Page, tables: string[]): Promise<void> {
  return own.evaluate(
    (names) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open("dramatis");
        opening.onerror = () => fail(opening.error ?? new Error("not opened"));
        opening.onsuccess = () => {
          const work = opening.result.transaction(names, "readwrite");
          for (const name of names) work.objectStore(name).clear();
          work.oncomplete = () => {
            opening.result.close();
            done();
          };
          work.onabort = () => fail(work.error ?? new Error("aborted"));
        };
      }),
    tables,
  );
}

/** Puts nonsense into the content of every record of a table whose id is `id`; its keys stay. */
export function spoilRecord(own: Page, table: string, id: string): Promise<number> {
  return own.evaluate(
    (name, wanted) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open("dramatis");
        opening.onerror = () => fail(opening.error ?? new Error("not opened"));
        opening.onsuccess = () => {
          const work = opening.result.transaction(name, "readwrite");
          let spoilt = 0;
          work.objectStore(name).openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return;
            if ((cursor.value as { id: string }).id === wanted) {
              spoilt++;
              cursor.update({ ...(cursor.value as object), record: 7 });
            }
            cursor.continue();
          };
          work.oncomplete = () => {
            opening.result.close();
            done(spoilt);
          };
          work.onabort = () => fail(work.error ?? new Error("aborted"));
        };
      }),
    table,
    id,
  );
}
