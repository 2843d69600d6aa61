import { DramatisError } from "../dossier/errors.ts";
import { fileKind } from "../dossier/kind.ts";
import type { DossierRow, RemovedDossier } from "../dossier/rows.ts";
import { feedTitles } from "../store/feed-titles.ts";
import type { Staging } from "../store/install.ts";
import { shown } from "../store/queries.ts";
import { removeDossier, restoreDossier } from "../store/removal.ts";
import { importFile, readFile } from "../store/seed.ts";
import { areCopies, candidate, replaces } from "../store/serving.ts";
import type { Held, Shelf } from "../store/shelf.ts";
import { writing } from "../store/storage-error.ts";
import { bundleOf, type StoreOptions, seedBundle } from "../store/store.ts";
import type { Database } from "../store/tables.ts";
import type { Engine, EngineEvent } from "./engine.ts";
import { isDelisted } from "./feed-record.ts";
import { removedDossiers } from "./removed.ts";
import { dossierRow } from "./rows.ts";

export interface DossierService {
  /** Those that serve the reader. */
  list(): Promise<DossierRow[]>;
  /** All installed ones, hidden copies included. */
  all(): Promise<DossierRow[]>;
  /** Switches it and its copy on or off. Throws `not-found`. */
  enable(id: string, on: boolean): Promise<void>;
  import(text: string): Promise<DossierRow>;
  remove(id: string): Promise<void>;
  /** Throws `dossier-deleted`, `dossier-delisted` or `feed-deleted` where it is gone for good. */
  restore(id: string): Promise<void>;
  /** Those that were removed and can be had back. */
  removed(): Promise<RemovedDossier[]>;
}

/** All methods of the service, for whoever stands in for it. */
export const DOSSIER_METHODS = ["list", "all", "enable", "import", "remove", "restore", "removed"] as const;

export interface DossierServiceParts {
  db: Database;
  staging: Staging;
  shelf: Shelf;
  store: StoreOptions;
  engine: Engine;
  /** Called where the disk is full; returns how many generations went. */
  makeRoom(): Promise<number>;
  notify(event: EngineEvent): void;
}

/** What the options page does with dossiers. */
export function createDossierService(parts: DossierServiceParts): DossierService {
  const { db, staging, shelf, store, engine, makeRoom, notify } = parts;

  async function rows(held: readonly Held[]): Promise<DossierRow[]> {
    const previous = await db.generations.bulkGet(held.map(({ row }) => row.previous ?? -1));
    const titles = await feedTitles(db);
    return held.map((entry, i) => {
      const { origin } = entry.row;
      const title = origin.type === "feed" ? titles.get(origin.feed) : undefined;
      return dossierRow(entry, title, previous[i]?.head.version);
    });
  }

  /** What was cleaned away comes from where it came from, if that is still there. */
  async function haveAgain(id: string): Promise<void> {
    const feed = id.slice(0, Math.max(0, id.lastIndexOf("#")));
    if (id === (await bundleOf(db))?.id) await seedBundle(db, staging, store);
    else if (!feed) throw new DramatisError("dossier-deleted");
    else {
      const record = await db.feeds.get(feed);
      if (!record) throw new DramatisError("feed-deleted", [feed]);
      if (isDelisted(record, id)) throw new DramatisError("dossier-delisted");
      void engine.check(feed);
    }
  }

  return {
    list: async () => rows(await shown(shelf)),
    all: async () => rows(await shelf.held()),
    removed: () => removedDossiers(db),
    async enable(id, on) {
      await writing(db, [db.installed, db.generations], async () => {
        const held = await shelf.held();
        const own = held.find(({ row }) => row.id === id);
        if (!own) throw new DramatisError("not-found", [id]);
        // Its hidden copy follows, or switching off would last only until the copy is the newer one.
        const copies = held.filter((other) => areCopies(candidate(own), candidate(other)));
        for (const { row } of [own, ...copies]) await db.installed.put({ ...row, enabled: on });
      });
      notify({ type: "dossiers" });
    },
    async import(text) {
      const file = await readFile(text, store.parse).catch((error: unknown) => {
        throw fileKind(text) === "feed" ? new DramatisError("feed-as-dossier", [], { cause: error }) : error;
      });
      const id = await importFile(db, staging, file, store.now(), { makeRoom });
      notify({ type: "dossiers" });
      const held = await shelf.held();
      const own = held.find(({ row }) => row.id === id);
      // Removed again by another page.
      if (!own) throw new DramatisError("cancelled");
      const other = held.find((one) => replaces(candidate(one), candidate(own)));
      const [row, used] = await rows(other ? [own, other] : [own]);
      if (!used) return row!;
      const { origin, version, enabled } = used;
      return { ...row!, replacedBy: { origin, version, ...(!enabled && { off: true }) } };
    },
    async remove(id) {
      await removeDossier(db, id, store.now());
      notify({ type: "dossiers" });
    },
    async restore(id) {
      const isBack = (await restoreDossier(db, id)) || (await db.installed.get(id)) !== undefined;
      if (!isBack) await haveAgain(id);
      notify({ type: "dossiers" });
    },
  };
}
