import { DramatisError } from "../dossier/errors.ts";
import { entryAddress, matchEntry, type PinnedKey, verifyDossier } from "../dossier/feed.ts";
import type { FeedEntry } from "../dossier/feed-schema.ts";
import type { Dossier } from "../dossier/schema.ts";
import { parseInSlices } from "../dossier/validate.ts";
import { download } from "./download.ts";
import type { SyncEvent } from "./phase.ts";
import type { Ports } from "./ports.ts";

/**
 * Downloads one dossier of a feed and checks all there is to check: length, hash, signature, schema, id and version.
 * What it returns may be installed. `bytes` and `sha256` of the entry are those of the file once unpacked.
 */
export async function fetchDossier(
  ports: Ports,
  feedUrl: string,
  entry: FeedEntry,
  keys: readonly PinnedKey[],
  signal: AbortSignal,
  emit: (event: SyncEvent) => void,
  pause: () => Promise<void>,
): Promise<Dossier> {
  const url = entryAddress(entry, feedUrl);
  const progress = (received: number) => emit({ type: "received", dossier: entry.id, received, total: entry.bytes });
  // Before the first byte: a reader whose host is slow should see what is being waited for.
  progress(0);
  const answer = await download(ports, {
    url,
    cap: entry.bytes,
    total: ports.timeouts.dossier,
    signal,
    cache: "no-store",
    progress,
    tooLong: () => new DramatisError("bad-length", [String(entry.bytes), `> ${entry.bytes}`]),
  });
  if (answer.type === "unchanged") throw new DramatisError("no-cache", [new URL(url).host]);
  emit({ type: "verifying", dossier: entry.id });
  await verifyDossier(answer.bytes, entry, keys);
  const dossier = await parseInSlices(answer.bytes, { appVersion: ports.appVersion }, pause);
  signal.throwIfAborted();
  matchEntry(dossier, entry);
  return dossier;
}
