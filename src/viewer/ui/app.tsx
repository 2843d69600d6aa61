import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { errorText, t } from "../../shared/i18n.ts";
import type { ViewerSource } from "../source.ts";
import { type View, ViewContext } from "./context.ts";
import { settle, standAt, useVisit } from "./navigation.ts";
import { Page, pageTitle } from "./page.tsx";
import { type Loaded, useScene } from "./scene.ts";
import { Shell } from "./shell.tsx";

export function App({ source }: { source: ViewerSource }) {
  const [arrived, go] = useVisit();
  const { visit, address, loaded, opening } = useScene(source, arrived);
  const ready = loaded.type === "ready" ? loaded : undefined;
  const title = ready ? pageTitle(ready.index, address.route) : t("extension_name");
  useEffect(() => {
    document.title = title;
  }, [title]);

  const settled = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (loaded.type === "loading") return;
    standAt(visit);
    // The page that was opened first keeps the browser's own focus.
    if (settled.current !== undefined && settled.current !== visit.entry)
      settle(visit, document.getElementById("title"));
    settled.current = visit.entry;
  }, [loaded, visit]);

  const view = useMemo<View | undefined>(
    () =>
      ready && {
        index: ready.index,
        installed: ready.installed,
        entry: visit.entry,
        go,
        searchOthers: source.searchOthers,
      },
    [ready, visit.entry, go, source],
  );
  if (!ready || !view) return <Notice loaded={loaded} />;
  return (
    <ViewContext.Provider value={view}>
      <Shell route={address.route} listings={ready.listings} degraded={source.degraded ?? false} opening={opening}>
        <Page route={address.route} key={visit.entry} />
      </Shell>
    </ViewContext.Provider>
  );
}

/** What stands in the page's place when there is no dossier to show. */
function Notice({ loaded }: { loaded: Loaded }) {
  return (
    <main class="notice">
      <h1 id="title" tabIndex={-1}>
        {t("extension_name")}
      </h1>
      {loaded.type === "loading" && <p role="status">{t("viewer_loading")}</p>}
      {loaded.type === "failed" && <p role="alert">{errorText(loaded.error)}</p>}
      {loaded.type === "empty" && <p>{t("viewer_empty")}</p>}
      {loaded.type === "absent" && (
        <>
          <p role="alert">{t("viewer_absent", loaded.id)}</p>
          <ul>
            {loaded.listings.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${encodeURIComponent(id)}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
