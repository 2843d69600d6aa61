import type { Database } from "./tables.ts";

/** The titles that feeds give themselves, by address. From the index alone: a record holds megabytes, and a card waits. */
export async function feedTitles(db: Database): Promise<Map<string, string>> {
  const keys = (await db.feeds.orderBy("[url+title]").keys()) as unknown as [url: string, title: string][];
  return new Map(keys);
}
