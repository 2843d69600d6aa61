/** What a test asks of the installed extension from one of its own pages. */
import type { Page } from "puppeteer";
import type { RequestData, RequestType, Responses } from "../../src/shared/messages.ts";

/** Extension pages have `chrome` with promises in both browsers. */
declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value?: unknown; error?: unknown } | undefined> };
};

/** Sends a request to the background; starts it where it sleeps. Throws what it answers when it refuses. */
export async function ask<T extends RequestType>(page: Page, type: T, data: RequestData<T>): Promise<Responses[T]> {
  const answer = await page.evaluate(
    (message) => chrome.runtime.sendMessage(message).catch((error: unknown) => ({ ok: false, error: String(error) })),
    { type, data } as unknown as Record<string, string>,
  );
  if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer && "error" in answer ? answer.error : answer)}`);
  return (answer as { value: Responses[T] }).value;
}

/** Sends a request without waiting for an answer. */
export async function tell<T extends RequestType>(page: Page, type: T, data: RequestData<T>): Promise<void> {
  await page.evaluate((message) => void chrome.runtime.sendMessage(message).catch(() => {}), {
    type,
    data,
  } as unknown as Record<string, string>);
}

export interface Kept {
  /** Version in use; undefined where the dossier is not installed. */
  version: number | undefined;
  state: string | undefined;
  /** SHA-256 (hex) over the JSON of all its records, in the order of the file. */
  digest: string;
  /** Generations that are not in use but have been begun, and their records. */
  staged: number;
  stagedRecords: number;
}

/** Reads the database past the extension's own code, in one transaction, without waking the background. */
export function readStore(page: Page, installed: string): Promise<Kept> {
  return page.evaluate(async (id) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("dramatis"));
    try {
      const tables = ["sources", "people", "events", "statements"];
      const read = db.transaction(["installed", "generations", ...tables]);
      const row = (await done(read.objectStore("installed").get(id))) as { current: number } | undefined;
      const all = (await done(read.objectStore("generations").getAll())) as {
        g: number;
        state: string;
        head: { version: number };
      }[];
      const current = all.find(({ g }) => g === row?.current);
      const staged = all.filter(({ state }) => state === "staged");
      const content: Record<string, unknown[]> = {};
      let stagedRecords = 0;
      for (const table of tables) {
        const of = (g: number) => IDBKeyRange.bound([g, ""], [g, []]);
        const rows = (await done(read.objectStore(table).getAll(of(row?.current ?? -1)))) as {
          n: number;
          record: unknown;
        }[];
        content[table] = rows.sort((a, b) => a.n - b.n).map(({ record }) => record);
        for (const { g } of staged) stagedRecords += await done(read.objectStore(table).count(of(g)));
      }
      const bytes = new TextEncoder().encode(JSON.stringify(content));
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      const digest = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      return { version: current?.head.version, state: current?.state, digest, staged: staged.length, stagedRecords };
    } finally {
      db.close();
    }
  }, installed);
}
