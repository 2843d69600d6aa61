import { t } from "../../../shared/i18n.ts";
import type { TimelineEntry } from "../../model/person.ts";
import { useHref } from "../context.ts";
import { Paged } from "./paged.tsx";
import { Words } from "./statement.tsx";
import { Text } from "./text.tsx";
import { When } from "./when.tsx";
import { isWithdrawn, WithdrawnMark } from "./withdrawn.tsx";

type Row = TimelineEntry & { id: string };

/** A person's days in order, told briefly: what happened with their part in it, what they said. */
export function Chronicle({ rows, person }: { rows: readonly Row[]; person: string }) {
  return <Paged name="chronicle" rows={rows} class="chronicle" row={(row) => <Entry entry={row} person={person} />} />;
}

function Entry({ entry, person }: { entry: TimelineEntry; person: string }) {
  const href = useHref();
  return (
    <div class="entry">
      <p class="when">
        <When date={entry.date} month="short" />
      </p>
      {entry.type === "event" ? (
        <div class="what">
          <p class="entry-title">
            <a class="quiet" href={href({ page: "event", id: entry.record.id })}>
              <Text text={entry.record.title} />
            </a>
          </p>
          <Part part={entry.record.people.find(({ id }) => id === person)?.part} />
        </div>
      ) : (
        <div class={isWithdrawn(entry.record) ? "what withdrawn" : "what"}>
          <p class="entry-title">
            <WithdrawnMark statement={entry.record} />
            <a class="quiet" href={href({ page: "statement", id: entry.record.id })}>
              {t(`viewer_kind_${entry.record.kind}`)}
              {entry.record.venue && (
                <>
                  , <Text text={entry.record.venue} />
                </>
              )}
            </a>
          </p>
          <Words statement={entry.record} />
        </div>
      )}
    </div>
  );
}

function Part({ part }: { part: string | undefined }) {
  if (!part) return null;
  return (
    <p class="part">
      <Text text={part} />
    </p>
  );
}
