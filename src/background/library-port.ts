import { errorInfo } from "../dossier/errors.ts";
import type { LibraryMessage, LibrarySnapshot } from "../shared/library-port.ts";

/** The end of a port that the background posts to. */
export interface SnapshotPort {
  postMessage(message: LibraryMessage): void;
  onDisconnect: { addListener(listener: () => void): void };
}

/** Milliseconds between two snapshots: a progress bar that moves four times a second looks alive. */
const SNAPSHOT_INTERVAL = 250;

/**
 * Keeps every connected page up to date: `connect` for a new port, `changed` whenever the library has changed. At most
 * one snapshot is under way, and the last change is never lost. One that cannot be taken is told as a failure.
 */
export function createSnapshotServer(take: () => Promise<LibrarySnapshot>, wait: (ms: number) => Promise<void>) {
  const ports = new Set<SnapshotPort>();
  let state: "idle" | "posting" | "posting-and-stale" = "idle";

  const message = (): Promise<LibraryMessage> =>
    take().then(
      (snapshot) => ({ type: "snapshot", snapshot }),
      (error: unknown) => ({ type: "failed", error: errorInfo(error) }),
    );

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
      tell(await message());
      await wait(SNAPSHOT_INTERVAL);
    } while ((state as string) === "posting-and-stale" && ports.size > 0);
    state = "idle";
  }

  function changed(): void {
    if (ports.size === 0) return;
    if (state === "idle") void post();
    else state = "posting-and-stale";
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
