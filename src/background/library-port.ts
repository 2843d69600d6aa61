import { errorInfo } from "../dossier/errors.ts";
import type { LibraryMessage, LibrarySnapshot } from "../shared/library-port.ts";

/** The end of a port that the background posts to. */
export interface SnapshotPort {
  postMessage(message: LibraryMessage): void;
  onDisconnect: { addListener(listener: () => void): void };
}

/** Milliseconds between two snapshots: a progress bar that moves four times a second looks alive. */
const SNAPSHOT_INTERVAL = 250;
/** Milliseconds between two where something else begins: no phase passes unseen, and a feed of many small files costs little. */
const SHORT_INTERVAL = 50;

/** Snapshots that are given up one after the other because a dossier came or went while they were taken. */
const MOST_GIVEN_UP = 3;

/** "begins": what a reader should see begin, not a bar that has moved. "listed": a dossier or feed has come or gone. */
export type Change = "begins" | "listed";

/**
 * Keeps every connected page up to date: `connect` for a new port, `changed` whenever the library has changed. At most one
 * snapshot is under way, and the last change is never lost. What was read before a dossier came or went is taken anew: a
 * page that has heard that its row went would show it again. One that cannot be taken is told as a failure.
 */
export function createSnapshotServer(take: () => Promise<LibrarySnapshot>, wait: (ms: number) => Promise<void>) {
  const ports = new Set<SnapshotPort>();
  let state: "idle" | "posting" | "posting-and-stale" = "idle";
  /** Something began while a snapshot was being taken, or rests; `cutShort` ends the rest. */
  let isPressing = false;
  let isOutdated = false;
  let cutShort = () => {};

  const message = (): Promise<LibraryMessage> =>
    take().then(
      (snapshot) => ({ type: "snapshot", snapshot }),
      (error: unknown) => ({ type: "failed", error: errorInfo(error) }),
    );

  /** Some snapshot is better than none where they come and go all the time. */
  async function current(): Promise<LibraryMessage> {
    for (let given = 0; ; given++) {
      isOutdated = false;
      const said = await message();
      if (!isOutdated || given === MOST_GIVEN_UP) return said;
    }
  }

  function tell(said: LibraryMessage): void {
    for (const port of ports) {
      try {
        port.postMessage(said);
      } catch {
        // Its page has gone and nobody told us; the others still wait for theirs.
        ports.delete(port);
      }
    }
  }

  async function post(): Promise<void> {
    do {
      state = "posting";
      isPressing = false;
      tell(await current());
      await wait(SHORT_INTERVAL);
      const pressed = new Promise<void>((done) => {
        cutShort = done;
      });
      if (!isPressing) await Promise.race([wait(SNAPSHOT_INTERVAL - SHORT_INTERVAL), pressed]);
    } while ((state as string) === "posting-and-stale" && ports.size > 0);
    state = "idle";
  }

  function changed(what?: Change): void {
    if (what === "listed") isOutdated = true;
    if (ports.size === 0) return;
    if (state === "idle") return void post();
    state = "posting-and-stale";
    if (what !== "begins") return;
    isPressing = true;
    cutShort();
  }

  return {
    changed,
    connect(port: SnapshotPort): void {
      ports.add(port);
      port.onDisconnect.addListener(() => ports.delete(port));
      changed();
    },
  };
}
