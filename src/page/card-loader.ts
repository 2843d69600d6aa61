import type { ToPage } from "../shared/page-messages.ts";
import type { CardContext, CardControls, CardModule } from "./card-context.ts";
import type { MentionIndex } from "./mention-index.ts";
import { currentPlace } from "./place.ts";

type CardOptions = Pick<CardContext, "browser" | "frame" | "first" | "state" | "passOn" | "shown" | "signal">;

/** The card and everything about hovering live in `card.js`; a page on which nobody points at anything never loads it. */
export class CardLoader {
  readonly #options: CardOptions;
  readonly #index: MentionIndex;
  #handle: Promise<CardControls> | undefined;
  /** What the pointer has done since the code was asked for; of moves in a row the last. */
  #early: PointerEvent[] = [];

  constructor(options: CardOptions, index: MentionIndex) {
    this.#options = options;
    this.#index = index;
    const { signal } = options;
    const loading = new AbortController();
    const listening = AbortSignal.any([signal, loading.signal]);
    const load = (heard: Event) => {
      const event = heard as PointerEvent;
      if (!event.isTrusted || this.#index.list().length === 0) return;
      // Followed until the card's code can do it: the pointer may come to rest on a name, a tap may be over by then.
      if (event.type === "pointermove" && this.#early.at(-1)?.type === "pointermove") this.#early.pop();
      this.#early.push(event);
      this.load().then(
        () => loading.abort(),
        () => loading.abort(),
      );
    };
    for (const type of ["pointermove", "pointerdown", "pointerup", "pointercancel"] as const)
      options.first.on(type, load, listening);
  }

  /** The running card; rejects where its code cannot be loaded (the extension has been reloaded). */
  load(): Promise<CardControls> {
    this.#handle ??= this.#start();
    return this.#handle;
  }

  handle(message: ToPage): void {
    // Where no card was ever shown there is none to give way or to close.
    if ("id" in message && !this.#handle) return;
    this.load()
      .then((controls) => controls.handle(message))
      .catch(() => {});
  }

  async #start(): Promise<CardControls> {
    const module = (await import(this.#options.browser.runtime.getURL("card.js"))) as CardModule;
    const context: CardContext = {
      ...this.#options,
      index: this.#index,
      // The path changes with client-side navigations.
      get place() {
        return currentPlace();
      },
      early: this.#early,
    };
    return module.start(context);
  }
}
