import { DramatisError } from "../dossier/errors.ts";
import { shown } from "../store/queries.ts";
import { openStore, type Store, type StoreOptions } from "../store/store.ts";
import { type Cleaner, createCleaner } from "./cleaner.ts";
import { createDossierService, DOSSIER_METHODS, type DossierService } from "./dossier-service.ts";
import { createEngine, type Engine, type EngineEvent } from "./engine.ts";
import { createFeedService, FEED_METHODS, type FeedService } from "./feed-service.ts";
import type { Ports } from "./ports.ts";
import { dossierRow } from "./rows.ts";

export interface Opened {
  store: Store;
  engine: Pick<Engine, "runDue" | "nextDue">;
  cleaner: Pick<Cleaner, "clean" | "freeRoom">;
  dossiers: DossierService;
  feeds: FeedService;
}

/** The store with the engine and the services on top of it. */
export async function openLibrary(
  options: StoreOptions,
  ports: Ports,
  notify: (event: EngineEvent) => void,
): Promise<Opened> {
  const store = await openStore(options);
  if (store.mode === "memory") return withoutDatabase(store);
  const { db, shelf, staging } = store;
  const cleaner = createCleaner(db, staging, ports);
  const engine = createEngine(db, staging, ports, cleaner.clean, notify);
  const dossiers = createDossierService({
    db,
    staging,
    shelf,
    store: options,
    engine,
    makeRoom: cleaner.clean,
    notify,
  });
  const feeds = createFeedService({ db, ports, engine, cleaner, dossiers, notify });
  return { store, engine, cleaner, dossiers, feeds };
}

/** Lists tell what there is; whatever would have to be kept is refused with the browser's reason. */
function withoutDatabase(store: Extract<Store, { mode: "memory" }>): Opened {
  const refuse = async (): Promise<never> => {
    throw new DramatisError("database-blocked", store.reason.details);
  };
  const refuseAll = (methods: readonly string[]) => Object.fromEntries(methods.map((method) => [method, refuse]));
  const list = async () => (await shown(store.shelf)).map((held) => dossierRow(held, undefined, undefined));
  return {
    store,
    engine: { runDue: async () => {}, nextDue: async () => undefined },
    cleaner: { clean: async () => 0, freeRoom: async () => {} },
    dossiers: { ...refuseAll(DOSSIER_METHODS), list, all: list, removed: async () => [] } as unknown as DossierService,
    feeds: { ...refuseAll(FEED_METHODS), list: async () => [] } as unknown as FeedService,
  };
}
