import type { Dossier } from "../dossier/schema.ts";
import { parseDossier } from "../dossier/validate.ts";
import { type IndexedDb, openDatabase } from "../store/open.ts";
import { shown, whole } from "../store/queries.ts";
import { search } from "../store/search.ts";
import { databaseShelf, type Shelf } from "../store/shelf.ts";
import type { DossierListing, ViewerSource } from "./source.ts";

export interface StoreSourceOptions extends IndexedDb {
  /** Wakes the background, which seeds an empty store; resolves when it has answered. */
  wake(): Promise<unknown>;
  /** Text of the dossier that came with the extension. */
  loadBundle(): Promise<string>;
}

type Opened = { type: "store"; shelf: Shelf } | { type: "bundle"; dossier: Dossier };

/**
 * The viewer's own connection to the store: a whole dossier is too much for a message. Where the browser refuses the
 * database the bundled file is shown, and `degraded` says so.
 */
export function createStoreSource(options: StoreSourceOptions): ViewerSource {
  let opened: Promise<Opened> | undefined;
  let degraded = false;
  const open = async (): Promise<Opened> => {
    try {
      return { type: "store", shelf: databaseShelf(await openDatabase(options)) };
    } catch {
      degraded = true;
      return { type: "bundle", dossier: parseDossier(await options.loadBundle()) };
    }
  };
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
      const listings = await listShelf(store.shelf);
      if (listings.length) return listings;
      await options.wake();
      return listShelf(store.shelf);
    },
    async load(id) {
      const store = await ready();
      return store.type === "bundle" ? store.dossier : whole(store.shelf, id);
    },
    async searchOthers(installed, query) {
      const store = await ready();
      return store.type === "bundle" ? [] : search(store.shelf, query, { except: installed });
    },
  };
}

function bundleListing({ id, title, version, publisher }: Dossier): DossierListing {
  return { id, title, version, publisher: publisher.name };
}

async function listShelf(shelf: Shelf): Promise<DossierListing[]> {
  return (await shown(shelf)).map(({ row, generation: { head } }) => {
    const listing = { id: row.id, title: head.title, version: head.version, publisher: head.publisher.name };
    const { origin } = row;
    return origin.type === "feed" && URL.canParse(origin.feed)
      ? { ...listing, feedTitle: new URL(origin.feed).hostname }
      : listing;
  });
}
