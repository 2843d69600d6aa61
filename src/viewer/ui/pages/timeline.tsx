import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { type Filter, filterEntries } from "../../model/filter.ts";
import { parseKey } from "../../model/search-documents.ts";
import { type Lane, lanesOf } from "../../timeline/lanes.ts";
import type { TimelineItem } from "../../timeline/layout.ts";
import { useView } from "../context.ts";
import { memoryOf } from "../memory.ts";
import { EventArticle } from "../parts/event.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { useFullPrint } from "../parts/full-print.ts";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { useStages } from "../parts/use-stages.ts";
import { Chart } from "../timeline/chart.tsx";
import { markLabel } from "../timeline/mark.tsx";
import { TimelineTable } from "../timeline/table.tsx";
import { useFilter } from "./statements.tsx";

function ViewSwitch({ table, onChange }: { table: boolean; onChange(table: boolean): void }) {
  return (
    <fieldset class="view-switch" aria-label={t("viewer_view")}>
      {[false, true].map((one) => (
        <button
          key={String(one)}
          type="button"
          class="button"
          aria-pressed={table === one}
          onClick={() => onChange(one)}
        >
          {t(one ? "viewer_as_table" : "viewer_as_chart")}
        </button>
      ))}
    </fieldset>
  );
}

/** What was chosen on the chart, in full. */
function Selection({
  items,
  heading,
}: {
  items: readonly TimelineItem[];
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { index } = useView();
  const rows = useMemo(() => items.map(({ key }) => ({ ...parseKey(key), id: key })), [items]);
  return (
    <section class="selection" aria-labelledby="selection">
      <h2 id="selection" ref={heading} tabIndex={-1}>
        {t("viewer_selection")}
      </h2>
      <p role="status" class="hint">
        {items.length ? markLabel(items) : t("viewer_nothing_selected")}
      </p>
      <Paged
        name="selection"
        rows={rows}
        row={({ id: key }) => {
          const { type, id } = parseKey(key);
          return type === "event" ? (
            <EventArticle event={index.events.get(id)!} level={3} />
          ) : (
            <StatementArticle statement={index.statements.get(id)!} level={3} />
          );
        }}
      />
    </section>
  );
}

/** Of the window's height: so much of what was chosen is to be seen, the rest is left to the chart. */
const SEEN = 0.45;

/** Scrolls until the beginning of what was chosen is in view. */
function bringIntoView(heading: HTMLElement): void {
  const over = heading.getBoundingClientRect().top - innerHeight * (1 - SEEN);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (over > 0) scrollBy({ top: over, behavior: still ? "instant" : "smooth" });
}

/** The records chosen, out of the address or what this history entry remembers beyond it. */
function useChosen(lanes: readonly Lane[], chosen: readonly string[]): readonly TimelineItem[] {
  const { entry } = useView();
  return useMemo(() => {
    if (!chosen.length) return [];
    const remembered = memoryOf(entry).chosen;
    const all = remembered && chosen.every((key, at) => remembered[at] === key) ? remembered : chosen;
    const wanted = new Set(all);
    const items = new Map<string, TimelineItem>();
    for (const lane of lanes) for (const item of lane.items) if (wanted.has(item.key)) items.set(item.key, item);
    return all.flatMap((key) => items.get(key) ?? []);
  }, [lanes, chosen, entry]);
}

/** From so many records on filter bar, lanes and drawing are made in tasks of their own: together they take 100 ms. */
const MANY = 1_000;
const STAGES = { lanes: 1, chart: 2 };
const NO_LANES: Lane[] = [];

/** Whether the reader comes back to where they had scrolled, zoomed or chosen: that place must be there at once. */
function isReturn(entry: number): boolean {
  const { scrollY, window, chosen } = memoryOf(entry);
  return scrollY > 0 || window !== undefined || chosen !== undefined;
}

interface Props {
  filter: Filter;
  table: boolean;
  chosen: readonly string[];
}

export function TimelinePage({ filter, table, chosen }: Props) {
  const { index, entry } = useView();
  const change = useFilter("timeline");
  const heading = useRef<HTMLHeadingElement>(null);
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const entries = useMemo(() => filterEntries(index, filter), [index, key]);
  const stage = useStages(STAGES.chart, entries.length < MANY || isReturn(entry));
  const printing = useFullPrint();
  const hasLanes = stage >= STAGES.lanes;
  const isDrawn = stage >= STAGES.chart;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const lanes = useMemo(
    () =>
      hasLanes
        ? lanesOf(index, filter, {
            everybody: t("viewer_everybody"),
            withdrawn: (label) => t("viewer_withdrawn_label", label),
          })
        : NO_LANES,
    [index, key, hasLanes],
  );
  const selected = useChosen(lanes, chosen);
  const undated = entries.filter(({ date }) => !date).length;
  const pressed = useRef(false);
  const choose = (items: readonly TimelineItem[], by: "pointer" | "key") => {
    const keys = items.map((item) => item.key);
    const again = keys.length === selected.length && keys.every((one, at) => selected[at]!.key === one);
    if (again && by === "key") heading.current?.focus();
    if (again) {
      if (heading.current) bringIntoView(heading.current);
      return;
    }
    memoryOf(entry).chosen = keys;
    pressed.current = true;
    change(filter, table, keys);
  };
  // After a press, and for the reader who comes by a link; who comes back has the place where they were.
  const first = useRef(memoryOf(entry).chosen === undefined && chosen.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each choice
  useEffect(() => {
    if (!isDrawn) return;
    if ((pressed.current || first.current) && heading.current && selected.length) bringIntoView(heading.current);
    pressed.current = false;
    first.current = false;
    if (chosen.length) memoryOf(entry).chosen ??= chosen;
  }, [selected, isDrawn]);
  return (
    <div class="timeline">
      <Title>{t("viewer_timeline")}</Title>
      <FilterBar filter={filter} onChange={(next) => change(next, table)} events many />
      <div class="section-head">
        <p role="status" class="result-count">
          {plural("viewer_item_count", entries.length)}
        </p>
        <ViewSwitch table={table} onChange={(next) => change(filter, next, chosen)} />
      </div>
      {entries.length === 0 && <p class="none">{t("viewer_nothing_left")}</p>}
      {table && <TimelineTable entries={entries} />}
      {!table && isDrawn && entries.length > undated && (
        <>
          <Chart lanes={lanes} selected={selected} onSelect={choose} />
          {undated > 0 && <p class="hint">{plural("viewer_undated_count", undated)}</p>}
          <Selection items={selected} heading={heading} />
        </>
      )}
      {/* On paper nothing can be chosen: a mark with a number would say nothing. */}
      {!table && printing && <TimelineTable entries={entries} />}
    </div>
  );
}
