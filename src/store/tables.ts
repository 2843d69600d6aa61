import Dexie, { type DexieOptions, type Table } from "dexie";
import type { FeedTrust } from "../dossier/feed.ts";
import type { Feed } from "../dossier/feed-schema.ts";
import type { ChangeSummary, KeyChange, SyncResult } from "../dossier/rows.ts";
import type { Dossier, DossierEvent, Person, Source, Statement } from "../dossier/schema.ts";
import type { DossierCounts } from "../dossier/views.ts";

type KnownKeys<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
/** A dossier without its records, typed key by key (unknown keys are kept, but not named). */
export type Head = Omit<KnownKeys<Dossier>, "sources" | "people" | "events" | "statements">;

/** One version of one dossier. Its records carry its number, so that two versions stand side by side. */
export interface GenerationRow {
  g: number;
  /** Id of the installed dossier that it was made for. */
  installed: string;
  /** "staged": records are still being written; a staged generation is never read. */
  state: "staged" | "ready";
  head: Head;
  counts: DossierCounts;
  /** Bytes of the file, and their SHA-256 (hex). */
  bytes: number;
  digest: string;
  at: number;
  /** Raw public keys, trusted then, of the index by which it came; "": not signed. Absent: it came by no feed. */
  signers?: string[];
  /** A recovery has made the keys void by which it came: it is never gone back to. */
  void?: true;
}

/** What every record of a generation has: its place in the file, and the generation in which it was added or changed. */
interface RecordRow<T> {
  g: number;
  id: string;
  n: number;
  /**
   * Number of that generation, which only grows: the publisher's version may go down when a stolen key is replaced. 0: it
   * came with the first installation, so it is not news.
   */
  since: number;
  record: T;
}
export type PersonRow = RecordRow<Person>;
export type SourceRow = RecordRow<Source>;
export interface EventRow extends RecordRow<DossierEvent> {
  /** `key(g, person id)` of each person who takes part. */
  people: string[];
}
export interface StatementRow extends RecordRow<Statement> {
  speaker?: string;
  about: string[];
  /** `key(g, id)` of what its relations and its reply name. */
  targets: string[];
}

export type Origin = { type: "bundled" } | { type: "imported" } | { type: "feed"; feed: string };

/** A version that was taken or turned down: its number and the digest of its content. */
export interface VersionMark {
  version: number;
  digest: string;
}

export interface InstalledRow {
  id: string;
  /** The dossier's own id. */
  dossier: string;
  origin: Origin;
  enabled: boolean;
  current: number;
  previous?: number;
  /** Number of the run that last switched it, growing: dossiers that changed together roll back together. */
  run: number;
  /** The highest version ever taken: nothing older and no other content of the same number is taken again. */
  highest: VersionMark;
  /** Rolled back by the reader: not taken again until something newer is offered. */
  refused?: VersionMark;
}

/** What a host said of its answer, for the next conditional request. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** What is kept of one feed; plain data. Times are milliseconds since 1970. */
export interface FeedRecord {
  url: string;
  title: string;
  publisher: string;
  /** Keys trusted and the newest each has signed; what was installed stands in it too. */
  trust: FeedTrust;
  /** Short fingerprint of the key that signed the index; absent: not signed. */
  fingerprint?: string;
  /** The last change of its keys, and when it was taken. */
  keyChange?: KeyChange & { at: number };
  /** The last index that was verified, and who signed it: a 304 refers to it, an unfinished update goes on from it. */
  index: Feed;
  signers: string[];
  /** The record came back from the backup, and no index since: `index` lists nothing, which says nothing. */
  unread?: true;
  validators: Validators;
  added: number;
  /** Minutes; overrides the general setting. 0: only by hand. */
  interval?: number;
  /** End of the last check. */
  checked?: number;
  /** Time of the next check; absent: only by hand. `every`: the minutes between checks that it was reckoned with. */
  next?: number;
  every?: number;
  /** Set while a check is under way: when to try again if this worker is killed before the end. */
  resume?: number;
  /** Checks in a row that did not end well, a killed one included. */
  attempts: number;
  result?: SyncResult;
}

export interface HistoryRow {
  n?: number;
  feed: string;
  at: number;
  result: SyncResult;
  changes: ChangeSummary[];
  /** A failure that came again and again: how often, and since when. */
  repeated?: { times: number; since: number };
}

/** Which generation the reader saw of a person last. */
export interface SeenRow {
  installed: string;
  person: string;
  g: number;
}

/** What was removed and can be put back until it is cleaned away. */
export interface RemovedRow {
  id: string;
  at: number;
  installed: InstalledRow[];
  /** A removed feed's record. */
  feed?: FeedRecord;
}

export interface MetaRow {
  key: string;
  value: unknown;
}

/** Joins a generation with an id for multi-entry indexes, which cannot be compound. */
export const key = (g: number, id: string) => `${g}/${id}`;

/** The database "dramatis". */
export class Database extends Dexie {
  declare generations: Table<GenerationRow, number, Omit<GenerationRow, "g">>;
  declare people: Table<PersonRow, [number, string]>;
  declare statements: Table<StatementRow, [number, string]>;
  declare events: Table<EventRow, [number, string]>;
  declare sources: Table<SourceRow, [number, string]>;
  declare installed: Table<InstalledRow, string>;
  declare feeds: Table<FeedRecord, string>;
  declare history: Table<HistoryRow, number>;
  declare seen: Table<SeenRow, [string, string]>;
  declare removed: Table<RemovedRow, string>;
  declare meta: Table<MetaRow, string>;

  constructor(options: DexieOptions) {
    super("dramatis", options);
    this.version(1).stores({
      generations: "++g, installed",
      people: "[g+id]",
      statements: "[g+id], [g+speaker], [g+event], *about, *targets",
      events: "[g+id], *people",
      sources: "[g+id]",
      installed: "id, dossier",
      feeds: "url",
      history: "++n, feed",
      seen: "[installed+person]",
      removed: "id",
      meta: "key",
    });
    // Nobody asks for the statements of an event: an index less to write for each of 50,000.
    this.version(2).stores({ statements: "[g+id], [g+speaker], *about, *targets" });
    // Titles are asked for with every card.
    this.version(3).stores({ feeds: "url, [url+title]" });
  }
}

/** The tables that hold what stands in a dossier's lists. */
export const RECORD_TABLES = ["people", "statements", "events", "sources"] as const;
