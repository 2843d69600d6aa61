import { useMemo } from "preact/hooks";
import { plural, t } from "../../../shared/i18n.ts";
import { speakerName } from "../../model/index.ts";
import { useView } from "../context.ts";
import { EventArticle, EventBody } from "../parts/event.tsx";
import { Title } from "../parts/heading.tsx";
import { Paged } from "../parts/paged.tsx";
import { SourceAddresses } from "../parts/source-line.tsx";
import { StatementArticle } from "../parts/statement.tsx";
import { Text } from "../parts/text.tsx";
import { DateNote, When } from "../parts/when.tsx";
import { Missing } from "./missing.tsx";

export function StatementPage({ id }: { id: string }) {
  const { index } = useView();
  const statement = index.statements.get(id);
  if (!statement) return <Missing kind="statement" id={id} />;
  return (
    <div class="record">
      <Title kicker={t("viewer_statement")}>
        {t("viewer_statement_by", speakerName(index, statement))}
        {statement.date && (
          <span class="title-date">
            <When date={statement.date} />
          </span>
        )}
      </Title>
      <StatementArticle statement={statement} level={2} alone />
    </div>
  );
}

export function EventPage({ id }: { id: string }) {
  const { index } = useView();
  const event = index.events.get(id);
  if (!event) return <Missing kind="event" id={id} />;
  const said = index.saidAt.get(id) ?? [];
  return (
    <div class="record">
      <Title
        kicker={
          <>
            {t("viewer_event")} · <When date={event.date} />
          </>
        }
      >
        <Text text={event.title} />
      </Title>
      <div class="event alone">
        <EventBody event={event} />
      </div>
      {said.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said">
            {t("viewer_said_here")} <span class="count">{said.length}</span>
          </h2>
          <Paged name="said" rows={said} row={(statement) => <StatementArticle statement={statement} level={3} />} />
        </section>
      )}
    </div>
  );
}

export function SourcePage({ id }: { id: string }) {
  const { index } = useView();
  const citing = useMemo(() => index.citing.get(id) ?? { statements: [], events: [] }, [index, id]);
  const source = index.sources.get(id);
  if (!source) return <Missing kind="source" id={id} />;
  const { statements, events } = citing;
  return (
    <div class="record">
      <Title kicker={t("viewer_source")}>
        <Text text={source.title} />
      </Title>
      <p class="source-facts">
        {[source.author, source.publisher].filter(Boolean).join(", ")}
        {source.date && (
          <>
            {" · "}
            <When date={source.date} />
          </>
        )}{" "}
        <SourceAddresses source={source} />
      </p>
      {source.note && (
        <p class="source-note">
          <Text text={source.note} />
        </p>
      )}
      <DateNote date={source.date} />
      {statements.length > 0 && (
        <section aria-labelledby="statements">
          <h2 id="statements">{plural("viewer_cited_statements", statements.length)}</h2>
          <Paged name="said" rows={statements} row={(row) => <StatementArticle statement={row} level={3} />} />
        </section>
      )}
      {events.length > 0 && (
        <section aria-labelledby="events">
          <h2 id="events">{plural("viewer_cited_events", events.length)}</h2>
          <Paged name="events" rows={events} row={(row) => <EventArticle event={row} level={3} />} />
        </section>
      )}
    </div>
  );
}
