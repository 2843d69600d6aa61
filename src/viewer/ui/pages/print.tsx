import { useEffect, useState } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { useView } from "../context.ts";
import { EventArticle } from "../parts/event.tsx";
import { PrintButton } from "../parts/export-button.tsx";
import { Title } from "../parts/heading.tsx";
import { RoleOf } from "../parts/role.tsx";
import { SourceAddresses } from "../parts/source-line.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";

/** Records added to the document per slice. */
const SLICE = 20;

/** How many of `total` records may be rendered by now: a few more with each frame, so that nothing freezes. */
function useGrowing(total: number): number {
  const [shown, setShown] = useState(SLICE);
  useEffect(() => {
    if (shown >= total) return;
    const timer = setTimeout(() => setShown(shown + SLICE), 0);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return Math.min(shown, total);
}

/** The whole dossier as one document, to be read through or printed. */
export function PrintPage() {
  const { index } = useView();
  const { dossier, eventsInOrder, statementsInOrder } = index;
  const { people, sources } = dossier;
  const total = people.length + eventsInOrder.length + statementsInOrder.length + sources.length;
  let left = useGrowing(total);
  const take = <T,>(rows: readonly T[]): readonly T[] => {
    const taken = rows.slice(0, Math.max(left, 0));
    left -= rows.length;
    return taken;
  };
  const done = left >= total;
  const parts = {
    people: take(people),
    events: take(eventsInOrder),
    statements: take(statementsInOrder),
    sources: take(sources),
  };
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
      <p class="buttons no-print">
        {done ? <PrintButton /> : <span role="status">{t("viewer_print_preparing")}</span>}
      </p>
      <h2>{t("viewer_cast")}</h2>
      <dl class="whole-cast">
        {parts.people.map((person) => (
          <div key={person.id}>
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
        ))}
      </dl>
      <h2>{t("viewer_events")}</h2>
      {parts.events.map((event) => (
        <EventArticle key={event.id} event={event} level={3} />
      ))}
      <h2>{t("viewer_statements")}</h2>
      {parts.statements.map((statement) => (
        <StatementArticle key={statement.id} statement={statement} level={3} />
      ))}
      <h2>{plural("viewer_source_count", sources.length)}</h2>
      <ul class="source-list">
        {parts.sources.map((source) => (
          <li key={source.id}>
            {[source.author, source.publisher].filter(Boolean).join(", ")} <Text text={source.title} />{" "}
            {source.date && <When date={source.date} />} <SourceAddresses source={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
