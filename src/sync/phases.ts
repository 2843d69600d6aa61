import type { SyncPhase } from "../dossier/rows.ts";
import { IDLE, isSameStep, nextPhase, type SyncEvent } from "./phase.ts";

/** What each feed is doing just now. */
export interface Phases {
  of(url: string): SyncPhase;
  emit(url: string, event: SyncEvent): void;
  /** Feeds that are not idle. */
  busy(): string[];
}

/** `changed`: a feed does something else, or has got on with it; `begins`: it does something else now. */
export function createPhases(changed: (url: string, phase: SyncPhase, begins: boolean) => void): Phases {
  const phases = new Map<string, SyncPhase>();
  const of = (url: string) => phases.get(url) ?? IDLE;
  return {
    of,
    emit(url, event) {
      const before = of(url);
      const phase = nextPhase(before, event);
      if (phase === IDLE) phases.delete(url);
      else phases.set(url, phase);
      changed(url, phase, !isSameStep(before, phase));
    },
    busy: () => [...phases.keys()],
  };
}
