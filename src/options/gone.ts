import {
  isListed,
  type Notice,
  type OptionsState,
  type Place,
  type Removed,
  type StorageTold,
  type Subject,
  vetoId,
} from "./state.ts";

/** What was said to have gone, and is listed again, has been put back elsewhere. */
export function withoutRefuted(state: OptionsState): OptionsState {
  const { feeds, dossiers } = state.notices;
  const isBack = (type: Subject["type"], notice: Notice | undefined) =>
    notice?.type === "gone" && isListed(state, { type, id: notice.id });
  if (!isBack("feed", feeds) && !isBack("dossier", dossiers)) return state;
  const notices = { ...state.notices };
  if (isBack("feed", feeds)) delete notices.feeds;
  if (isBack("dossier", dossiers)) delete notices.dossiers;
  return { ...state, notices };
}

/** Nothing of it can be undone here any more. */
export const letGo = (state: OptionsState, id: string): OptionsState => ({
  ...state,
  removed: state.removed.filter((one) => one.id !== id),
});

/** Says of a thing, in its part of the page, that it has gone or is here. */
export const withNotice = (state: OptionsState, { type, subject }: { type: Notice["type"]; subject: Subject }) => ({
  ...state,
  notices: { ...state.notices, [`${subject.type}s`]: { type, id: subject.id, title: subject.title } },
});

/** Once room was freed, only a veto can still be undone here; what else can be had back stands in the list of it. */
export function withoutLost(state: OptionsState, told: StorageTold): OptionsState {
  return told === "freed" ? { ...state, removed: state.removed.filter(({ type }) => type === "veto") } : state;
}

/**
 * The row goes with the note that says so; the next snapshot may be a quarter of a second away. So does what was said
 * in it: a feed that is added again begins anew.
 */
export function withoutRow(before: OptionsState, { type, id }: Pick<Removed, "type" | "id">): OptionsState {
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
