import { t } from "../../shared/i18n.ts";
import { type DossierIndex, speakerName } from "../model/index.ts";
import type { Route } from "../model/router.ts";
import { CastPage } from "./pages/cast.tsx";
import { ChangesPage } from "./pages/changes.tsx";
import { UnknownAddress } from "./pages/missing.tsx";
import { PersonPage } from "./pages/person.tsx";
import { PrintPage } from "./pages/print.tsx";
import { EventPage, SourcePage, StatementPage } from "./pages/records.tsx";
import { SearchPage } from "./pages/search.tsx";
import { SourcesPage } from "./pages/sources.tsx";
import { StatementsPage } from "./pages/statements.tsx";
import { TimelinePage } from "./pages/timeline.tsx";

const NOTHING: readonly string[] = [];

/** One page for each route; `key` makes a person's page a new one when the reader goes on to the next person. */
export function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "cast":
      return <CastPage order={route.order} />;
    case "statements":
      return <StatementsPage filter={route.filter} />;
    case "timeline":
      return <TimelinePage filter={route.filter} table={route.table} chosen={route.chosen ?? NOTHING} />;
    case "sources":
      return <SourcesPage />;
    case "changes":
      return <ChangesPage />;
    case "search":
      return <SearchPage filter={route.filter} />;
    case "print":
      return <PrintPage />;
    case "person":
      return <PersonPage key={route.id} id={route.id} />;
    case "statement":
      return <StatementPage key={route.id} id={route.id} />;
    case "event":
      return <EventPage key={route.id} id={route.id} />;
    case "source":
      return <SourcePage key={route.id} id={route.id} />;
    case "unknown":
      return <UnknownAddress path={route.path} />;
  }
}

/** What the tab and the history call this page. */
export function pageTitle(index: DossierIndex, route: Route): string {
  return [ownTitle(index, route), index.dossier.title, t("extension_name")].filter(Boolean).join(" · ");
}

function ownTitle(index: DossierIndex, route: Route): string | undefined {
  switch (route.page) {
    case "person":
      return index.people.get(route.id)?.name ?? t("viewer_missing_person");
    case "statement": {
      const statement = index.statements.get(route.id);
      return statement ? t("viewer_statement_by", speakerName(index, statement)) : t("viewer_missing_statement");
    }
    case "event":
      return index.events.get(route.id)?.title ?? t("viewer_missing_event");
    case "source":
      return index.sources.get(route.id)?.title ?? t("viewer_missing_source");
    case "unknown":
      return t("viewer_unknown_address");
    case "search":
      return route.filter.query ? t("viewer_search_for", route.filter.query) : t("viewer_search");
    case "cast":
      return undefined;
    default:
      return t(`viewer_${route.page}`);
  }
}
