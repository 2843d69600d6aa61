import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ErrorInfo, errorInfo } from "../../dossier/errors.ts";
import { errorText, t } from "../../shared/i18n.ts";
import { buildIndex, type DossierIndex } from "../model/index.ts";
import { parseHash } from "../model/router.ts";
import type { DossierListing, ViewerSource } from "../source.ts";
import { type View, ViewContext } from "./context.ts";
import { settle, useVisit } from "./navigation.ts";
import { Page, pageTitle } from "./page.tsx";
import { Shell } from "./shell.tsx";

type Loaded =
  | { type: "loading" }
  | { type: "failed"; error: ErrorInfo }
  /** Nothing is installed. */
  | { type: "empty" }
  | { type: "absent"; id: string; listings: DossierListing[] }
  | { type: "ready"; installed: string; index: DossierIndex; listings: DossierListing[] };

async function load(source: ViewerSource, wanted: string | undefined): Promise<Loaded> {
  try {
    const listings = await source.list();
    if (!listings.length) return { type: "empty" };
    // A page on the web may hold a link made before a feed took over the bundled copy: the id at its end still fits.
    const listing = wanted
      ? (listings.find(({ id }) => id === wanted) ?? listings.find(({ id }) => tail(id) === tail(wanted)))
      : listings[0];
    if (!listing) return { type: "absent", id: wanted!, listings };
    return { type: "ready", installed: listing.id, index: buildIndex(await source.load(listing.id)), listings };
  } catch (error) {
    console.error(error);
    return { type: "failed", error: errorInfo(error) };
  }
}

function tail(id: string): string {
  return id.slice(id.lastIndexOf("#") + 1);
}

export function App({ source }: { source: ViewerSource }) {
  const [visit, go] = useVisit();
  const address = useMemo(() => parseHash(visit.hash), [visit.hash]);
  const [loaded, setLoaded] = useState<Loaded>({ type: "loading" });
  useEffect(() => {
    let current = true;
    void load(source, address.dossier).then((next) => {
      if (current) setLoaded(next);
    });
    return () => {
      current = false;
    };
  }, [source, address.dossier]);

  const ready = loaded.type === "ready" ? loaded : undefined;
  const title = ready ? pageTitle(ready.index, address.route) : t("extension_name");
  useEffect(() => {
    document.title = title;
  }, [title]);

  const settled = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (!ready) return;
    // The page that was opened first keeps the browser's own focus.
    if (settled.current !== undefined && settled.current !== visit.entry)
      settle(visit, document.getElementById("title"));
    settled.current = visit.entry;
  }, [ready, visit]);

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
      <Shell route={address.route} listings={ready.listings} degraded={source.degraded ?? false}>
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
