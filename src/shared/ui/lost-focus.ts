import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Where the button that had the focus has gone with its row, the focus goes to the heading of the section around `part`
 * rather than to the top of the page. A focus that is elsewhere stays there. `count`: how many rows there are now.
 */
export function useLostFocus(part: RefObject<HTMLElement | null>, count: number): void {
  const before = useRef(0);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (isFewer && document.activeElement === document.body)
      part.current?.closest("section")?.querySelector("h2")?.focus({ preventScroll: true });
  }, [part, count]);
}
