import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface ShownPreview {
  /** The address was changed: the reader is writing. */
  typed(): void;
  /** The button, or Enter in the field. True: that led to the preview, which is no yes to it. */
  pressed(): boolean;
}

/**
 * Nobody adds a feed unseen: its preview comes into view (at once, without motion), and a key pressed for it leads to its
 * heading. Only the button says yes to what is shown. A preview that came by itself leaves the focus in the field, where
 * the reader may be writing on. `isThere`: a preview is shown.
 */
export function useShownPreview(form: RefObject<HTMLFormElement | null>, isThere: boolean): ShownPreview {
  const isAsked = useRef(false);
  useLayoutEffect(() => {
    const holder = document.activeElement;
    // Whoever is busy elsewhere on the page is not taken away from there.
    if (isThere && (holder === document.body || form.current?.contains(holder))) goTo(form.current, isAsked.current);
  }, [form, isThere]);
  return {
    typed() {
      isAsked.current = false;
    },
    pressed() {
      isAsked.current = true;
      if (!isThere || !document.activeElement?.matches("input")) return false;
      goTo(form.current, true);
      return true;
    },
  };
}

function goTo(form: HTMLFormElement | null, takeFocus: boolean): void {
  const preview = form?.querySelector<HTMLElement>(".preview");
  if (takeFocus) preview?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  preview?.scrollIntoView({ block: "nearest" });
}
