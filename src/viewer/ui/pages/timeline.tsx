import { useMemo, useState } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { type Filter, filterEntries } from "../../model/filter.ts";
import { parseKey } from "../../model/search-documents.ts";
import { lanesOf } from "../../timeline/lanes.ts";
import type { TimelineItem } from "../../timeline/layout.ts";
import { useView } from "../context.ts";
import { EventArticle } from "../parts/event.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { StatementArticle } from "../parts/statement.tsx";
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
function Selection({ items }: { items: readonly TimelineItem[] }) {
  const { index } = useView();
  const rows = useMemo(() => items.map(({ key }) => ({ ...parseKey(key), id: key })), [items]);
  return (
    <section class="selection" aria-labelledby="selection">
      <h2 id="selection">{t("viewer_selection")}</h2>
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

export function TimelinePage({ filter, table }: { filter: Filter; table: boolean }) {
  const { index } = useView();
  const change = useFilter("timeline");
  const [selected, setSelected] = useState<readonly TimelineItem[]>([]);
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const entries = useMemo(() => filterEntries(index, filter), [index, key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const lanes = useMemo(() => lanesOf(index, filter, t("viewer_everybody")), [index, key]);
  const undated = entries.filter(({ date }) => !date).length;
  return (
    <div class="timeline">
      <Title>{t("viewer_timeline")}</Title>
      <FilterBar filter={filter} onChange={(next) => change(next, table)} events many />
      <div class="section-head">
        <p role="status" class="result-count">
          {plural("viewer_item_count", entries.length)}
        </p>
        <ViewSwitch table={table} onChange={(next) => change(filter, next)} />
      </div>
      {entries.length === 0 && <p class="none">{t("viewer_nothing_left")}</p>}
      {table && <TimelineTable entries={entries} />}
      {!table && entries.length > undated && (
        <>
          <Chart lanes={lanes} selected={selected} onSelect={setSelected} />
          {undated > 0 && <p class="hint">{plural("viewer_undated_count", undated)}</p>}
          <Selection items={selected} />
        </>
      )}
    </div>
  );
}
