import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Where the button of a row that had the focus is switched off or has gone, the focus goes on to the first one that can be
 * pressed: "Cancel" when a check begins, "Check now" when it has ended. `actions`: around those buttons, in the row.
 */
export function useHandedOn(row: RefObject<HTMLElement | null>, actions: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const part = row.current!;
    const came = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    // Browsers differ in whether what is switched off tells that it has lost the focus.
    const left = ({ target }: FocusEvent) => {
      if (!(target as Element).matches(":disabled")) last.current = undefined;
    };
    // A key that is held down presses no second button.
    const held = (event: KeyboardEvent) => {
      if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
    };
    part.addEventListener("focusin", came);
    part.addEventListener("focusout", left);
    part.addEventListener("keydown", held);
    return () => {
      part.removeEventListener("focusin", came);
      part.removeEventListener("focusout", left);
      part.removeEventListener("keydown", held);
    };
  }, [row]);
  useEffect(() => {
    const { current } = last;
    const isLost = current && (current.matches(":disabled") || !current.isConnected);
    const holder = document.activeElement;
    if (!isLost || (holder !== document.body && holder !== current)) return;
    actions.current?.querySelector<HTMLElement>("button:enabled")?.focus({ preventScroll: true });
  });
}
