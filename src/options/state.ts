import type { ErrorInfo } from "../dossier/errors.ts";
import type { LibrarySnapshot, VetoRow } from "../shared/library-port.ts";
import type { HeldElsewhere, HistoryEntry, StorageInfo } from "../shared/rows.ts";
import type { Settings } from "../shared/settings.ts";
import { type AddFeed, type AddFeedEvent, EMPTY } from "./add-feed.ts";

/** A dossier (by its id) or a feed (by its address): the reader is asked before it goes. */
export interface Subject {
  type: "dossier" | "feed";
  id: string;
  title: string;
}

/** What was removed and can be put back; a veto goes without a question. */
export type Removed = Subject | { type: "veto"; id: string; veto: VetoRow };

/** What tells one veto from all others. */
export const vetoId = ({ person, scope, host, path }: VetoRow): string => JSON.stringify([person, scope, host, path]);

/** The parts of the page that list what can be removed. */
export type Part = "feeds" | "dossiers";

/**
 * What a part says of a thing whose row is not the place for it. "here": an undo found it put back or added again; "gone":
 * something was asked of it, and it had been removed elsewhere.
 */
export interface Notice {
  type: "here" | "gone";
  id: string;
  title: string;
}

/** Where a request's failure is shown: at the row or part of the page that asked. */
export type Place =
  | `dossier:${string}`
  | `feed:${string}`
  | "library"
  | Part
  | "settings"
  | "commands"
  | "vetoes"
  | "storage";

export type History =
  | { type: "loading" }
  | { type: "ready"; entries: HistoryEntry[] }
  | { type: "failed"; error: ErrorInfo };

/**
 * One file being imported, or its outcome. `batch`: the same for all files that were chosen or dropped together. `file`:
 * its name; empty where what was dropped was none.
 */
export interface ImportLine {
  id: number;
  batch: number;
  file: string;
  outcome:
    | { type: "reading" }
    | { type: "done"; title: string; version: number; enabled: boolean; replacedBy?: HeldElsewhere | undefined }
    | { type: "failed"; error: ErrorInfo };
}

export interface Command {
  name: string;
  description: string;
  shortcut: string;
}

/** "not-persisted": the browser was asked to keep the data and has not agreed. */
export type StorageTold = "freed" | "not-persisted";

export interface OptionsState {
  library?: LibrarySnapshot;
  settings?: Settings;
  commands: Command[];
  /** Milliseconds since 1970; moves on so that "3 minutes ago" stays true. */
  now: number;
  add: AddFeed;
  imports: ImportLine[];
  failures: Partial<Record<Place, ErrorInfo>>;
  notices: Partial<Record<Part, Notice>>;
  /** What came of the last button under "Storage", where the page would not show it otherwise. */
  storageTold?: StorageTold | undefined;
  histories: Record<string, History>;
  /** What is to be removed, while the reader is asked. */
  asking?: Subject | undefined;
  removed: Removed[];
}

export type OptionsEvent =
  | { type: "library"; library: LibrarySnapshot }
  | { type: "storage"; storage: StorageInfo }
  | { type: "storage-told"; told: StorageTold }
  | { type: "settings"; settings: Settings }
  | { type: "commands"; commands: Command[] }
  | { type: "tick"; now: number }
  | { type: "add"; event: AddFeedEvent }
  | { type: "import"; line: ImportLine }
  /** The lines of imports that have ended go: the reader has closed them, or begins another import. */
  | { type: "imports-read" }
  | { type: "history"; url: string; history: History }
  | { type: "failed"; place: Place; error: ErrorInfo }
  | { type: "tried"; place: Place }
  | { type: "ask"; subject: Subject }
  | { type: "keep" }
  | { type: "removed"; subject: Removed }
  | { type: "let-go"; id: string }
  /** An undo found it here already. */
  | { type: "here"; subject: Subject }
  /** It had been removed elsewhere. */
  | { type: "gone"; subject: Subject };

/** Nothing is known yet but the time. */
export function initialState(now: number): OptionsState {
  return { commands: [], now, add: EMPTY, imports: [], failures: {}, notices: {}, histories: {}, removed: [] };
}

/** Whether a feed or dossier is among those that are listed now. */
export function isListed({ library }: OptionsState, { type, id }: Pick<Subject, "type" | "id">): boolean {
  if (type === "feed") return library?.feeds.some(({ url }) => url === id) ?? false;
  return library?.dossiers.some((row) => row.id === id) ?? false;
}
