import type { Person, Source } from "../../../dossier/schema.ts";
import { plural, t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { EventArticle } from "../parts/event.tsx";
import { PrintButton } from "../parts/export-button.tsx";
import { Grown, useGrowing } from "../parts/grown.tsx";
import { Title } from "../parts/heading.tsx";
import { RoleOf } from "../parts/role.tsx";
import { SourceAddresses } from "../parts/source-line.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

function PersonEntry({ person }: { person: Person }) {
  return (
    <div>
      <dt>
        <Text text={person.name} />
      </dt>
      <dd>
        <RoleOf person={person} />
        {person.summary && (
          <p>
            <Text text={person.summary} />
          </p>
        )}
      </dd>
    </div>
  );
}

function SourceEntry({ source }: { source: Source }) {
  return (
    <li>
      {[source.author, source.publisher].filter(Boolean).join(", ")} <Text text={source.title} />{" "}
      {source.date && <When date={source.date} />} <SourceAddresses source={source} />
    </li>
  );
}

/** Says that the document is being put together; on paper that it was not complete, and what to do. */
function Preparing({ shown, total }: { shown: number; total: number }) {
  const locale = t("locale");
  return (
    <>
      <p role="status" class="no-print">
        {t("viewer_print_preparing")}
      </p>
      <p class="left-out only-print">
        {t("viewer_print_incomplete", shown.toLocaleString(locale), total.toLocaleString(locale), t("viewer_print"))}
      </p>
    </>
  );
}

/** The whole dossier as one document, to be read through or printed. */
export function PrintPage() {
  const { index } = useView();
  const { dossier, eventsInOrder, statementsInOrder } = index;
  const { people, sources } = dossier;
  const before = {
    events: people.length,
    statements: people.length + eventsInOrder.length,
    sources: people.length + eventsInOrder.length + statementsInOrder.length,
  };
  const total = before.sources + sources.length;
  const shown = useGrowing(total);
  return (
    <div class="whole">
      <Title>
        <Text text={dossier.title} />
      </Title>
      {dossier.summary && (
        <p class="summary">
          <Text text={dossier.summary} />
        </p>
      )}
      {shown < total ? (
        <Preparing shown={shown} total={total} />
      ) : (
        <p class="buttons">
          <PrintButton />
        </p>
      )}
      <h2>{t("viewer_cast")}</h2>
      <Grown as="dl" class="whole-cast" rows={people} shown={shown} row={(person) => <PersonEntry person={person} />} />
      <h2>{t("viewer_events")}</h2>
      <Grown
        as="div"
        rows={eventsInOrder}
        shown={shown - before.events}
        row={(event) => <EventArticle event={event} level={3} />}
      />
      <h2>{t("viewer_statements")}</h2>
      <Grown
        as="div"
        rows={statementsInOrder}
        shown={shown - before.statements}
        row={(statement) => <StatementArticle statement={statement} level={3} />}
      />
      <h2>{plural("viewer_source_count", sources.length)}</h2>
      <Grown
        as="ul"
        class="source-list"
        rows={sources}
        shown={shown - before.sources}
        row={(source) => <SourceEntry source={source} />}
      />
    </div>
  );
}
