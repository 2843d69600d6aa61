import type { ComponentChildren } from "preact";
import { plural, t } from "../../shared/i18n.ts";
import { type ListPage, listRoute, type Route } from "../model/router.ts";
import { type DossierListing, findListing } from "../source.ts";
import { useHref, useView } from "./context.ts";
import { SearchBox } from "./parts/search-box.tsx";
import { Text } from "./parts/text.tsx";
import { When } from "./parts/when.tsx";

const SECTIONS: readonly ListPage[] = ["cast", "statements", "timeline", "sources", "changes"];

/** The section that a page belongs to: what the navigation marks as current. */
export function sectionOf(route: Route): ListPage | undefined {
  switch (route.page) {
    case "person":
      return "cast";
    case "statement":
      return "statements";
    case "event":
      return "timeline";
    case "source":
      return "sources";
    case "unknown":
      return undefined;
    default:
      return route.page;
  }
}

interface SwitchProps {
  listings: readonly DossierListing[];
  /** Id of the dossier that is being opened: with arrow keys the next choice starts from it. */
  coming: string | undefined;
}

function DossierSwitch({ listings, coming }: SwitchProps) {
  const { installed, go } = useView();
  if (listings.length < 2) return null;
  const chosen = findListing(listings, coming ?? installed)?.id ?? installed;
  return (
    <label class="dossier-switch">
      <span class="for-ears">{t("viewer_dossier")}</span>
      <select value={chosen} onChange={(event) => go(`#${encodeURIComponent(event.currentTarget.value)}`)}>
        {listings.map(({ id, title, version, feedTitle }) => (
          <option key={id} value={id}>
            {feedTitle ? t("viewer_listing_feed", title, version, feedTitle) : t("viewer_listing", title, version)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Sections({ route }: { route: Route }) {
  const { index } = useView();
  const href = useHref();
  const { dossier } = index;
  const counts: Partial<Record<ListPage, number>> = {
    cast: dossier.people.length,
    statements: dossier.statements.length,
    sources: dossier.sources.length,
  };
  const here = sectionOf(route);
  return (
    <nav class="sections" aria-label={t("viewer_sections")}>
      <ul>
        {SECTIONS.map((page) => {
          const current = page === route.page ? "page" : page === here ? "true" : undefined;
          return (
            <li key={page}>
              <a href={href(listRoute(page))} {...(current ? { "aria-current": current } : {})}>
                {t(`viewer_${page}`)}
                {counts[page] !== undefined && <span class="count"> {counts[page].toLocaleString(t("locale"))}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Up to when the story is told, by whom, under which licence: on every page, since every page can be quoted. */
function AsOf() {
  const { dossier } = useView().index;
  return (
    <p class="as-of">
      {t("viewer_as_of")} <When date={{ value: dossier.asOf, precision: "day" }} />
      <span class="as-of-more">
        {" · "}
        {t("viewer_version_published", dossier.version)}{" "}
        <When date={{ value: dossier.updated.slice(0, 10), precision: "day" }} />
        {" · "}
        {dossier.publisher.name}
        {" · "}
        {dossier.license}
      </span>
    </p>
  );
}

interface Props {
  route: Route;
  listings: readonly DossierListing[];
  degraded: boolean;
  /** Another dossier is being read; this page stays until it is there. */
  opening: { dossier: string | undefined } | undefined;
  /** Another version of the dossier has come while this page was open, and is shown. */
  renewed: boolean;
  children: ComponentChildren;
}

export function Shell({ route, listings, degraded, opening, renewed, children }: Props) {
  const { dossier } = useView().index;
  const href = useHref();
  const toMain = (event: Event) => {
    event.preventDefault();
    document.getElementById("title")?.focus();
  };
  return (
    <>
      <header class="masthead">
        <a class="skip" href={href(route)} onClick={toMain}>
          {t("viewer_skip")}
        </a>
        <div class="masthead-top">
          <a class="dossier-title" href={href(listRoute("cast"))}>
            <Text text={dossier.title} />
          </a>
          <DossierSwitch listings={listings} coming={opening?.dossier} />
          <SearchBox route={route} />
        </div>
        <Sections route={route} />
        <AsOf />
        <p role="status" class="opening-note">
          {opening ? t("viewer_loading") : renewed && t("viewer_renewed", dossier.version)}
        </p>
      </header>
      <main aria-busy={opening !== undefined}>
        {degraded && <p class="message alert">{t("ui_memory_mode")}</p>}
        {children}
      </main>
      <footer class="imprint">
        <p>
          {t("viewer_imprint", dossier.publisher.name, dossier.license)}{" "}
          {plural("viewer_person_count", dossier.people.length)},{" "}
          {plural("viewer_statement_count", dossier.statements.length)},{" "}
          {plural("viewer_event_count", dossier.events.length)}, {plural("viewer_source_count", dossier.sources.length)}
          .
        </p>
      </footer>
    </>
  );
}
