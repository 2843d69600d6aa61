import type { StorageInfo } from "../dossier/rows.ts";
import type { Dossier } from "../dossier/schema.ts";
import { parseInSlices } from "../dossier/validate.ts";
import type { CardView, PersonRef } from "../dossier/views.ts";
import { feedTitles } from "../store/feed-titles.ts";
import { isClosed, whenClosed } from "../store/open.ts";
import { type CastOf, cards, casts, markSeen, whole } from "../store/queries.ts";
import { type DatabaseStore, type StoreOptions, tendStore } from "../store/store.ts";
import { type Backup, createKeeper, restoreBackup, takeBackup } from "./backup.ts";
import { readBackup } from "./backup-schema.ts";
import { withDefaults } from "./default-ports.ts";
import { DOSSIER_METHODS, type DossierService } from "./dossier-service.ts";
import type { EngineEvent } from "./engine.ts";
import { refetch } from "./feed-record.ts";
import { FEED_METHODS, type FeedService } from "./feed-service.ts";
import { type Opened, openLibrary } from "./open-library.ts";
import type { Ports } from "./ports.ts";
import { storageInfo } from "./storage-info.ts";

export type { EngineEvent } from "./engine.ts";

export interface LibraryOptions {
  indexedDB: IDBFactory | undefined;
  IDBKeyRange: typeof IDBKeyRange | undefined;
  /** Text of the dossier that came with the extension. */
  loadBundle(): Promise<string>;
  appVersion: string;
  /** Minutes between checks, from the settings; 0: only by hand. */
  interval(): Promise<number>;
  /** `navigator.storage`, where there is one. */
  storage?: Pick<StorageManager, "estimate" | "persisted"> | undefined;
  /** Whether an earlier start had a database; an empty one was then evicted. Default: no. */
  hadData?(): Promise<boolean>;
  /** Where subscriptions are kept a second time; default: nowhere. */
  backup?: Backup;
  /** The world; each has a default. */
  ports?: Partial<Omit<Ports, "interval" | "appVersion">>;
}

/** Dossiers and feeds as one thing: what the background needs for its messages. */
export interface Library {
  /**
   * Once per start of the background: repairs, brings in a newer bundled dossier, cleans up, then `runDue`. `ready` is called
   * before that: what must not wait for a slow host.
   */
  start(ready?: () => Promise<void>): Promise<void>;
  runDue(): Promise<void>;
  nextDue(): Promise<number | undefined>;
  /** Calls back on every change; returns how to stop. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  cards(refs: readonly PersonRef[]): Promise<CardView[]>;
  markSeen(ref: PersonRef): Promise<void>;
  casts(): Promise<CastOf[]>;
  whole(id: string): Promise<Dossier>;
  storageInfo(): Promise<StorageInfo>;
  /** Lets go what could be put back or gone back to, and does what the last start had no room for. */
  freeRoom(): Promise<void>;
  /** Changes throw `database-blocked` where the browser refuses a database; the lists tell what there is. */
  dossiers: DossierService;
  feeds: FeedService;
}

/** The library over a browser's database, opened when it is first asked for. */
export function createLibrary(options: LibraryOptions): Library {
  const listeners = new Set<(event: EngineEvent) => void>();
  const ports = withDefaults(options.ports ?? {}, options);
  const storeOptions: StoreOptions = {
    indexedDB: options.indexedDB,
    IDBKeyRange: options.IDBKeyRange,
    loadBundle: options.loadBundle,
    parse: (text) =>
      parseInSlices(
        text,
        { appVersion: options.appVersion },
        () => new Promise((resolve) => void ports.after(0, resolve)),
      ),
    now: ports.now,
    appVersion: options.appVersion,
    hadData: options.hadData ?? (async () => false),
  };
  const keeper = options.backup && createKeeper(options.backup, backupData);
  const notify = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
    if (event.type === "dossiers" || event.phase.type === "idle") void keeper?.keep();
  };
  let opening: Promise<Opened> | undefined;
  /** Until the start has repaired what is damaged. */
  let mending: Promise<void> | undefined;
  /** An empty database after one that was filled has lost everything, whatever earlier starts had. */
  let hadDatabase = false;
  const open = () => {
    opening ??= openOnce().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  async function openOnce(): Promise<Opened> {
    const hadData = async () => hadDatabase || (await storeOptions.hadData());
    const opened = await openLibrary({ ...storeOptions, hadData }, ports, notify);
    const { store } = opened;
    if (store.mode === "memory") return opened;
    hadDatabase = true;
    whenClosed(store.db, () => {
      opening = undefined;
      // Whoever publishes the people opens it anew, and what was lost comes back.
      notify({ type: "dossiers" });
    });
    if (store.lost) await bringBack(store);
    return opened;
  }
  /** Nothing while the database lacks what the backup holds: then this must not be written over. */
  async function backupData() {
    const { store } = await open();
    if (store.mode === "memory" || store.lost) return undefined;
    const data = await takeBackup(store.db);
    if (!data) store.db.close();
    return data;
  }
  /**
   * What the database has lost of the subscriptions, from their backup. Where that cannot be asked it is tried again; what
   * is no backup any more holds nothing, and is written anew.
   */
  async function bringBack(store: DatabaseStore): Promise<void> {
    try {
      const kept = readBackup(await options.backup?.load());
      await restoreBackup(store.db, kept, store.lost, ports.now());
      store.lost = false;
    } catch {}
  }
  /** Tends the store; what of it was lost is due at once, and comes with the next `runDue`. */
  async function tend({ store, cleaner }: Opened, mended?: () => void): Promise<void> {
    const { changed, lost } = await tendStore(store, storeOptions, cleaner.clean, mended);
    // On a full disk nothing can be noted; the check that is due anyway finds out what is missing.
    if (store.mode === "database") await refetch(store.db, lost, ports.now()).catch(() => {});
    if (changed) notify({ type: "dossiers" });
  }
  /** Does it once more where the database went in the middle of it: the next `open` finds or makes another. */
  async function using<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
    try {
      return await work(await open());
    } catch (error) {
      if (!isClosed(error)) throw error;
      return work(await open());
    }
  }

  return {
    async start(ready = async () => {}) {
      let mended = () => {};
      mending = new Promise((resolve) => {
        mended = resolve;
      });
      const begin = async () => {
        const opened = await open();
        await tend(opened, mended);
        return opened;
      };
      const { store, engine } = await begin().finally(mended);
      if (store.mode === "database") await bringBack(store);
      void keeper?.keep();
      try {
        await ready();
      } finally {
        await engine.runDue();
      }
    },
    runDue: () => using(({ engine }) => engine.runDue()),
    nextDue: () => using(({ engine }) => engine.nextDue()),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    cards: async (refs) => {
      // A card that woke the background must not keep what the start is about to repair.
      await mending;
      return using(async ({ store }) => {
        const titles = store.mode === "database" ? await feedTitles(store.db) : new Map<string, string>();
        return cards(store.shelf, refs, (url) => titles.get(url));
      });
    },
    markSeen: (ref) => using(({ store }) => markSeen(store.shelf, ref)),
    casts: () => using(({ store }) => casts(store.shelf)),
    whole: (id) => using(({ store }) => whole(store.shelf, id)),
    freeRoom: () =>
      using(async (opened) => {
        await opened.cleaner.freeRoom();
        await tend(opened);
        notify({ type: "dossiers" });
      }),
    storageInfo: () => using(({ store }) => storageInfo(store, options.storage)),
    dossiers: lazily(using, (opened) => opened.dossiers, DOSSIER_METHODS),
    feeds: lazily(using, (opened) => opened.feeds, FEED_METHODS),
  };
}

/** An object whose methods first wait for what they belong to. */
function lazily<T extends object>(
  using: (work: (opened: Opened) => Promise<unknown>) => Promise<unknown>,
  part: (opened: Opened) => T,
  methods: readonly (keyof T)[],
): T {
  const call =
    (method: keyof T) =>
    (...args: unknown[]) =>
      using((opened) => (part(opened)[method] as (...args: unknown[]) => Promise<unknown>)(...args));
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as T;
}
