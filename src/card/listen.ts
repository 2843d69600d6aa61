type Events = WindowEventMap & { toggle: ToggleEvent; fullscreenchange: Event };

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
    target.addEventListener(type, trusted, { capture: true, passive: !active, signal });
  }
}
