import type { RefObject } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DaySpan } from "../../model/date.ts";
import { fitPxPerDay, zoomStep } from "../../timeline/scale.ts";

export interface Viewport {
  /** Pixels of the visible part. */
  width: number;
  /** Rounded, so that a few pixels of scrolling render nothing anew. */
  scrollLeft: number;
  pxPerDay: number;
  /** True while the whole story is in view. */
  fitted: boolean;
  /** One step in or out, around a point `offset` pixels from the left edge of the visible part (default: its middle). */
  zoom(direction: 1 | -1, offset?: number): void;
  fit(): void;
}

/** Rendering follows the scroll position in steps of this; half of it is drawn beyond either edge. */
export const SCROLL_STEP = 400;
/** Wheel distance, in the browser's pixels, that makes one zoom step. */
const WHEEL_STEP = 40;

/** Size, scroll position and zoom of the scroller. The browser scrolls; the page only follows. */
export function useViewport(scroller: RefObject<HTMLDivElement | null>, extent: DaySpan): Viewport {
  const [width, setWidth] = useState(800);
  const [scrollLeft, setScrollLeft] = useState(0);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const anchor = useRef<{ day: number; offset: number } | undefined>(undefined);
  const fitting = fitPxPerDay(extent, width);
  const pxPerDay = chosen === undefined ? fitting : Math.max(chosen, fitting);

  useEffect(() => {
    const element = scroller.current!;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    const onScroll = () => setScrollLeft(Math.round(element.scrollLeft / SCROLL_STEP) * SCROLL_STEP);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", onScroll);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const at = anchor.current;
    if (at) scroller.current!.scrollLeft = (at.day - extent.start) * pxPerDay - at.offset;
    anchor.current = undefined;
  }, [pxPerDay, extent, scroller]);

  const zoom = useCallback(
    (direction: 1 | -1, offset = width / 2) => {
      const next = zoomStep(pxPerDay, direction, extent, width);
      anchor.current = { day: extent.start + (scroller.current!.scrollLeft + offset) / pxPerDay, offset };
      setChosen(next <= fitting ? undefined : next);
    },
    [pxPerDay, extent, width, fitting, scroller],
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

  const fit = useCallback(() => setChosen(undefined), []);
  return { width, scrollLeft, pxPerDay, fitted: pxPerDay <= fitting, zoom, fit };
}
