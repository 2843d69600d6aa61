import { useCallback, useEffect, useState } from "preact/hooks";
import { keepMemories, memoryOf, newestEntry, recallMemories } from "./memory.ts";

/** One entry of the tab's history, with what must come back when the reader returns to it. */
export interface Visit {
  entry: number;
  hash: string;
  /** Reached by back or forward. */
  traversed: boolean;
}

/** Of the page in view, which may be one before that of the address bar. Not state: a scroll event may come before the next rendering. */
let current = 0;

/** The visit that the browser is at now; a history entry without a number of ours is a new one. */
function arrive(): Visit {
  const known = (history.state as { entry?: number } | null)?.entry;
  const entry = known ?? newestEntry() + 1;
  memoryOf(entry);
  if (known === undefined) history.replaceState({ entry }, "");
  return { entry, hash: location.hash, traversed: known !== undefined };
}

/** Says which visit is on the screen: whose scroll position and links are to be remembered. */
export function standAt({ entry }: Visit): void {
  current = entry;
}

export type Go = (hash: string, options?: { replace?: boolean }) => void;

/** The address bar as state. Links are plain `#…` links; `go` is for what is not a link (filters, the search field). */
export function useVisit(): [Visit, Go] {
  const [visit, setVisit] = useState<Visit>(() => {
    recallMemories();
    return arrive();
  });
  useEffect(() => {
    history.scrollRestoration = "manual";
    const onPop = () => setVisit(arrive());
    const onScroll = () => {
      memoryOf(current).scrollY = scrollY;
    };
    const onClick = (event: MouseEvent) => {
      const href = (event.target as Element).closest?.("a[href^='#']")?.getAttribute("href");
      // A scroll of the same frame, as by the focus that came to the link, has not been told yet.
      if (href) Object.assign(memoryOf(current), { left: href, scrollY });
    };
    addEventListener("popstate", onPop);
    addEventListener("scroll", onScroll, { passive: true });
    addEventListener("click", onClick, true);
    // A tab that is hidden may be discarded without another word.
    addEventListener("pagehide", keepMemories);
    document.addEventListener("visibilitychange", keepMemories);
    return () => {
      removeEventListener("popstate", onPop);
      removeEventListener("scroll", onScroll);
      removeEventListener("click", onClick, true);
      removeEventListener("pagehide", keepMemories);
      document.removeEventListener("visibilitychange", keepMemories);
    };
  }, []);
  const go = useCallback<Go>((hash, { replace = false } = {}) => {
    if (replace) history.replaceState(history.state, "", hash);
    else history.pushState(null, "", hash);
    setVisit(arrive());
  }, []);
  return [visit, go];
}

/** Where reading goes on after a change of page: at the top with the heading focused, or where the reader left off. */
export function settle(visit: Visit, heading: HTMLElement | null): void {
  const memory = memoryOf(visit.entry);
  scrollTo(0, visit.traversed ? memory.scrollY : 0);
  const left = visit.traversed && memory.left;
  const link = left ? document.querySelector<HTMLElement>(`main a[href="${CSS.escape(left)}"]`) : null;
  // Whoever is typing a search goes on typing; whoever goes through the dossiers by arrow keys goes on to the next.
  if (!document.activeElement?.matches("#search-field, .dossier-switch select"))
    (link ?? heading)?.focus({ preventScroll: true });
}

/** The page that was opened first keeps the browser's own focus; after a reload it stands where it stood. */
export function settleFirst(visit: Visit): void {
  if (visit.traversed) scrollTo(0, memoryOf(visit.entry).scrollY);
}

/** Where the reader stands in a page that is about to be drawn anew. */
export interface Place {
  scrollY: number;
  /** Whether anything has the focus, and the address of the link that has it. */
  focused: boolean;
  href: string | null | undefined;
}

export function placeNow(): Place {
  const focus = document.activeElement;
  return {
    scrollY,
    focused: focus !== null && focus !== document.body,
    href: focus?.closest("a")?.getAttribute("href"),
  };
}

/** After the page was drawn anew in its place: the same place, with the focus where it was, if its link is still there. */
export function settleAgain({ scrollY: before, focused, href }: Place, heading: HTMLElement | null): void {
  scrollTo(0, before);
  if (!focused || document.activeElement !== document.body) return;
  const link = href ? document.querySelector<HTMLElement>(`main a[href="${CSS.escape(href)}"]`) : null;
  (link ?? heading)?.focus({ preventScroll: true });
}
