import type { CardContext } from "../page/card-context.ts";

type Events = WindowEventMap & { toggle: ToggleEvent; fullscreenchange: Event };

/** Those that hear before the page, for events of the window that a page might stop. */
let before: CardContext["first"] | undefined;

export function setFirst(first: CardContext["first"] | undefined): void {
  before = first;
}

interface Options {
  signal: AbortSignal;
  /** May stop what the browser would do. Default: only looks on. */
  active?: true;
}

/**
 * Listens, before the page does (capture), to what the reader and the browser do. What a page makes up itself (it is not
 * trusted) counts for nothing: else a page could open cards, close them, and press their buttons.
 */
export function listen<Type extends keyof Events>(
  target: EventTarget,
  types: Type | readonly Type[],
  handler: (event: Events[Type]) => void,
  { signal, active }: Options,
): void {
  const trusted = (event: Event) => {
    if (event.isTrusted) handler(event as Events[Type]);
  };
  for (const type of [types].flat()) {
    if (target === window && before?.on(type, trusted, signal)) continue;
    target.addEventListener(type, trusted, { capture: true, passive: !active, signal });
  }
}
