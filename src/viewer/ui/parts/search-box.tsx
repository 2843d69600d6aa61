import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../shared/i18n.ts";
import { formatHash, listRoute, type Route } from "../../model/router.ts";
import { warmSearch } from "../../search/use-search.ts";
import { useView } from "../context.ts";

/** Milliseconds without a key before the search runs: long enough to finish a syllable, short enough to feel live. */
const PAUSE = 150;

/** The one search field. The first letters open the results, further ones refine them in place. */
export function SearchBox({ route }: { route: Route }) {
  const { index, installed, go } = useView();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const filter = route.page === "search" ? route.filter : undefined;
  const query = filter?.query ?? "";
  useEffect(() => {
    if (field.current && document.activeElement !== field.current) field.current.value = query;
  }, [query]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const run = () => {
    clearTimeout(timer.current);
    const typed = field.current!.value.trim();
    if (typed === query || (!typed && !filter)) return;
    go(formatHash({ dossier: installed, route: listRoute("search", { ...filter, query: typed }) }), {
      replace: Boolean(filter),
    });
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, PAUSE);
  };
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
          onFocus={() => void warmSearch(index)}
          onInput={later}
        />
      </form>
    </search>
  );
}
