import type { Correction, Statement } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";
import { quoted } from "../../model/citation.ts";
import { speakerName } from "../../model/index.ts";
import { useHref, useView } from "../context.ts";
import { CiteButton } from "./cite-button.tsx";
import { Heading } from "./heading.tsx";
import { PeopleLine, PersonLink } from "./person-link.tsx";
import { Relations } from "./relations.tsx";
import { SourceList } from "./source-line.tsx";
import { Text, useContentLanguage } from "./text.tsx";
import { DateNote, When } from "./when.tsx";

/** The publisher's word on a statement that proved wrong: it stays, and says so. */
export function CorrectionNote({ correction }: { correction: Correction }) {
  return (
    <p class="correction">
      <strong>{t(`viewer_${correction.kind}`)}</strong> <When date={{ value: correction.date, precision: "day" }} />:{" "}
      <Text text={correction.reason} />
    </p>
  );
}

/** The words: quoted ones as a quote, the dossier's own plainly labelled as such. */
export function Words({ statement }: { statement: Statement }) {
  const { language } = useView().index.dossier;
  const attributes = useContentLanguage();
  return (
    <>
      {statement.quote && (
        <blockquote class="quote" {...attributes}>
          <p>
            <Text text={quoted(statement.quote, language)} />
          </p>
        </blockquote>
      )}
      {statement.paraphrase && (
        <p class="paraphrase" {...attributes}>
          <span class="label">{t("viewer_paraphrase")}</span> <Text text={statement.paraphrase} />
        </p>
      )}
    </>
  );
}

function Attribution({ statement }: { statement: Statement }) {
  const { index } = useView();
  const { speaker } = statement;
  return (
    <>
      <span class="speaker">
        {speaker && index.people.has(speaker) ? (
          <PersonLink id={speaker} />
        ) : (
          <Text text={speakerName(index, statement)} />
        )}
      </span>{" "}
      <span class="verb">{t(`viewer_kind_${statement.kind}_verb`)}</span>
    </>
  );
}

interface Props {
  statement: Statement;
  level: 2 | 3;
  /** On its own page: date and event in full. */
  alone?: boolean;
}

export function StatementArticle({ statement, level, alone = false }: Props) {
  const { index } = useView();
  const href = useHref();
  const { correction, venue } = statement;
  const event = statement.event ? index.events.get(statement.event) : undefined;
  const others = statement.about.filter((id) => id !== statement.speaker);
  return (
    <article class={correction ? `statement ${correction.kind}` : "statement"} data-id={statement.id}>
      <p class="when">
        <When date={statement.date} month="short" />
      </p>
      <div class="what">
        <Heading level={level} class="attribution">
          <Attribution statement={statement} />
          {venue && (
            <span class="venue">
              <Text text={venue} />
            </span>
          )}
        </Heading>
        {correction && <CorrectionNote correction={correction} />}
        <Words statement={statement} />
        <Relations id={statement.id} />
        <footer>
          {others.length > 0 && (
            <div class="about">
              <span class="label">{t("viewer_about")}</span> <PeopleLine ids={others} />
            </div>
          )}
          {event && (
            <p>
              <span class="label">{t("viewer_at_event")}</span>{" "}
              <a class="quiet" href={href({ page: "event", id: event.id })}>
                <Text text={event.title} />
              </a>
            </p>
          )}
          <SourceList ids={statement.sources} />
          <DateNote date={statement.date} />
          <p class="actions">
            {!alone && (
              <a class="quiet" href={href({ page: "statement", id: statement.id })}>
                {t("viewer_permalink")}
              </a>
            )}
            <CiteButton statement={statement} />
          </p>
        </footer>
      </div>
    </article>
  );
}
