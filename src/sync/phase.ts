import type { SyncPhase } from "../dossier/rows.ts";

export type SyncEvent =
  | { type: "queued" }
  | { type: "offline" }
  | { type: "started" }
  | { type: "received"; dossier: string; received: number; total?: number | undefined }
  | { type: "verifying"; dossier: string }
  | { type: "stored"; dossier: string; done: number; total: number }
  | { type: "ended" };

/** Nothing is done with a feed. */
export const IDLE: SyncPhase = { type: "idle" };

/** What a feed is doing after an event. A late event of a check that has ended changes nothing. */
export function nextPhase(phase: SyncPhase, event: SyncEvent): SyncPhase {
  switch (event.type) {
    case "ended":
      return IDLE;
    case "queued":
      return phase.type === "idle" || phase.type === "waiting" ? { type: "waiting", reason: "queued" } : phase;
    case "offline":
      return phase.type === "idle" || phase.type === "waiting" ? { type: "waiting", reason: "offline" } : phase;
    case "started":
      return { type: "checking" };
  }
  if (phase.type === "idle" || phase.type === "waiting") return phase;
  switch (event.type) {
    case "received": {
      const { dossier, received, total } = event;
      return { type: "downloading", dossier, received, ...(total === undefined ? {} : { total }) };
    }
    case "verifying":
      return { type: "verifying", dossier: event.dossier };
    case "stored":
      return { type: "storing", dossier: event.dossier, done: event.done, total: event.total };
  }
}

/** Whether two phases differ at most in how far they have got. */
export function isSameStep(one: SyncPhase, two: SyncPhase): boolean {
  const dossier = (phase: SyncPhase) => ("dossier" in phase ? phase.dossier : undefined);
  return one.type === two.type && dossier(one) === dossier(two);
}
