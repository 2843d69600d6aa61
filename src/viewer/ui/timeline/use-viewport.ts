import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DaySpan } from "../../model/date.ts";
import { fitPxPerDay, zoomStep } from "../../timeline/scale.ts";
import type { TimelineWindow } from "../memory.ts";

export interface Viewport {
  /** Pixels of the visible part. */
  width: number;
  /** Rounded, so that a few pixels of scrolling render nothing anew. */
  scrollLeft: number;
  /** Exactly where the scroller stands; undefined while it moves. */
  restLeft: number | undefined;
  pxPerDay: number;
  /** True while the whole story is in view. */
  fitted: boolean;
  /** One step in or out, around a point `offset` pixels from the left edge of the visible part (default: its middle). */
  zoom(direction: 1 | -1, offset?: number): void;
  fit(): void;
}

/** Rendering follows the scroll position in steps of this; half of it is drawn beyond either edge. */
export const SCROLL_STEP = 240;
/** Milliseconds without a scroll event after which it stands. */
const REST_MS = 120;
/** Wheel distance, in the browser's pixels, that makes one zoom step. */
const WHEEL_STEP = 40;

function rounded(scrollLeft: number): number {
  return Math.round(scrollLeft / SCROLL_STEP) * SCROLL_STEP;
}

/** Size, scroll position and zoom of the scroller. The browser scrolls; the page only follows. */
export function useViewport(
  scroller: RefObject<HTMLDivElement | null>,
  extent: DaySpan,
  memory: { window?: TimelineWindow },
): Viewport {
  const [width, setWidth] = useState(800);
  const [scrollLeft, setScrollLeft] = useState(0);
  const [restLeft, setRestLeft] = useState<number | undefined>(0);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [chosen, setChosen] = useState<number | undefined>(memory.window?.pxPerDay);
  const anchor = useRef<{ day: number; offset: number } | undefined>(
    memory.window && { day: memory.window.day, offset: 0 },
  );
  const fitting = fitPxPerDay(extent, width);
  const pxPerDay = chosen === undefined ? fitting : Math.max(chosen, fitting);

  const moving = useCallback(() => {
    setRestLeft(undefined);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => setRestLeft(scroller.current?.scrollLeft), REST_MS);
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current!;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    const onScroll = () => {
      setScrollLeft(rounded(element.scrollLeft));
      moving();
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
      clearTimeout(resting.current);
    };
  }, [scroller, moving]);

  useLayoutEffect(() => {
    const at = anchor.current;
    if (at) scroller.current!.scrollLeft = (at.day - extent.start) * pxPerDay - at.offset;
    anchor.current = undefined;
  }, [pxPerDay, extent, scroller]);

  useEffect(() => {
    if (restLeft === undefined) return;
    if (chosen === undefined) delete memory.window;
    else memory.window = { pxPerDay, day: extent.start + restLeft / pxPerDay };
  }, [memory, restLeft, chosen, pxPerDay, extent]);

  /** Ahead of what is drawn while key presses come faster than frames. */
  const latest = useRef(pxPerDay);
  latest.current = anchor.current ? latest.current : pxPerDay;
  const zoom = useCallback(
    (direction: 1 | -1, offset = width / 2) => {
      const next = zoomStep(latest.current, direction, extent, width);
      anchor.current ??= { day: extent.start + (scroller.current!.scrollLeft + offset) / latest.current, offset };
      latest.current = next;
      // Where the scroll event will say it is: drawn once instead of twice.
      setScrollLeft(rounded(Math.max((anchor.current.day - extent.start) * next - anchor.current.offset, 0)));
      setChosen(next <= fitting ? undefined : next);
      moving();
    },
    [extent, width, fitting, scroller, moving],
  );

  useEffect(() => {
    const element = scroller.current!;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      // With the key held the wheel means zoom; here it means that of the timeline, not of the window.
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_STEP) return;
      zoom(turned < 0 ? 1 : -1, event.clientX - element.getBoundingClientRect().left);
      turned = 0;
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    return () => element.removeEventListener("wheel", onWheel);
  }, [zoom, scroller]);

  const fit = useCallback(() => {
    setChosen(undefined);
    moving();
  }, [moving]);
  return { width, scrollLeft, restLeft, pxPerDay, fitted: pxPerDay <= fitting, zoom, fit };
}
