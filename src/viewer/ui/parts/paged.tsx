import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { memoryOf } from "../navigation.ts";
import { useFullPrint } from "./full-print.ts";

/** Rows at first and with each "show more": what a slow machine renders within one long frame. */
const PAGE_ROWS = 25;

/** How many of `rows` are shown, and the button that shows more. `focusRow` is set by a press: the first new row. */
export function useMore(name: string, rows: readonly unknown[]) {
  const { entry } = useView();
  const { shown: remembered } = memoryOf(entry);
  const [more, setMore] = useState({ rows, shown: remembered.get(name) ?? PAGE_ROWS });
  const full = useFullPrint();
  const focusRow = useRef<number | undefined>(undefined);
  // Another filter is another list: it starts at its top again.
  const shown = full ? rows.length : more.rows === rows ? more.shown : PAGE_ROWS;
  const showMore = () => {
    focusRow.current = shown;
    remembered.set(name, shown + PAGE_ROWS);
    setMore({ rows, shown: shown + PAGE_ROWS });
  };
  const button: VNode | null =
    shown < rows.length ? <MoreButton shown={shown} total={rows.length} onClick={showMore} /> : null;
  return { shown, more: button, focusRow };
}

function MoreButton({ shown, total, onClick }: { shown: number; total: number; onClick(): void }) {
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
  const { shown, more, focusRow } = useMore(name, rows);
  const list = useRef<HTMLOListElement & HTMLUListElement>(null);
  useEffect(() => {
    if (focusRow.current === undefined) return;
    list.current?.children[focusRow.current]?.querySelector<HTMLElement>("a, button, [tabindex]")?.focus();
    focusRow.current = undefined;
  });
  return (
    <>
      <List ref={list} class={`paged ${rest.class ?? ""}`}>
        {rows.slice(0, shown).map((item) => (
          <li key={item.id}>{row(item)}</li>
        ))}
      </List>
      {more}
    </>
  );
}
