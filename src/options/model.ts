import type { ErrorInfo } from "../dossier/errors.ts";
import type { LibrarySnapshot, VetoRow } from "../shared/library-port.ts";
import type { HeldElsewhere, HistoryEntry, StorageInfo } from "../shared/rows.ts";
import type { Settings } from "../shared/settings.ts";
import { type AddFeed, type AddFeedEvent, EMPTY, reduceAddFeed } from "./add-feed.ts";

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

export function initialState(now: number): OptionsState {
  return { commands: [], now, add: EMPTY, imports: [], failures: {}, notices: {}, histories: {}, removed: [] };
}

export function reduce(state: OptionsState, event: OptionsEvent): OptionsState {
  switch (event.type) {
    case "library":
      return withoutRefuted({ ...state, library: event.library });
    case "storage":
      return state.library ? { ...state, library: { ...state.library, storage: event.storage } } : state;
    case "storage-told":
      return { ...withoutLost(state, event.told), storageTold: event.told };
    case "settings":
      return { ...state, settings: event.settings };
    case "commands":
      return { ...state, commands: event.commands };
    case "tick":
      return { ...state, now: event.now };
    case "add": {
      const add = reduceAddFeed(state.add, event.event);
      if (event.event.type === "added") return { ...addedAgain(state, event.event.url), add };
      return add === state.add ? state : { ...state, add };
    }
    case "import":
      return { ...state, imports: withLine(state.imports, event.line) };
    case "imports-read":
      return { ...state, imports: underWay(state.imports) };
    case "history":
      return { ...state, histories: { ...state.histories, [event.url]: event.history } };
    case "failed":
      return { ...state, failures: { ...state.failures, [event.place]: event.error } };
    case "tried":
      return { ...tried(state, event.place), ...(event.place === "storage" ? { storageTold: undefined } : {}) };
    case "ask":
      return { ...state, asking: event.subject };
    case "keep":
      return { ...state, asking: undefined };
    case "removed":
      return {
        ...withoutRow(state, event.subject),
        removed: [...state.removed.filter(({ id }) => id !== event.subject.id), event.subject],
      };
    case "let-go":
      return letGo(state, event.id);
    case "here":
      return withNotice(letGo(state, event.subject.id), event);
    case "gone":
      return withNotice(withoutRow(state, event.subject), event);
  }
}

/** What was said where something is tried again does not stand any longer; nor does that a feed was added a while ago. */
function tried(state: OptionsState, place: Place): OptionsState {
  const part = partOf(place);
  const { [place]: _failure, ...failures } = state.failures;
  const { [part as Part]: _notice, ...notices } = state.notices;
  const { add } = state;
  const said = part === "feeds" && add.type === "typing" ? { ...add, added: undefined } : add;
  return { ...state, failures, notices, add: said };
}

/** Whether a feed or dossier is among those that are listed now. */
export function isListed({ library }: OptionsState, { type, id }: Pick<Subject, "type" | "id">): boolean {
  if (type === "feed") return library?.feeds.some(({ url }) => url === id) ?? false;
  return library?.dossiers.some((row) => row.id === id) ?? false;
}

/** What was said to have gone, and is listed again, has been put back elsewhere. */
function withoutRefuted(state: OptionsState): OptionsState {
  const { feeds, dossiers } = state.notices;
  const isBack = (type: Subject["type"], notice: Notice | undefined) =>
    notice?.type === "gone" && isListed(state, { type, id: notice.id });
  if (!isBack("feed", feeds) && !isBack("dossier", dossiers)) return state;
  const notices = { ...state.notices };
  if (isBack("feed", feeds)) delete notices.feeds;
  if (isBack("dossier", dossiers)) delete notices.dossiers;
  return { ...state, notices };
}

/** The part of the page that a place belongs to, where it lists what can be removed. */
function partOf(place: Place): Part | undefined {
  const [type] = place.split(":");
  return (["feeds", "dossiers"] as const).find((part) => part === type || part === `${type}s`);
}

const letGo = (state: OptionsState, id: string): OptionsState => ({
  ...state,
  removed: state.removed.filter((one) => one.id !== id),
});

const withNotice = (state: OptionsState, { type, subject }: { type: Notice["type"]; subject: Subject }) => ({
  ...state,
  notices: { ...state.notices, [`${subject.type}s`]: { type, id: subject.id, title: subject.title } },
});

/** A feed that is here again has nothing to undo, and nothing that was said of an undo holds. */
const addedAgain = (state: OptionsState, url: string) => tried(letGo(state, url), "feeds");

/** Once room was freed, only a veto can still be undone here; what else can be had back stands in the list of it. */
function withoutLost(state: OptionsState, told: StorageTold): OptionsState {
  return told === "freed" ? { ...state, removed: state.removed.filter(({ type }) => type === "veto") } : state;
}

/** A line stays where it began, so that nothing jumps while files are read. */
function withLine(lines: readonly ImportLine[], line: ImportLine): ImportLine[] {
  const isKnown = lines.some(({ id }) => id === line.id);
  return isKnown ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line];
}

/** The lines of imports of which a file is still being read: what was said of their other files stays with them. */
function underWay(lines: readonly ImportLine[]): ImportLine[] {
  const batches = new Set(lines.filter(({ outcome }) => outcome.type === "reading").map(({ batch }) => batch));
  return lines.filter(({ batch }) => batches.has(batch));
}

/**
 * The row goes with the note that says so; the next snapshot may be a quarter of a second away. So does what was said
 * in it: a feed that is added again begins anew.
 */
function withoutRow(before: OptionsState, { type, id }: Pick<Removed, "type" | "id">): OptionsState {
  const { [`${type}:${id}` as Place]: _said, ...failures } = before.failures;
  const { [id]: _history, ...histories } = before.histories;
  const state = { ...before, failures, histories };
  const { library } = state;
  if (!library) return state;
  const gone = {
    feed: () => ({ feeds: library.feeds.filter(({ url }) => url !== id) }),
    dossier: () => ({ dossiers: library.dossiers.filter((row) => row.id !== id) }),
    veto: () => ({ vetoes: library.vetoes.filter((veto) => vetoId(veto) !== id) }),
  }[type];
  return { ...state, library: { ...library, ...gone() } };
}
