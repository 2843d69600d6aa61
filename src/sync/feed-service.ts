import { DramatisError } from "../dossier/errors.ts";
import { feedAddress } from "../dossier/feed-address.ts";
import { LIMITS } from "../dossier/limits.ts";
import type { DossierRow, FeedPreview, FeedRow, HistoryEntry } from "../dossier/rows.ts";
import { declined, ofFeed, removeFeed, restoreFeed } from "../store/removal.ts";
import { writing } from "../store/storage-error.ts";
import { rollBack } from "../store/switch.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import type { Cleaner } from "./cleaner.ts";
import type { DossierService } from "./dossier-service.ts";
import type { Engine, EngineEvent } from "./engine.ts";
import { isDelisted, updateFeed } from "./feed-record.ts";
import type { Ports } from "./ports.ts";
import { previewFeed } from "./preview.ts";
import { removedOf } from "./removed.ts";
import { feedRow, historyEntry } from "./rows.ts";
import { afterSuccess } from "./schedule.ts";
import { addFeed, type Shown } from "./subscribe.ts";

export interface FeedService {
  list(): Promise<FeedRow[]>;
  /** What a feed holds, before the reader subscribes. Throws what `previewFeed` throws. */
  preview(url: string): Promise<FeedPreview>;
  /** Subscribes and starts the first check without waiting for its end. `shown`: what the reader has been shown of it. */
  add(url: string, shown?: Shown): Promise<FeedRow>;
  /** Starts a check; events tell how it goes. Throws `not-found`. */
  check(url: string): Promise<void>;
  checkAll(): Promise<void>;
  /** Stops a check, also one that the browser has interrupted by ending the background. */
  cancel(url: string): Promise<void>;
  /** Brings back what the last run that changed anything has replaced. Throws `not-found`, `no-previous-version`. */
  rollBack(url: string): Promise<void>;
  /** Takes what the reader rolled back after all: it is offered again, and a check starts. Throws `not-found`. */
  takeAgain(url: string): Promise<void>;
  /** Throws `not-found`. */
  remove(url: string): Promise<void>;
  /** Throws `feed-deleted` where it has been cleaned away. */
  restore(url: string): Promise<void>;
  /** Undefined: as the general setting says. Throws `not-found`. */
  setInterval(url: string, minutes: number | undefined): Promise<void>;
  /** Newest first. */
  history(url: string): Promise<HistoryEntry[]>;
}

/** All methods of the service, for whoever stands in for it. */
export const FEED_METHODS = [
  "list",
  "preview",
  "add",
  "check",
  "checkAll",
  "cancel",
  "rollBack",
  "takeAgain",
  "remove",
  "restore",
  "setInterval",
  "history",
] as const satisfies readonly (keyof FeedService)[];

export interface FeedServiceParts {
  db: Database;
  ports: Ports;
  engine: Engine;
  cleaner: Pick<Cleaner, "expect" | "added">;
  dossiers: DossierService;
  notify(event: EngineEvent): void;
}

/** What the options page does with feeds. */
export function createFeedService(parts: FeedServiceParts): FeedService {
  const { db, ports, engine, cleaner, dossiers, notify } = parts;
  const changed = (url: string) => notify({ type: "feed", url, phase: engine.phase(url) });

  async function row(record: FeedRecord, rows: DossierRow[]): Promise<FeedRow> {
    const own = rows.filter(({ origin }) => origin.type === "feed" && origin.feed === record.url);
    const next = await engine.next(record);
    const told = feedRow(record, engine.phase(record.url), own, next, engine.unwritten(record.url));
    const removed = removedOf(record, await declined(db));
    return removed.length ? { ...told, removed } : told;
  }

  return {
    async list() {
      const records = await db.feeds.toArray();
      const rows = await dossiers.all();
      return Promise.all(records.sort((a, b) => a.added - b.added).map((record) => row(record, rows)));
    },
    async preview(typed) {
      const url = feedAddress(typed);
      await cleaner.expect(url);
      return previewFeed(db, ports, url);
    },
    async add(typed, shown) {
      const url = feedAddress(typed);
      await cleaner.expect(url);
      const record = await addFeed(db, ports, url, shown);
      void engine.check(record.url);
      await cleaner.added(url);
      return row(record, await dossiers.all());
    },
    async check(url) {
      if (!(await db.feeds.get(url))) throw new DramatisError("not-found", [url]);
      void engine.check(url);
    },
    async checkAll() {
      for (const { url } of await db.feeds.toArray()) void engine.check(url);
    },
    async cancel(url) {
      engine.cancel(url);
      if (await engine.giveUp(url)) changed(url);
    },
    async rollBack(url) {
      const rows = (await ofFeed(db, url)).filter((held) => held.previous !== undefined);
      const last = Math.max(...rows.map((held) => held.run));
      const ids = rows.filter((held) => held.run === last).map((held) => held.id);
      await rollBack(db, ids, { feed: url, at: ports.now() });
      engine.forget(url);
      changed(url);
      notify({ type: "dossiers" });
    },
    async takeAgain(url) {
      await writing(db, [db.installed, db.feeds], async () => {
        // What the feed does not list any more cannot come; should it be listed again it is still held back.
        const record = await db.feeds.get(url);
        if (!record) throw new DramatisError("not-found", [url]);
        for (const { refused, ...held } of await ofFeed(db, url))
          if (refused && !isDelisted(record, held.id)) await db.installed.put(held);
      });
      void engine.check(url);
    },
    async remove(url) {
      engine.cancel(url);
      await removeFeed(db, url, ports.now());
      changed(url);
      notify({ type: "dossiers" });
    },
    async restore(url) {
      await restoreFeed(db, url);
      changed(url);
      notify({ type: "dossiers" });
    },
    async setInterval(url, minutes) {
      if (minutes !== undefined && !(minutes >= 0 && minutes <= LIMITS.intervalMinutes))
        throw new DramatisError("internal", [`interval ${minutes}`]);
      const effective = minutes ?? (await ports.interval());
      const changedRecord = await updateFeed(
        db,
        url,
        ({ next: _next, every: _every, interval: _interval, ...record }) => {
          const next = afterSuccess(record.checked ?? ports.now(), effective, ports.random());
          return {
            ...record,
            ...(minutes === undefined ? {} : { interval: minutes }),
            ...(next === undefined ? {} : { next, every: effective }),
          };
        },
      );
      if (!changedRecord) throw new DramatisError("not-found", [url]);
      changed(url);
    },
    async history(url) {
      const rows = await db.history.where("feed").equals(url).reverse().sortBy("n");
      return rows.map(historyEntry);
    },
  };
}
