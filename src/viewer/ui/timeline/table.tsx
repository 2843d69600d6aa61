import { t } from "../../../shared/i18n.ts";
import { quoted } from "../../model/citation.ts";
import { speakerName } from "../../model/index.ts";
import type { TimelineEntry } from "../../model/person.ts";
import { useHref, useView } from "../context.ts";
import { useMore } from "../parts/paged.tsx";
import { PeopleLine, PersonLink } from "../parts/person-link.tsx";
import { SourceLine } from "../parts/source-line.tsx";
import { Text } from "../parts/text.tsx";
import { When } from "../parts/when.tsx";
import { isWithdrawn, WithdrawnMark } from "../parts/withdrawn.tsx";

/** The same as the chart, as a table; also what the chart cannot place: statements without a date. */
export function TimelineTable({ entries }: { entries: readonly TimelineEntry[] }) {
  const { shown, more } = useMore("table", entries);
  return (
    <>
      <div class="table-scroller">
        <table>
          <caption class="for-ears">{t("viewer_timeline_table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("viewer_date")}</th>
              <th scope="col">{t("viewer_what")}</th>
              <th scope="col">{t("viewer_who")}</th>
              <th scope="col">{t("viewer_sources")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, shown).map((entry) => (
              <Row key={`${entry.type}${entry.record.id}`} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

function Row({ entry }: { entry: TimelineEntry }) {
  return (
    <tr>
      <th scope="row">
        <When date={entry.date} month="short" />
      </th>
      <td>
        <What entry={entry} />
      </td>
      <td>
        <Who entry={entry} />
      </td>
      <td>
        <ul>
          {entry.record.sources.map((id) => (
            <li key={id}>
              <SourceLine id={id} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function What({ entry }: { entry: TimelineEntry }) {
  const { language } = useView().index.dossier;
  const href = useHref();
  const { type, record } = entry;
  if (type === "event") {
    return (
      <a href={href({ page: "event", id: record.id })}>
        <Text text={record.title} />
      </a>
    );
  }
  return (
    <>
      <WithdrawnMark statement={record} />
      <a
        class={`${record.quote ? "verbatim" : "own-words"} ${isWithdrawn(record) ? "struck" : ""}`}
        href={href({ page: "statement", id: record.id })}
      >
        <Text text={record.quote ? quoted(record.quote, language) : (record.paraphrase ?? "")} />
      </a>
    </>
  );
}

function Who({ entry }: { entry: TimelineEntry }) {
  const { index } = useView();
  if (entry.type === "event") return <PeopleLine ids={entry.record.people.map(({ id }) => id)} />;
  const { speaker } = entry.record;
  return speaker ? <PersonLink id={speaker} /> : <Text text={speakerName(index, entry.record)} />;
}
