import type { RemovedDossier } from "../dossier/rows.ts";
import { declined } from "../store/removal.ts";
import { bundleOf } from "../store/store.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { installedId } from "./feed-record.ts";

/**
 * The dossiers that the reader removed and can have back: those still kept, the one that came with the extension, those
 * whose feed is there. An imported one is not among them once it has been cleaned away.
 */
export async function removedDossiers(db: Database): Promise<RemovedDossier[]> {
  const found = new Map<string, string>();
  const unwanted = await declined(db);
  const add = (id: string, title: string) => {
    if (unwanted.has(id)) found.set(id, title);
  };
  const bundle = await bundleOf(db);
  if (bundle) add(bundle.id, bundle.title);
  const ofFeeds = [...unwanted].filter((id) => id.includes("#")).map((id) => id.slice(0, id.lastIndexOf("#")));
  for (const feed of await db.feeds.bulkGet([...new Set(ofFeeds)]).then(present))
    for (const { id, title } of removedOf(feed, unwanted)) add(id, title);
  for (const { id, installed } of await db.removed.bulkGet([...unwanted]).then(present)) {
    const generation = await db.generations.get(installed[0]?.current ?? -1);
    if (generation) add(id, generation.head.title);
  }
  return [...found].map(([id, title]) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title));
}

/** Those of a feed's index that the reader removed. `unwanted`: installed ids of all that were. */
export function removedOf({ url, index }: FeedRecord, unwanted: ReadonlySet<string>): RemovedDossier[] {
  const listed = index.dossiers.map(({ id, title }) => ({ id: installedId(url, id), title: title ?? id }));
  return listed.filter(({ id }) => unwanted.has(id));
}

const present = <T>(rows: (T | undefined)[]): T[] => rows.filter((row) => row !== undefined);
