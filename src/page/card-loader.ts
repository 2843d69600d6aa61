import type { PageState } from "../shared/page-state.ts";
import { send } from "../shared/send.ts";
import type { PageBrowser } from "./browser-api.ts";
import type { CardContext, CardHandle, CardModule } from "./card-context.ts";
import type { MentionIndex } from "./mention-index.ts";
import { currentPlace } from "./place.ts";

/** The card and everything about hovering live in `card.js`; a page on which nobody points at anything never loads it. */
export class CardLoader {
  readonly #browser: PageBrowser;
  readonly #index: MentionIndex;
  readonly #settings: () => Pick<PageState, "openDelay" | "theme">;
  readonly #signal: AbortSignal;
  #handle: Promise<CardHandle> | undefined;

  constructor(
    browser: PageBrowser,
    index: MentionIndex,
    settings: () => Pick<PageState, "openDelay" | "theme">,
    signal: AbortSignal,
  ) {
    this.#browser = browser;
    this.#index = index;
    this.#settings = settings;
    this.#signal = signal;
    const waiting = new AbortController();
    const load = (event: PointerEvent) => {
      if (this.#index.list().length === 0) return;
      waiting.abort();
      this.load({ x: event.clientX, y: event.clientY }).catch(() => {});
    };
    for (const type of ["pointermove", "pointerdown"] as const) {
      const options = { capture: true, passive: true, signal: AbortSignal.any([signal, waiting.signal]) };
      addEventListener(type, load, options);
    }
  }

  /** The running card; rejects where its code cannot be loaded (the extension has been reloaded). */
  load(pointer?: { x: number; y: number }): Promise<CardHandle> {
    this.#handle ??= this.#start(pointer);
    return this.#handle;
  }

  async #start(pointer?: { x: number; y: number }): Promise<CardHandle> {
    const browser = this.#browser;
    const module = (await import(browser.runtime.getURL("card.js"))) as CardModule;
    const context: CardContext = {
      document,
      index: this.#index,
      settings: this.#settings,
      request: (type, data) => send((message) => browser.runtime.sendMessage(message), type, data),
      messages: browser.i18n,
      place: currentPlace,
      ...(pointer ? { pointer } : {}),
    };
    const handle = module.start(context);
    if (this.#signal.aborted) handle.destroy();
    this.#signal.addEventListener("abort", () => handle.destroy());
    return handle;
  }
}
