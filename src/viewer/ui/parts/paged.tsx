import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { memoryOf } from "../memory.ts";
import { useFullPrint } from "./full-print.ts";
import { Once } from "./once.tsx";

/** Rows at first and with each "show more". */
const PAGE_ROWS = 25;
/** Of these so many are rendered at a time: each slice stays well below a long task (50 ms). */
const SLICE_ROWS = 2;

/**
 * Most rows that a list prints, but for more that are shown already. They are rendered in one go, since a print job does
 * not wait: a statement takes about 5 ms on a slow machine, all 10,000 of a large dossier would freeze it for a minute.
 */
const PRINT_ROWS = 300;

/** From so many rows on the browser skips laying out those off screen. */
const LONG = 100;

/** Grows from `from` to `target`, a slice a macrotask, so that neither a filter nor "show more" holds up input. */
function useSlices(rows: readonly unknown[], target: number, atOnce: boolean): number {
  const [state, setState] = useState({ rows, done: SLICE_ROWS });
  const done = state.rows === rows ? state.done : SLICE_ROWS;
  useEffect(() => {
    if (atOnce || done >= target) return;
    const timer = setTimeout(() => setState({ rows, done: done + SLICE_ROWS }), 0);
    return () => clearTimeout(timer);
  }, [rows, done, target, atOnce]);
  return atOnce ? target : Math.min(done, target);
}

/** How many of `rows` are shown, and the button that shows more. `focusRow` is set by a press: the first new row. */
export function useMore(name: string, rows: readonly unknown[]) {
  const { entry } = useView();
  const { shown: remembered } = memoryOf(entry);
  const [more, setMore] = useState({ rows, shown: remembered.get(name) ?? PAGE_ROWS });
  const full = useFullPrint();
  const focusRow = useRef<number | undefined>(undefined);
  // Another filter is another list: it starts at its top again.
  const chosen = more.rows === rows ? more.shown : PAGE_ROWS;
  const wanted = Math.min(full ? Math.max(chosen, PRINT_ROWS) : chosen, rows.length);
  // Coming back to a list that was longer: all of it at once, or the place the reader left would not be there yet.
  const atOnce = useRef(remembered.has(name)).current || full;
  const shown = useSlices(rows, wanted, atOnce);
  useEffect(() => {
    if (!full) remembered.set(name, wanted);
  }, [wanted, full, name, remembered]);
  const showMore = () => {
    focusRow.current = wanted;
    remembered.set(name, wanted + PAGE_ROWS);
    setMore({ rows, shown: wanted + PAGE_ROWS });
  };
  const Rest = full ? LeftOut : MoreButton;
  const rest: VNode | null =
    wanted < rows.length ? <Rest shown={wanted} total={rows.length} onClick={showMore} /> : null;
  return { shown, wanted, more: rest, focusRow };
}

interface RestProps {
  shown: number;
  total: number;
  onClick(): void;
}

/** On paper: what this list leaves out, and where all of it is. */
function LeftOut({ shown, total }: RestProps) {
  const locale = t("locale");
  return (
    <p class="left-out">
      {t("viewer_left_out", shown.toLocaleString(locale), total.toLocaleString(locale), t("viewer_print_all"))}
    </p>
  );
}

function MoreButton({ shown, total, onClick }: RestProps) {
  return (
    <p class="more">
      <button type="button" class="button" onClick={onClick}>
        {plural("viewer_show_more", Math.min(PAGE_ROWS, total - shown))}
      </button>
      <span class="hint">
        {t("viewer_shown", shown.toLocaleString(t("locale")), total.toLocaleString(t("locale")))}
      </span>
    </p>
  );
}

interface Props<T extends { id: string }> {
  /** Distinguishes the lists of one page. */
  name: string;
  rows: readonly T[];
  /** Of the record and contexts alone: it is asked once for each record. */
  row(row: T): ComponentChildren;
  class?: string;
  as?: "ol" | "ul";
}

/**
 * A long list, shown a page at a time. Not a virtualiser: what was shown stays in the document, so that find-in-page,
 * selecting, a screen reader's list of headings and printing all see it; `content-visibility` keeps what is off screen
 * cheap.
 */
export function Paged<T extends { id: string }>({ name, rows, row, as: List = "ol", ...rest }: Props<T>) {
  const { shown, wanted, more, focusRow } = useMore(name, rows);
  const list = useRef<HTMLOListElement & HTMLUListElement>(null);
  useEffect(() => {
    if (focusRow.current === undefined || focusRow.current >= shown) return;
    list.current?.children[focusRow.current]?.querySelector<HTMLElement>("a, button, [tabindex]")?.focus();
    focusRow.current = undefined;
  });
  return (
    <>
      <List ref={list} class={`paged ${wanted > LONG ? "long" : ""} ${rest.class ?? ""}`}>
        {rows.slice(0, shown).map((item) => (
          <li key={item.id}>
            <Once of={item} row={row} />
          </li>
        ))}
      </List>
      {more}
    </>
  );
}
