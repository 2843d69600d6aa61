import { isHidden } from "./dom.ts";

/** Milliseconds between two cheap looks (a few microseconds each) while the page is visible. */
const LOOK = 1_000;
/** First and longest wait between two searches for late shadow roots. */
const FIRST_SWEEP = 250;
const LONGEST_SWEEP = 8_000;
/** After these a page often opens something. */
const ACTIVITY = ["pointerdown", "keydown", "focusin"] as const;

export interface Watchers {
  /** Cheap checks: at each look, at activity, when the page comes back into view. */
  look(): void;
  /** A search through all elements, when the browser is idle. */
  sweep(): void;
  /** The page has come into view, or back from the back/forward cache (then `isRestored`). */
  appear(isRestored: boolean): void;
  /** The address may have changed without a new document. */
  navigate(): void;
}

/** Calls back on what no mutation tells, until the signal is aborted. */
export function watch(watchers: Watchers, signal: AbortSignal): void {
  let wait = FIRST_SWEEP;
  let due = performance.now() + wait;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tick = () => {
    timer = undefined;
    if (signal.aborted || isHidden(document)) return;
    watchers.look();
    if (performance.now() >= due) {
      requestIdleCallback(() => !signal.aborted && watchers.sweep(), { timeout: LOOK });
      wait = Math.min(LONGEST_SWEEP, wait * 2);
      due = performance.now() + wait;
    }
    next();
  };
  const next = () => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, Math.min(LOOK, due - performance.now())));
  };
  const hurry = () => {
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
  addEventListener("pageshow", (event) => watchers.appear(event.persisted), options);
  addEventListener(
    "visibilitychange",
    () => {
      if (isHidden(document)) return;
      watchers.appear(false);
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
