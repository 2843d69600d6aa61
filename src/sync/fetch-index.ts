import { DramatisError } from "../dossier/errors.ts";
import { parseFeed, type VerifiedFeed, verifyFeed } from "../dossier/feed.ts";
import type { Feed } from "../dossier/feed-schema.ts";
import { beginsAsDossier, fileKind } from "../dossier/kind.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { FeedRecord, Validators } from "../store/tables.ts";
import { type Downloaded, download } from "./download.ts";
import type { Ports } from "./ports.ts";

export interface FetchedIndex {
  index: Feed;
  verified: VerifiedFeed;
  validators: Validators;
}

/** Milliseconds by which two clocks may differ before we say so. */
const CLOCK_TOLERANCE = 24 * 60 * 60 * 1000;

/**
 * Fetches and verifies a feed's index. `record`: what is held of it (`undefined`: first trust). A host without a
 * permission of ours gets no conditional headers, since those would need its consent in a CORS preflight, which static
 * hosts do not give; there the browser's own cache asks.
 */
export async function fetchIndex(
  ports: Ports,
  url: string,
  record: FeedRecord | undefined,
  signal: AbortSignal,
): Promise<FetchedIndex> {
  const may = record && (await ports.hasPermission(new URL(url).origin));
  const validators = may && Object.keys(record.validators).length ? record.validators : undefined;
  const answer = await get(ports, url, signal, validators);
  if (answer.type === "unchanged" && record) {
    const verified = await verify(ports, record.index, record);
    return { index: record.index, verified, validators: record.validators };
  }
  if (answer.type === "unchanged") throw new DramatisError("no-cache", [new URL(url).host]);
  const index = readIndex(answer.bytes, url);
  const verified = await verify(ports, index, record, answer.date);
  return { index, verified, validators: answer.validators };
}

/** A dossier's own address is easily taken for the feed's. */
function readIndex(bytes: Uint8Array, url: string): Feed {
  try {
    return parseFeed(bytes);
  } catch (error) {
    throw fileKind(bytes) === "dossier" ? new DramatisError("dossier-as-feed", [url], { cause: error }) : error;
  }
}

function get(ports: Ports, url: string, signal: AbortSignal, validators: Validators | undefined): Promise<Downloaded> {
  return download(ports, {
    url,
    cap: LIMITS.feedBytes,
    total: ports.timeouts.index,
    signal,
    validators,
    cache: "no-cache",
    // A dossier may be larger than an index.
    tooLong: (beginning) =>
      beginsAsDossier(beginning)
        ? new DramatisError("dossier-as-feed", [url])
        : new DramatisError("too-large", [String(LIMITS.feedBytes)]),
  });
}

/** An index that looks expired only because this computer's clock is wrong gets the error that says so. */
async function verify(ports: Ports, index: Feed, record: FeedRecord | undefined, hostTime?: number) {
  const now = ports.now();
  try {
    return await verifyFeed(index, record?.trust, new Date(now));
  } catch (error) {
    const expired = error instanceof DramatisError && error.code === "expired";
    if (!expired || hostTime === undefined || now - hostTime < CLOCK_TOLERANCE) throw error;
    throw new DramatisError("clock", [new Date(now).toISOString(), new Date(hostTime).toISOString()], { cause: error });
  }
}
