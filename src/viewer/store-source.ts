import type { Dossier } from "../dossier/schema.ts";
import { parseDossier } from "../dossier/validate.ts";
import { feedTitles } from "../store/feed-titles.ts";
import { type IndexedDb, openDatabase } from "../store/open.ts";
import { whole } from "../store/queries.ts";
import { search } from "../store/search.ts";
import { areCopies, candidate, serving } from "../store/serving.ts";
import { databaseShelf, type Shelf } from "../store/shelf.ts";
import type { Database } from "../store/tables.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { DossierListing, ElsewhereHit, ViewerSource } from "./source.ts";

export interface StoreSourceOptions extends IndexedDb {
  /** Wakes the background, which seeds an empty store; resolves when it has answered. */
  wake(): Promise<unknown>;
  /** Text of the dossier that came with the extension. */
  loadBundle(): Promise<string>;
  /** Calls back after each change of a dossier in use; returns what ends that. */
  onChange(listener: () => void): () => void;
}

type Opened = { type: "store"; db: Database; shelf: Shelf } | { type: "bundle"; dossier: Dossier };

/**
 * The viewer's own connection to the store: a whole dossier is too much for a message. Where the browser refuses the
 * database the bundled file is shown, and `degraded` says so.
 */
export function createStoreSource(options: StoreSourceOptions): ViewerSource {
  let opened: Promise<Opened> | undefined;
  let degraded = false;
  const open = async (): Promise<Opened> => {
    try {
      const db = await openDatabase(options);
      return { type: "store", db, shelf: databaseShelf(db) };
    } catch {
      degraded = true;
      return { type: "bundle", dossier: parseDossier(await options.loadBundle()) };
    }
  };
  // A search reads dossiers whole: that for the letters typed before must not slow down the next.
  const inTurn = oneAtATime<ElsewhereHit[]>([]);
  const ready = () => {
    opened ??= open();
    return opened;
  };
  return {
    get degraded() {
      return degraded;
    },
    async list() {
      const store = await ready();
      if (store.type === "bundle") return [bundleListing(store.dossier)];
      const listings = await listShelf(store);
      if (listings.length) return listings;
      await options.wake();
      return listShelf(store);
    },
    async load(id) {
      const store = await ready();
      return store.type === "bundle" ? store.dossier : whole(store.shelf, id);
    },
    subscribe: options.onChange,
    async searchOthers(installed, query) {
      const store = await ready();
      if (store.type === "bundle") return [];
      return inTurn(() => search(store.shelf, query, { except: installed }));
    },
  };
}

function bundleListing({ id, title, version, publisher }: Dossier): DossierListing {
  return { id, title, version, publisher: publisher.name };
}

async function listShelf({ db, shelf }: { db: Database; shelf: Shelf }): Promise<DossierListing[]> {
  const feeds = await feedTitles(db);
  const held = await shelf.held();
  const serve = serving(held);
  return serve.map((one) => {
    const { row, generation } = one;
    const { title, version, publisher } = generation.head;
    const copies = held.filter((other) => !serve.includes(other) && areCopies(candidate(one), candidate(other)));
    const listing: DossierListing = {
      id: row.id,
      title,
      version,
      publisher: publisher.name,
      generation: generation.g,
      copies: copies.map((copy) => copy.row.id),
    };
    const feedTitle = row.origin.type === "feed" ? feeds.get(row.origin.feed) : undefined;
    return feedTitle ? { ...listing, feedTitle } : listing;
  });
}
