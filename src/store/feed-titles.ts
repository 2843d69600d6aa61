import type { Database } from "./tables.ts";

/** The titles that feeds give themselves, by address. */
export async function feedTitles(db: Database): Promise<Map<string, string>> {
  return new Map((await db.feeds.toArray()).map(({ url, title }) => [url, title]));
}
