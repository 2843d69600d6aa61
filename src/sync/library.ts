import type { StorageInfo } from "../dossier/rows.ts";
import type { Dossier } from "../dossier/schema.ts";
import { parseInSlices } from "../dossier/validate.ts";
import type { CardView, PersonRef } from "../dossier/views.ts";
import { feedTitles } from "../store/feed-titles.ts";
import { type CastOf, cards, casts, markSeen, whole } from "../store/queries.ts";
import { type DatabaseStore, type StoreOptions, tendStore } from "../store/store.ts";
import { type Backup, createKeeper, restoreBackup, takeBackup } from "./backup.ts";
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
   * Once per start of the background: repairs, brings in a newer bundled dossier, cleans up, then `runDue`. `ready` is called before that: what must not wait for a slow host. */
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
  /** Changes throw `database-blocked` where the browser refuses a database; the lists tell what there is. */
  dossiers: DossierService;
  feeds: FeedService;
}

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
  const open = () => {
    opening ??= openLibrary(storeOptions, ports, notify).then(async (opened) => {
      if (opened.store.mode === "database" && opened.store.lost) await bringBack(opened.store);
      return opened;
    });
    return opening;
  };
  /** Nothing while the database lacks what the backup holds: then this must not be written over. */
  async function backupData() {
    const { store } = await open();
    return store.mode === "database" && !store.lost ? takeBackup(store.db) : undefined;
  }
  /** What the database has lost of the subscriptions, from their backup. One that cannot be read is tried again. */
  async function bringBack(store: DatabaseStore): Promise<void> {
    try {
      const kept = (await options.backup?.load()) ?? { feeds: [], declined: [] };
      await restoreBackup(store.db, kept, store.lost, ports.now());
      store.lost = false;
    } catch {}
  }
  const shelf = async () => (await open()).store.shelf;

  return {
    async start(ready = async () => {}) {
      const { store, engine } = await open();
      const { changed, lost } = await tendStore(store, storeOptions);
      if (changed) notify({ type: "dossiers" });
      if (store.mode === "database") {
        await bringBack(store);
        await refetch(store.db, lost, ports.now());
      }
      void keeper?.keep();
      try {
        await ready();
      } finally {
        await engine.runDue();
      }
    },
    runDue: async () => (await open()).engine.runDue(),
    nextDue: async () => (await open()).engine.nextDue(),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async cards(refs) {
      const { store } = await open();
      const titles = store.mode === "database" ? await feedTitles(store.db) : new Map<string, string>();
      return cards(store.shelf, refs, (url) => titles.get(url));
    },
    markSeen: async (ref) => markSeen(await shelf(), ref),
    casts: async () => casts(await shelf()),
    whole: async (id) => whole(await shelf(), id),
    storageInfo: async () => storageInfo((await open()).store, options.storage),
    dossiers: lazily(async () => (await open()).dossiers, DOSSIER_METHODS),
    feeds: lazily(async () => (await open()).feeds, FEED_METHODS),
  };
}

/** An object whose methods first wait for what they belong to. */
function lazily<T extends object>(get: () => Promise<T>, methods: readonly (keyof T)[]): T {
  const call =
    (method: keyof T) =>
    async (...args: unknown[]) => {
      const target = await get();
      return (target[method] as (...args: unknown[]) => unknown)(...args);
    };
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as T;
}
