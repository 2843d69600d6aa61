import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { errorText, t } from "../../shared/i18n.ts";
import type { DossierIndex } from "../model/index.ts";
import { parseHash } from "../model/router.ts";
import type { ViewerSource } from "../source.ts";
import { type View, ViewContext } from "./context.ts";
import { placeNow, settle, settleAgain, settleFirst, standAt, useVisit } from "./navigation.ts";
import { Page, pageTitle } from "./page.tsx";
import { type Loaded, useScene } from "./scene.ts";
import { Shell } from "./shell.tsx";

const readings = new WeakMap<DossierIndex, number>();
let newestReading = 0;

/** A number for each reading of a dossier: the pages of another version are other pages. */
function readingOf(index: DossierIndex): number {
  let reading = readings.get(index);
  if (reading === undefined) {
    newestReading += 1;
    reading = newestReading;
    readings.set(index, reading);
  }
  return reading;
}

export function App({ source }: { source: ViewerSource }) {
  const [arrived, go] = useVisit();
  const { visit, address, loaded, opening, renewed } = useScene(source, arrived);
  const ready = loaded.type === "ready" ? loaded : undefined;
  const title = ready ? pageTitle(ready.index, address.route) : t("extension_name");
  useEffect(() => {
    document.title = title;
  }, [title]);

  const settled = useRef<{ entry: number; index: DossierIndex | undefined } | undefined>(undefined);
  const { entry, index } = { entry: visit.entry, index: ready?.index };
  // Before another version takes the place of the one in view: the document still is as the reader left it.
  const place = settled.current?.entry === entry && settled.current.index !== index ? placeNow() : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest is made of these
  useLayoutEffect(() => {
    if (loaded.type === "loading") return;
    standAt(visit);
    const heading = document.getElementById("title");
    if (!settled.current) settleFirst(visit);
    else if (settled.current.entry !== entry) settle(visit, heading);
    else if (place) settleAgain(place, heading);
    settled.current = { entry, index };
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
      <Shell
        route={address.route}
        listings={ready.listings}
        degraded={source.degraded ?? false}
        opening={opening ? { dossier: parseHash(arrived.hash).dossier } : undefined}
        renewed={renewed}
      >
        <Page route={address.route} key={`${visit.entry} ${readingOf(ready.index)}`} />
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
