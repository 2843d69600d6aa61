import type { ChangeSummary } from "./diff.ts";
import type { ErrorInfo } from "./errors.ts";

import type { Change } from "./schema.ts";
import type { DossierCounts } from "./views.ts";

/** One installed dossier as the options page lists it. Times are ISO 8601. */
export interface DossierRow {
  /** Id under which it is installed: the dossier's own for bundled and imported ones, `<feed>#<id>` for those of feeds. */
  id: string;
  title: string;
  summary?: string;
  publisher: string;
  license: string;
  version: number;
  asOf: string;
  updated: string;
  counts: DossierCounts;
  bytes: number;
  origin: { type: "bundled" } | { type: "imported" } | { type: "feed"; feed: string; feedTitle: string };
  enabled: boolean;
  /** Version that a roll-back would bring back. */
  previousVersion?: number;
  /** What is used instead, where a feed has the same dossier in this version or a newer one; told of an import alone. */
  replacedBy?: HeldElsewhere;
  /** Version that the reader rolled back: not used again by itself, only a newer one is. */
  heldBack?: number;
  /** Its feed does not list it any more: what is here stays, and no update comes. Told in the feed's row alone. */
  delisted?: true;
  changes: Change[];
}

/** A dossier that the reader removed and can have back: by the extension, its feed, or within a day. */
export interface RemovedDossier {
  id: string;
  title: string;
}

/** What a feed is doing. Byte counts are of the file under way. */
export type SyncPhase =
  | { type: "idle" }
  | { type: "waiting"; reason: "offline" | "queued" }
  | { type: "checking" }
  | { type: "downloading"; dossier: string; received: number; total?: number }
  | { type: "verifying"; dossier: string }
  | { type: "storing"; dossier: string; done: number; total: number };

export type SyncResult =
  | { type: "updated"; dossiers: UpdatedDossier[] }
  | { type: "unchanged" }
  | { type: "rolled-back"; dossiers: { id: string; title: string; from: number; to: number }[] }
  | { type: "changed-keys"; keys: KeyChange }
  /** The publisher took these out of the feed; the version that is here stays. */
  | { type: "delisted"; dossiers: DelistedDossier[] }
  | { type: "cancelled" }
  | FailedResult;

export interface FailedResult {
  type: "failed";
  error: ErrorInfo;
  /** The dossier that failed, where it was not the feed itself. */
  dossier?: { id: string; title: string };
  /** What came all the same. */
  updated?: UpdatedDossier[];
  /** Further dossiers that failed, and how many more did than are listed; absent: none. */
  others?: FailedDossier[];
  unlisted?: number;
}

export interface FailedDossier {
  id: string;
  title: string;
  error: ErrorInfo;
}

/** How a feed's trusted keys have changed, as short fingerprints. */
export interface KeyChange {
  added: string[];
  /** Those of `added` that may replace all others; absent: none. */
  recovery?: string[];
  dropped: string[];
  /** It was not signed before, so nobody vouches. */
  first: boolean;
}

/** `from` is absent where it is the first version. */
export interface UpdatedDossier {
  id: string;
  title: string;
  from?: number;
  to: number;
}

export interface DelistedDossier {
  id: string;
  title: string;
  version: number;
}

export type { ChangedRecord, ChangeSummary } from "./diff.ts";

export interface HistoryEntry {
  at: string;
  result: SyncResult;
  changes: ChangeSummary[];
  /** A failure that came so often, for the first time then; absent: once. */
  repeated?: { times: number; since: string };
}

/** One subscribed feed as the options page lists it. */
export interface FeedRow {
  url: string;
  title: string;
  publisher: string;
  /** Short fingerprint of the pinned key; absent: the feed is not signed. */
  fingerprint?: string;
  /** That is a recovery key: no other has signed the index. */
  byRecovery?: true;
  /** The last change of its keys; absent: they are those of the first day. */
  keyChange?: KeyChange & { at: string };
  phase: SyncPhase;
  published?: string;
  checked?: string;
  next?: string;
  result?: SyncResult;
  /** Minutes; overrides the general setting. 0: only by hand. */
  interval?: number;
  canRollBack: boolean;
  dossiers: DossierRow[];
  /** Those that the feed lists and the reader has removed; absent: none. */
  removed?: RemovedDossier[];
}

/** A dossier of some id that is installed, and where it came from. */
export interface HeldElsewhere {
  origin: DossierRow["origin"];
  version: number;
  /** The reader has switched it off; told of an import alone. */
  off?: true;
}

/** What a feed says of itself before the reader subscribes. */
export interface FeedPreview {
  url: string;
  title: string;
  publisher: string;
  publisherUrl?: string;
  summary?: string;
  fingerprint?: string;
  byRecovery?: true;
  /** The day or moment after which the feed is not believed, unless it is renewed. */
  expires?: string;
  bytes: number;
  dossiers: PreviewedDossier[];
}

/** One dossier of a feed that is looked at. `held`: those of its id that are here already, by whatever way. */
export interface PreviewedDossier {
  id: string;
  title: string;
  summary?: string;
  version: number;
  updated?: string;
  bytes: number;
  held: HeldElsewhere[];
}

export interface StorageInfo {
  /** "memory": the browser refused IndexedDB; the bundled dossier is used and nothing is kept. */
  mode: "database" | "memory";
  /** Why there is no database; with one: what the last start could not do with it. */
  reason?: ErrorInfo;
  usage?: number;
  quota?: number;
  persisted?: boolean;
  /** Set when stored data was found lost or damaged and the bundled dossier was seeded again. */
  reseeded?: string;
}
