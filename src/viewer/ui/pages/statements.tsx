import { useMemo } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { type Filter, filterStatements } from "../../model/filter.ts";
import { formatHash, listRoute } from "../../model/router.ts";
import { useView } from "../context.ts";
import { FilterBar } from "../parts/filter-bar.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { StatementArticle } from "../parts/statement.tsx";

/** Narrowing changes the address in place: "back" leaves the list instead of undoing one choice after the other. */
export function useFilter(
  page: "statements" | "timeline" | "search",
): (filter: Filter, table?: boolean, chosen?: readonly string[]) => void {
  const { go, installed } = useView();
  return (filter, table, chosen) =>
    go(formatHash({ dossier: installed, route: listRoute(page, filter, table, chosen) }), { replace: true });
}

export function StatementsPage({ filter }: { filter: Filter }) {
  const { index } = useView();
  const change = useFilter("statements");
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const rows = useMemo(() => filterStatements(index, filter), [index, key]);
  return (
    <div class="statements">
      <Title>{t("viewer_statements")}</Title>
      <FilterBar filter={filter} onChange={change} />
      <p role="status" class="result-count">
        {plural("viewer_statement_count", rows.length)}
      </p>
      {rows.length === 0 && <p class="none">{t("viewer_nothing_left")}</p>}
      <Paged name="statements" rows={rows} row={(statement) => <StatementArticle statement={statement} level={2} />} />
    </div>
  );
}
