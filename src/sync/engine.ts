import type { SyncPhase, SyncResult } from "../dossier/rows.ts";
import type { Staging } from "../store/install.ts";
import type { Database, FeedRecord } from "../store/tables.ts";
import { createGivingUp } from "./give-up.ts";
import { createPhases } from "./phases.ts";
import type { Ports } from "./ports.ts";
import { createCheck } from "./run-check.ts";
import { createRuns } from "./runs.ts";
import { dueAt, isDue } from "./schedule.ts";

export type EngineEvent =
  /** A feed has got on, or its row has changed. `begins`: it does something else now. */
  | { type: "feed"; url: string; phase: SyncPhase; begins?: boolean }
  /** The people in use have changed: publish the lexicon. */
  | { type: "dossiers" };

export interface Engine {
  /** Checks one feed now; a check that is under way is joined. Never rejects: the result says what happened. */
  check(url: string): Promise<SyncResult>;
  /** Checks all that are due, most overdue first. */
  runDue(): Promise<void>;
  /** Time (ms) at which `runDue` has something to do; undefined: never. */
  nextDue(): Promise<number | undefined>;
  /** The same for one feed. */
  next(record: FeedRecord): Promise<number | undefined>;
  /** Stops a check of this run of the background. */
  cancel(url: string): void;
  /**
   * Notes of a check that has been begun, also by a background that was ended in the middle of it, that the reader has
   * cancelled it: it does not go on by itself. Returns whether there was one to note that of.
   */
  giveUp(url: string): Promise<boolean>;
  phase(url: string): SyncPhase;
  /** Result of the last check where it could not be written down: the disk is full, the database has gone. */
  unwritten(url: string): SyncResult | undefined;
  /** Something newer has been written down than what could not be. */
  forget(url: string): void;
}

/** When which feed is checked, and what of that is told. `clean` is called after checks and where the disk is full. */
export function createEngine(
  db: Database,
  staging: Staging,
  ports: Ports,
  clean: () => Promise<number>,
  notify: (event: EngineEvent) => void,
): Engine {
  const unwritten = new Map<string, SyncResult>();
  /** When each feed was cancelled last, as a count of all cancels: a run that looked before that for what is due leaves it out. */
  const cancelled = new Map<string, number>();
  let cancels = 0;
  const minutesOf = async (record: FeedRecord) => record.interval ?? (await ports.interval());
  const phases = createPhases((url, phase, begins) => notify({ type: "feed", url, phase, begins }));
  const { emit } = phases;
  const installed = () => notify({ type: "dossiers" });
  const check = createCheck({ db, staging, ports, makeRoom: clean, minutesOf, emit, installed, unwritten });
  const runs = createRuns(check, emit);
  const givingUp = createGivingUp({ db, ports, minutesOf, isWanted: runs.isWanted });

  /** A feed that waits for the network is not under way: nothing else would end it. */
  function stopWaiting(url: string): void {
    const phase = phases.of(url);
    if (phase.type === "waiting" && phase.reason === "offline" && !runs.isUnderWay(url)) emit(url, { type: "ended" });
  }

  /** Feeds that are due, most overdue first. */
  async function dueNow(): Promise<string[]> {
    await givingUp.settled();
    const due: FeedRecord[] = [];
    const now = ports.now();
    const before = cancels;
    for (const record of await db.feeds.toArray()) {
      const minutes = await minutesOf(record);
      if (isDue(record.resume ?? dueAt(record, minutes), now, minutes)) due.push(record);
    }
    due.sort((a, b) => (a.next ?? 0) - (b.next ?? 0));
    // The reader may have cancelled one meanwhile.
    return due.map(({ url }) => url).filter((url) => (cancelled.get(url) ?? 0) <= before);
  }

  const next = async (record: FeedRecord) => record.resume ?? dueAt(record, await minutesOf(record));

  return {
    check: runs.check,
    async runDue() {
      const due = await dueNow();
      for (const url of phases.busy()) if (!due.includes(url)) stopWaiting(url);
      if (!due.length) return;
      if (!ports.online()) {
        for (const url of due) emit(url, { type: "offline" });
        return;
      }
      await Promise.all(due.map(runs.join));
      await clean();
    },
    async nextDue() {
      const times = await Promise.all((await db.feeds.toArray()).map(next));
      const due = times.filter((time) => time !== undefined);
      return due.length ? Math.min(...due) : undefined;
    },
    next,
    cancel(url) {
      cancelled.set(url, ++cancels);
      stopWaiting(url);
      runs.stop(url);
    },
    async giveUp(url) {
      const isNoted = await givingUp.giveUp(url);
      if (isNoted) unwritten.delete(url);
      return isNoted;
    },
    phase: phases.of,
    unwritten: (url) => unwritten.get(url),
    forget: (url) => void unwritten.delete(url),
  };
}
