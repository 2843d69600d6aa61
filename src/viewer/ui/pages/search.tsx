import { useMemo } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { type Filter, matchesEvent, matchesStatement } from "../../model/filter.ts";
import type { DossierIndex } from "../../model/index.ts";
import { RECORD_TYPES } from "../../model/search-documents.ts";
import type { Hit } from "../../search/engine.ts";
import { useSearch } from "../../search/use-search.ts";
import { HitsContext, useHref, useView } from "../context.ts";
import { memoryOf } from "../memory.ts";
import { Elsewhere } from "../parts/elsewhere.tsx";
import { EventArticle } from "../parts/event.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { SourceLine } from "../parts/source-line.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text } from "../parts/text.tsx";
import { useFilter } from "./statements.tsx";

/** People and sources are neither of a kind nor verbatim: such a filter leaves statements and events only. */
function passes(index: DossierIndex, filter: Filter, { type, id }: Hit): boolean {
  const bare = !filter.kind && !filter.verbatimOnly;
  if (type === "statement") return matchesStatement(filter, index.statements.get(id)!);
  if (type === "event") return matchesEvent(filter, index.events.get(id)!);
  if (type === "person") return bare && !filter.source && (!filter.people.length || filter.people.includes(id));
  return bare && !filter.people.length && (!filter.source || filter.source === id);
}

function HitRow({ hit }: { hit: Hit }) {
  const { index } = useView();
  const href = useHref();
  if (hit.type === "statement") return <StatementArticle statement={index.statements.get(hit.id)!} level={2} />;
  if (hit.type === "event") return <EventArticle event={index.events.get(hit.id)!} level={2} />;
  if (hit.type === "source") {
    return (
      <article class="hit">
        <p class="when">{t("viewer_source")}</p>
        <div class="what">
          <h2>
            <SourceLine id={hit.id} />
          </h2>
        </div>
      </article>
    );
  }
  const person = index.people.get(hit.id)!;
  return (
    <article class="hit">
      <p class="when">{t("viewer_person")}</p>
      <div class="what">
        <h2>
          <a href={href({ page: "person", id: person.id })}>
            <Text text={person.name} />
          </a>
        </h2>
        {person.summary && (
          <p>
            <Text text={person.summary} />
          </p>
        )}
      </div>
    </article>
  );
}

const NO_HITS: ReadonlySet<string> = new Set();

export function SearchPage({ filter }: { filter: Filter }) {
  const { index, entry } = useView();
  const change = useFilter("search");
  const { type } = filter;
  const { share, result, failed } = useSearch(index, filter.query, memoryOf(entry));
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the contents of the filter
  const hits = useMemo(() => result?.hits.filter((hit) => passes(index, filter, hit)) ?? [], [result, index, key]);
  const rows = useMemo(
    () => hits.filter((hit) => !type || hit.type === type).map((hit) => ({ ...hit, id: `${hit.type}:${hit.id}` })),
    [hits, type],
  );
  const counts = useMemo(
    () => Object.fromEntries(RECORD_TYPES.map((one) => [one, hits.filter((hit) => hit.type === one).length])),
    [hits],
  );
  return (
    <div class="search">
      <Title>{filter.query ? t("viewer_search_for", filter.query) : t("viewer_search")}</Title>
      <FilterBar filter={filter} onChange={change} events>
        <label>
          <span>{t("viewer_filter_type")}</span>
          <select
            value={type ?? "all"}
            onChange={({ currentTarget: { value } }) =>
              change({ ...filter, type: RECORD_TYPES.find((one) => one === value) })
            }
          >
            <option value="all">{t("viewer_all_types")}</option>
            {RECORD_TYPES.map((one) => (
              <option key={one} value={one}>
                {t(`viewer_type_${one}`)} ({counts[one]})
              </option>
            ))}
          </select>
        </label>
      </FilterBar>
      <p role="status" class="result-count">
        {failed && t("viewer_search_failed")}
        {!failed &&
          (result ? plural("viewer_result_count", rows.length) : t("viewer_indexing", Math.round(share * 100)))}
      </p>
      {result && rows.length === 0 && filter.query && (
        <p class="none">{t(result.hits.length ? "viewer_nothing_left" : "viewer_no_results")}</p>
      )}
      <HitsContext.Provider value={result?.terms ?? NO_HITS}>
        <Paged
          name="hits"
          rows={rows}
          row={({ id, type: of }) => <HitRow hit={{ type: of, id: id.slice(of.length + 1) }} />}
        />
      </HitsContext.Provider>
      <Elsewhere query={filter.query} />
    </div>
  );
}
