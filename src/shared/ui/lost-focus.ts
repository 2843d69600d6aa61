import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Where the button that had the focus has gone with its row, the focus goes to the heading of the section around `part`
 * rather than to the top of the page. A focus that is elsewhere stays there, and one that another section has lost is for
 * that one to keep: one change may take rows from several. `count`: how many rows there are now.
 */
export function useLostFocus(part: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(0);
  const wasHere = useRef(false);
  useEffect(() => {
    const came = ({ target }: FocusEvent) => {
      // A question stands over the page: the focus was where it led from.
      if (!(target instanceof Element) || target.closest("dialog")) return;
      wasHere.current = part.current?.closest("section")?.contains(target) ?? false;
    };
    document.addEventListener("focusin", came);
    return () => document.removeEventListener("focusin", came);
  }, [part]);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (isFewer && wasHere.current && document.activeElement === document.body)
      part.current?.closest("section")?.querySelector("h2")?.focus({ preventScroll: true });
  }, [part, count]);
}
