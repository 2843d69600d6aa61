import { errorInfo } from "../dossier/errors.ts";
import type { FeedRow } from "../shared/rows.ts";
import { send, type Transport } from "../shared/send.ts";
import type { Store } from "../shared/ui/store.ts";
import type { History, OptionsEvent, OptionsState } from "./state.ts";

export interface Histories {
  /** Reads what happened to a feed, for the reader who has opened it. */
  load(url: string): Promise<void>;
  /** What has happened to each feed so far, to be handed to `refresh` once the library has changed. */
  marks(): ReadonlyMap<string, string>;
  /** An open history follows whatever happens to its feed. */
  refresh(before: ReadonlyMap<string, string>): void;
}

/** The histories of feeds that the reader has opened. */
export function createHistories(store: Store<OptionsState, OptionsEvent>, transport: Transport): Histories {
  const { dispatch } = store;
  /** The last request for the history of each feed. */
  const newest = new Map<string, number>();
  let asked = 0;

  async function load(url: string): Promise<void> {
    if (!store.state().histories[url]) dispatch({ type: "history", url, history: { type: "loading" } });
    const own = ++asked;
    newest.set(url, own);
    const history = await send(transport, "feed.history", { url }).then(
      (entries): History => ({ type: "ready", entries }),
      (error): History => ({ type: "failed", error: errorInfo(error) }),
    );
    // An older answer that comes late tells of the past; of a feed that was removed meanwhile nothing is kept.
    if (newest.get(url) === own && store.state().histories[url]) dispatch({ type: "history", url, history });
  }

  return {
    load,
    marks: () => new Map(store.state().library?.feeds.map((feed) => [feed.url, happened(feed)])),
    refresh(before) {
      const { histories, library } = store.state();
      for (const feed of library?.feeds ?? [])
        if (histories[feed.url] && happened(feed) !== before.get(feed.url)) void load(feed.url);
    },
  };
}

/** What of a feed's row changes with its history: not each roll-back or new key is a check. */
const happened = ({ checked, result, keyChange }: FeedRow) => JSON.stringify([checked, result, keyChange]);
