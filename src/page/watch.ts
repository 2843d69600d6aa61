import { countElements, isHidden } from "./dom.ts";

/** Milliseconds between two cheap looks (a few microseconds each) while the page is visible. */
const LOOK = 500;
/** Milliseconds from one search for late shadow roots to the next: at first, while the page is lively, and at rest. */
const FIRST_SWEEP = 250;
const LIVELY_SWEEP = 1_000;
const LONGEST_SWEEP = 8_000;
/** A page is lively for so many milliseconds after it was opened or last used. */
const LIVELY = 20_000;
/** Milliseconds between searches for each element of the page: a search takes some 0.5 µs an element. */
const PER_ELEMENT = 0.2;
/** After these a page often opens something. */
const ACTIVITY = ["pointerdown", "keydown", "focusin"] as const;

export interface Watchers {
  /** Cheap checks: at each look, at activity, when the page comes back into view. */
  look(): void;
  /** A search through all elements, when the browser is idle. */
  sweep(): void;
  /** The page has come into view, or back from the back/forward cache. */
  appear(): void;
  /** The address may have changed without a new document. */
  navigate(): void;
}

/** Calls back on what no mutation tells, until the signal is aborted. */
export function watch(watchers: Watchers, isAway: () => boolean, signal: AbortSignal): void {
  let wait = FIRST_SWEEP;
  let livelyUntil = performance.now() + LIVELY;
  let due = performance.now() + wait;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tick = () => {
    timer = undefined;
    if (signal.aborted || isAway()) return;
    watchers.look();
    if (performance.now() >= due) {
      requestIdleCallback(() => !signal.aborted && watchers.sweep(), { timeout: LOOK });
      const now = performance.now();
      const longest = now < livelyUntil ? Math.max(LIVELY_SWEEP, countElements() * PER_ELEMENT) : LONGEST_SWEEP;
      wait = Math.min(LONGEST_SWEEP, longest, wait * 2);
      due = now + wait;
    }
    next();
  };
  const next = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, Math.min(LOOK, due - performance.now())));
  };
  const hurry = () => {
    livelyUntil = performance.now() + LIVELY;
    if (wait <= FIRST_SWEEP) return;
    wait = FIRST_SWEEP;
    due = performance.now() + wait;
    next();
  };

  const options = { signal, capture: true, passive: true };
  for (const type of ACTIVITY) {
    addEventListener(
      type,
      () => {
        watchers.look();
        hurry();
      },
      options,
    );
  }
  addEventListener("pageshow", () => watchers.appear(), options);
  addEventListener(
    "visibilitychange",
    () => {
      if (isHidden(document)) return;
      watchers.appear();
      hurry();
      next();
    },
    options,
  );
  for (const type of ["popstate", "hashchange"]) addEventListener(type, () => watchers.navigate(), options);
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener?.("currententrychange", () => watchers.navigate(), { signal });
  next();
}
