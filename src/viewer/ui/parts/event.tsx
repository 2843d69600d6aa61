import type { DossierEvent } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { useHref } from "../context.ts";
import { Heading } from "./heading.tsx";
import { PersonLink } from "./person-link.tsx";
import { Relations } from "./relations.tsx";
import { SourceList } from "./source-line.tsx";
import { Text, useContentLanguage } from "./text.tsx";
import { DateNote, When } from "./when.tsx";

/** Who took part, each with their part. */
export function Participants({ event }: { event: DossierEvent }) {
  if (!event.people.length) return null;
  return (
    <ul class="participants" aria-label={t("viewer_participants")}>
      {event.people.map(({ id, part }) => (
        <li key={id}>
          <PersonLink id={id} />
          {part && (
            <span class="part">
              {" "}
              <Text text={part} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export function EventBody({ event }: { event: DossierEvent }) {
  const attributes = useContentLanguage();
  return (
    <>
      {event.text && (
        <p class="telling" {...attributes}>
          <Text text={event.text} />
        </p>
      )}
      <Participants event={event} />
      <Relations id={event.id} />
      <footer>
        <SourceList ids={event.sources} />
        <DateNote date={event.date} />
      </footer>
    </>
  );
}

export function EventArticle({ event, level }: { event: DossierEvent; level: 2 | 3 }) {
  const href = useHref();
  return (
    <article class="event" data-id={event.id}>
      <p class="when">
        <When date={event.date} month="short" />
      </p>
      <div class="what">
        <Heading level={level}>
          <a class="quiet" href={href({ page: "event", id: event.id })}>
            <Text text={event.title} />
          </a>
        </Heading>
        <EventBody event={event} />
      </div>
    </article>
  );
}
