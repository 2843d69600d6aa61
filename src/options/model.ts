import { reduceAddFeed } from "./add-feed.ts";
import { letGo, withNotice, withoutLost, withoutRefuted, withoutRow } from "./gone.ts";
import type { ImportLine, OptionsEvent, OptionsState, Part, Place } from "./state.ts";

/** What the page shows after an event. */
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

/** The part of the page that a place belongs to, where it lists what can be removed. */
function partOf(place: Place): Part | undefined {
  const [type] = place.split(":");
  return (["feeds", "dossiers"] as const).find((part) => part === type || part === `${type}s`);
}

/** A feed that is here again has nothing to undo, and nothing that was said of an undo holds. */
const addedAgain = (state: OptionsState, url: string) => tried(letGo(state, url), "feeds");

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
