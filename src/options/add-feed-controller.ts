import { type ErrorInfo, errorInfo } from "../dossier/errors.ts";
import { feedAddress } from "../dossier/feed-address.ts";
import { send } from "../shared/send.ts";
import type { Store } from "../shared/ui/store.ts";
import { type AddFeedEvent, isAdding } from "./add-feed.ts";
import type { OptionsPorts } from "./ports.ts";
import type { OptionsEvent, OptionsState } from "./state.ts";

export interface AddFeedActions {
  type(address: string): void;
  /** The click on "Add feed": shows what the feed holds, and adds it once that is there to be seen. */
  add(): void;
}

/** Milliseconds without a keystroke before an address counts as typed: above the pause between two keys. */
export const TYPING_PAUSE = 500;

/**
 * Whether an address looks as if it had been typed to its end: a feed is a JSON file. All others are asked only when the
 * reader presses the button, so that no half-typed address ever gets a request.
 */
const isWhole = (address: string): boolean => /^(https?:\/\/)?[^/\s]+\/\S*\.json$/i.test(address.trim());

/** The address in full of what was typed, or why it is none. */
function addressOf(typed: string): { url: string } | { error: ErrorInfo } {
  try {
    return { url: feedAddress(typed) };
  } catch (error) {
    return { error: errorInfo(error) };
  }
}

/** What the form for a feed does beside showing its state. */
export function createAddFeed(store: Store<OptionsState, OptionsEvent>, ports: OptionsPorts): AddFeedActions {
  const dispatch = (event: AddFeedEvent) => store.dispatch({ type: "add", event });
  const state = () => store.state().add;
  let token = 0;
  let stopWaiting = () => {};

  async function preview(url: string): Promise<void> {
    stopWaiting();
    const own = ++token;
    dispatch({ type: "preview", token: own });
    try {
      dispatch({ type: "previewed", token: own, preview: await send(ports.transport, "feed.preview", { url }) });
    } catch (error) {
      dispatch({ type: "preview-failed", token: own, error: errorInfo(error) });
    }
  }

  /** `shown`: the fingerprint that the reader has seen; undefined: it was shown as not signed. */
  async function add(url: string, shown: string | undefined): Promise<void> {
    const own = ++token;
    dispatch({ type: "adding", token: own });
    try {
      const { title } = await send(ports.transport, "feed.add", { url, ...(shown && { fingerprint: shown }) });
      dispatch({ type: "added", token: own, url, title });
    } catch (thrown) {
      const error = errorInfo(thrown);
      // The form belongs to another address by now; what became of this one is told beside it.
      if (!isAdding(state(), own)) store.dispatch({ type: "failed", place: "feeds", error });
      else dispatch({ type: "add-failed", token: own, error });
    }
  }

  async function unlock(url: string, answer: Promise<boolean>): Promise<void> {
    const own = ++token;
    dispatch({ type: "unlock", token: own });
    const granted = await answer.catch(() => false);
    if (!granted) dispatch({ type: "denied", token: own });
    // The reader may have typed another address while the browser asked.
    else if (own === token && state().type === "unlocking") await preview(url);
  }

  return {
    type(address) {
      stopWaiting();
      dispatch({ type: "typed", address });
      if (!isWhole(address)) return;
      const found = addressOf(address);
      if ("url" in found) stopWaiting = ports.wait(TYPING_PAUSE, () => void preview(found.url));
    },
    add() {
      const now = state();
      const { type, address } = now;
      const found = addressOf(address);
      if ("error" in found) {
        const own = ++token;
        dispatch({ type: "preview", token: own });
        dispatch({ type: "preview-failed", token: own, error: found.error });
        return;
      }
      const { url } = found;
      if (type === "locked") {
        void unlock(url, ports.requestHost(url));
      } else if (now.type === "previewed") {
        void add(url, now.preview.fingerprint);
      } else if (type === "typing" || type === "refused") {
        void preview(url);
      }
    },
  };
}
