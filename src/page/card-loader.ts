import type { ToPage } from "../shared/page-messages.ts";
import type { PageState } from "../shared/page-state.ts";
import type { PageBrowser } from "./browser-api.ts";
import type { CardContext, CardControls, CardModule } from "./card-context.ts";
import type { MentionIndex } from "./mention-index.ts";
import { currentPlace } from "./place.ts";

/** The card and everything about hovering live in `card.js`; a page on which nobody points at anything never loads it. */
export class CardLoader {
  readonly #browser: PageBrowser;
  readonly #index: MentionIndex;
  readonly #state: () => PageState;
  readonly #signal: AbortSignal;
  #handle: Promise<CardControls> | undefined;
  /** What the pointer has done since the code was asked for; of moves in a row the last. */
  #early: PointerEvent[] = [];

  constructor(browser: PageBrowser, index: MentionIndex, state: () => PageState, signal: AbortSignal) {
    this.#browser = browser;
    this.#index = index;
    this.#state = state;
    this.#signal = signal;
    const loading = new AbortController();
    const options = { capture: true, passive: true, signal: AbortSignal.any([signal, loading.signal]) };
    const load = (event: PointerEvent) => {
      if (this.#index.list().length === 0) return;
      // Followed until the card's code can do it: the pointer may come to rest on a name, a tap may be over by then.
      if (event.type === "pointermove" && this.#early.at(-1)?.type === "pointermove") this.#early.pop();
      this.#early.push(event);
      this.load().then(
        () => loading.abort(),
        () => loading.abort(),
      );
    };
    for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel"] as const)
      addEventListener(type, load, options);
  }

  /** The running card; rejects where its code cannot be loaded (the extension has been reloaded). */
  load(): Promise<CardControls> {
    this.#handle ??= this.#start();
    return this.#handle;
  }

  handle(message: ToPage): void {
    // Where no card was ever shown there is none to give way.
    if (message.type === "other-card" && !this.#handle) return;
    this.load()
      .then((controls) => controls.handle(message))
      .catch(() => {});
  }

  async #start(): Promise<CardControls> {
    const module = (await import(this.#browser.runtime.getURL("card.js"))) as CardModule;
    const context: CardContext = {
      index: this.#index,
      browser: this.#browser,
      state: this.#state,
      signal: this.#signal,
      // The path changes with client-side navigations.
      get place() {
        return currentPlace();
      },
      early: this.#early,
    };
    return module.start(context);
  }
}
