import { useContext, useEffect, useRef } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { formatHash, listRoute, type Route } from "../../model/router.ts";
import { closeSearch, openSearch, WorkerContext } from "../../search/use-search.ts";
import { useView } from "../context.ts";

/** Milliseconds without a key before the search runs: long enough to finish a syllable, short enough to feel live. */
const PAUSE = 150;

/** The one search field. The first letters open the results, further ones refine them in place. */
export function SearchBox({ route }: { route: Route }) {
  const { index, installed, entry, go } = useView();
  const startWorker = useContext(WorkerContext);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const filter = route.page === "search" ? route.filter : undefined;
  const query = filter?.query ?? "";
  /** The query that was typed here last: it comes back as that of the page while the reader may be typing on. */
  const typedLast = useRef(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each page the field says what was searched for there
  useEffect(() => {
    const isTyping = document.activeElement === field.current && query === typedLast.current;
    if (field.current && !isTyping) field.current.value = query;
    typedLast.current = query;
  }, [query, entry]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const run = () => {
    clearTimeout(timer.current);
    const typed = field.current!.value.trim();
    if (typed === query || (!typed && !filter)) return;
    typedLast.current = typed;
    go(formatHash({ dossier: installed, route: listRoute("search", { ...filter, query: typed }) }), {
      replace: Boolean(filter),
    });
  };
  // The page may be drawn anew before the pause is over.
  const latest = useRef(run);
  latest.current = run;
  const later = () => {
    clearTimeout(timer.current);
    const { hash } = location;
    timer.current = setTimeout(() => {
      // Whoever has followed a link meanwhile wants that page, not the search.
      if (location.hash === hash) latest.current();
    }, PAUSE);
  };
  const warm = () => {
    try {
      openSearch(index, startWorker);
    } catch (error) {
      // The search itself will say so.
      console.error(error);
    }
  };
  // With the dossier goes the worker that searches it.
  useEffect(() => () => closeSearch(index), [index]);
  return (
    <search>
      <form
        class="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <label class="for-ears" for="search-field">
          {t("viewer_search_label")}
        </label>
        <input
          ref={field}
          id="search-field"
          type="search"
          class="input"
          placeholder={t("viewer_search_label")}
          autocomplete="off"
          onFocus={warm}
          onInput={later}
        />
      </form>
    </search>
  );
}
