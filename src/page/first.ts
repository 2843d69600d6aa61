/** What a card works by, and a page may stop at its window before anybody else hears it. */
const TYPES = [
  "pointermove",
  "pointerdown",
  "pointerup",
  "pointercancel",
  "mousedown",
  "mouseup",
  "click",
  "contextmenu",
  "keydown",
  "keyup",
] as const;

type Handler = (event: Event) => void;

/** Our one listener on the window for each type; it was there before those of the page. */
export interface First {
  /** Has `handler` called until the signal is aborted, after those that came before it; false for any other type. */
  on(type: string, handler: Handler, signal: AbortSignal): boolean;
  /** Listens again: a document that is written anew loses its listeners. */
  renew(): void;
}

/**
 * The listeners that `first.js` has set at the start of the document, before the page's own scripts; where it did not
 * run (the extension came to an open page), they are set now. They are all that a page costs before somebody is named.
 */
export function first(): First {
  const scope = globalThis as { dramatisFirst?: First };
  scope.dramatisFirst ??= make();
  return scope.dramatisFirst;
}

function make(): First {
  const handlers = new Map<string, Set<Handler>>(TYPES.map((type) => [type, new Set()]));
  const heard = (event: Event) => {
    for (const handler of handlers.get(event.type)!) {
      handler(event);
      // One of ours has stopped it.
      if (event.cancelBubble) return;
    }
  };
  const renew = () => {
    for (const type of TYPES) addEventListener(type, heard, true);
  };
  renew();
  return {
    on(type, handler, signal) {
      const set = handlers.get(type);
      set?.add(handler);
      signal.addEventListener("abort", () => set?.delete(handler));
      return set !== undefined;
    },
    renew,
  };
}
