import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { type Measure, textMeasure } from "../../timeline/label.ts";
import type { Lane } from "../../timeline/lanes.ts";
import { layoutLane, type Mark as MarkModel, type TimelineItem } from "../../timeline/layout.ts";
import { type Active, firstMark, rove, type Step } from "../../timeline/rove.ts";
import { extentOf, labelRoom } from "../../timeline/scale.ts";
import { useView } from "../context.ts";
import { memoryOf } from "../memory.ts";
import { AXIS_PX, Axis } from "./axis.tsx";
import { LANE_HEAD_PX, LaneGroup, type Placed } from "./lane-group.tsx";
import { TRACK_PX } from "./mark.tsx";
import { SCROLL_STEP, useViewport } from "./use-viewport.ts";
import { ZoomBar } from "./zoom-bar.tsx";

const LANE_FOOT_PX = 8;
const MAX_TRACKS = 4;
/** In a lane with so many marks to place further tracks show nothing more, they only cost time. */
const BUSY = { groups: 400, tracks: 2 };
/** Size of a label in root font sizes: --d-size-xs. */
const LABEL_REM = 0.75;
/** Mean width of a letter in font sizes: near enough where hundreds of labels compete for room. */
const LETTER = 0.46;

/** How wide labels are: measured, or where there are very many of them only estimated. */
interface LabelWidths {
  exact: Measure;
  rough: Measure;
}

const STEPS: Record<string, Step> = {
  ArrowRight: "next",
  ArrowLeft: "previous",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

interface Props {
  lanes: Lane[];
  selected: readonly TimelineItem[];
  /** By key a mark may be pressed again, to go on to what it opened. */
  onSelect(items: readonly TimelineItem[], by: "pointer" | "key"): void;
}

/** Lanes under each other, each as high as its tracks. */
function usePlaced(
  lanes: Lane[],
  left: number,
  pxPerDay: number,
  end: number,
  { exact, rough }: LabelWidths,
): { placed: Placed[]; height: number } {
  return useMemo(() => {
    let top = AXIS_PX;
    const placed = lanes.map((lane) => {
      const busy = lane.groups.length > BUSY.groups;
      const layout = layoutLane(
        lane.groups,
        { left, pxPerDay },
        { end, ...(busy ? { measure: rough, maxTracks: BUSY.tracks } : { measure: exact, maxTracks: MAX_TRACKS }) },
      );
      const height = LANE_HEAD_PX + layout.tracks * TRACK_PX + LANE_FOOT_PX;
      top += height;
      return { ...layout, lane, top: top - height, height };
    });
    return { placed, height: top };
  }, [lanes, left, pxPerDay, end, exact, rough]);
}

/** Font of the labels (`.lanes text` in timeline.css: --d-sans at --d-size-xs), for measuring. */
function labelFont(): { px: number; css: string } {
  const style = getComputedStyle(document.documentElement);
  const px = Number.parseFloat(style.fontSize) * LABEL_REM;
  return { px, css: `${px}px ${style.getPropertyValue("--d-sans")}` };
}

/** Which mark an event came from: one handler for all of them, so that a mark need not be drawn anew for its own. */
function placeOf(target: EventTarget | null): Active | undefined {
  const mark = target instanceof Element ? target.closest<SVGElement>(".mark") : null;
  return mark ? { lane: Number(mark.dataset.lane), mark: Number(mark.dataset.mark) } : undefined;
}

/** The first mark that holds an item: the tab stop of a reader who comes back to what they had chosen. */
function markOf(placed: readonly Placed[], item: TimelineItem | undefined): Active | undefined {
  if (!item) return undefined;
  for (const [lane, { marks }] of placed.entries()) {
    const mark = marks.findIndex(({ items }) => items.some(({ key }) => key === item.key));
    if (mark >= 0) return { lane, mark };
  }
  return undefined;
}

/** Brings a mark into view with room to read it. */
function reveal(scroller: HTMLElement, mark: MarkModel): void {
  const { scrollLeft, clientWidth } = scroller;
  const start = mark.x - 40;
  const end = Math.min(mark.x + mark.width, mark.x + clientWidth / 2) + 120;
  if (start < scrollLeft) scroller.scrollLeft = start;
  else if (end > scrollLeft + clientWidth) scroller.scrollLeft = end - clientWidth;
}

export function Chart({ lanes, selected, onSelect }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const extent = useMemo(() => extentOf(lanes.flatMap(({ items }) => items.map(({ span }) => span))), [lanes]);
  const viewport = useViewport(scroller, extent, memoryOf(useView().entry));
  const widths = useMemo<LabelWidths>(() => {
    const { px, css } = labelFont();
    return { exact: textMeasure(css), rough: (label) => label.length * LETTER * px };
  }, []);
  const story = (extent.end - extent.start) * viewport.pxPerDay;
  const width = Math.max(story + labelRoom(viewport.width), viewport.width);
  const { placed, height } = usePlaced(lanes, extent.start, viewport.pxPerDay, width, widths);
  const [focused, setFocused] = useState<Active | undefined>(undefined);
  const moveFocus = useRef(false);
  const follow = useRef<string | undefined>(undefined);
  const valid =
    focused && placed[focused.lane]?.marks[focused.mark] ? focused : (markOf(placed, selected[0]) ?? firstMark(placed));
  const from = viewport.scrollLeft - SCROLL_STEP * 0.6;
  const to = viewport.scrollLeft + viewport.width + SCROLL_STEP * 0.6;
  const rest =
    viewport.restLeft === undefined
      ? undefined
      : { left: viewport.restLeft, right: viewport.restLeft + viewport.width };
  const keys = useMemo(() => new Set(selected.map(({ key }) => key)), [selected]);

  useEffect(() => {
    if (!moveFocus.current) return;
    moveFocus.current = false;
    scroller.current?.querySelector<SVGElement>(".mark[tabindex='0']")?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const mark = valid && placed[valid.lane]!.marks[valid.mark]!;
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) {
      const next = rove(placed, valid, step);
      reveal(scroller.current!, placed[next.lane]!.marks[next.mark]!);
      moveFocus.current = true;
      setFocused(next);
    } else if (event.key === "Enter" || event.key === " ") onSelect(mark.items, "key");
    else if (event.key === "+" || event.key === "=" || event.key === "-") {
      const middle = mark.x + Math.min(mark.width, viewport.width) / 2 - scroller.current!.scrollLeft;
      follow.current = mark.items[0]!.key;
      viewport.zoom(event.key === "-" ? -1 : 1, middle);
    } else if (event.key === "0") viewport.fit();
    else return;
    event.preventDefault();
  };

  // The item that had the focus before zooming may stand in another mark now.
  const lane = valid?.lane;
  useEffect(() => {
    const key = follow.current;
    follow.current = undefined;
    if (!key || lane === undefined) return;
    const mark = placed[lane]!.marks.findIndex(({ items }) => items.some((item) => item.key === key));
    moveFocus.current = true;
    if (mark >= 0) setFocused({ lane, mark });
  }, [placed, lane]);

  return (
    <div class="chart">
      <ZoomBar viewport={viewport} />
      <div class="scroller" ref={scroller} dir="ltr">
        <div class="lane-names" aria-hidden="true">
          {placed.map(({ lane, top }) => (
            <span key={lane.person ?? ""} style={{ top: `${top + 4}px` }}>
              {lane.name}
            </span>
          ))}
        </div>
        <svg
          class="lanes"
          width={width}
          height={height}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the drawing is the widget, a listbox of marks
          role="listbox"
          aria-label={t("viewer_timeline")}
          aria-orientation="horizontal"
          onKeyDown={onKeyDown}
          onClick={({ target }) => {
            const at = placeOf(target);
            if (at) onSelect(placed[at.lane]!.marks[at.mark]!.items, "pointer");
          }}
          onFocusIn={({ target }) => {
            const at = placeOf(target);
            if (at && (at.lane !== valid?.lane || at.mark !== valid.mark)) setFocused(at);
          }}
        >
          <Axis
            scale={{ left: extent.start, pxPerDay: viewport.pxPerDay }}
            from={from}
            to={Math.min(to, width)}
            height={height}
            end={width}
            measure={widths.exact}
          />
          {placed.map((lane, at) => (
            <LaneGroup
              key={lane.lane.person ?? ""}
              placed={lane}
              measure={widths.exact}
              view={{ left: viewport.scrollLeft, from, to, width, rest }}
              active={valid?.lane === at ? valid.mark : undefined}
              selected={keys}
              place={at}
            />
          ))}
        </svg>
      </div>
      <p class="hint">{t("viewer_timeline_keys")}</p>
    </div>
  );
}
