import type { CardView, StatementView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { attribution, origin, sourceLine } from "../cite.ts";
import { formatDay } from "../dates.ts";
import type { UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Dated, When } from "./date.tsx";
import { Pieces } from "./pieces.tsx";
import { foldRelations, Relation } from "./relations.tsx";
import { Sources } from "./sources.tsx";
import { foreign, Marked, Words } from "./words.tsx";

interface Props {
  statement: StatementView;
  /** Whose card this is: named only where somebody else speaks. */
  view: CardView;
  present: boolean;
  cited: UiState["cited"];
  /** Whether everything that bears on it is shown. */
  related: boolean;
}

export function Statement({ statement, view, present, cited, related }: Props) {
  const { whole, brief, hidden } = foldRelations(statement.relations, related);
  const { id, kind, quote, paraphrase, correction, inReplyTo } = statement;
  const { language } = view.dossier;
  const lang = foreign(language);
  const source = sourceLine(statement.sources[0]);
  return (
    <li class="statement" data-statement={id} aria-current={present ? "true" : undefined} tabIndex={-1}>
      <Pieces
        class="meta"
        pieces={[
          <>
            <When date={statement.date} />
            {statement.date?.basis === "inferred" && !statement.date.approximate && <> ({t("date_inferred")})</>}
          </>,
          <>
            {statement.speakerName !== view.name && <b>{statement.speakerName} </b>}
            {t(`kind_${kind}`)}
          </>,
          statement.venue && <bdi lang={lang}>{statement.venue}</bdi>,
        ]}
      >
        {statement.isNew && <span class="new">{t(correction ? "card_changed" : "card_new")}</span>}
      </Pieces>
      {correction && (
        <p class="correction">
          <strong>
            <Dated date={formatDay(correction.date)} sentence={(date) => t(`card_${correction.kind}`, date)} />
          </strong>{" "}
          <bdi lang={lang}>{correction.reason}</bdi>
        </p>
      )}
      {inReplyTo && (
        <p class="reply">
          {t("card_in_reply_to", inReplyTo.speakerName)}{" "}
          <Words {...inReplyTo} language={language} by={attribution(inReplyTo, inReplyTo.verbatim)} />
        </p>
      )}
      {quote && (
        <blockquote
          class={correction?.kind === "withdrawn" ? "quote withdrawn" : "quote"}
          dir="auto"
          lang={lang}
          data-by={origin(statement, true)}
          data-source={source}
        >
          <p>
            <Marked language={language}>{quote}</Marked>
          </p>
        </blockquote>
      )}
      {paraphrase && (
        <p class="paraphrase" data-by={origin(statement, false)} data-source={source}>
          <span class="label">{t("card_paraphrase")}</span> <bdi lang={lang}>{paraphrase}</bdi>
        </p>
      )}
      {whole.length > 0 && (
        <ul class="relations">
          {[...whole, ...brief].map((relation) => (
            <Relation
              key={`${relation.kind} ${relation.direction} ${relation.target.id}`}
              relation={relation}
              brief={brief.includes(relation)}
              language={language}
            />
          ))}
        </ul>
      )}
      {brief.length + hidden > 0 && (
        <Action act="related" arg={id} expanded={false}>
          {hidden > 0 ? plural("card_related", hidden) : t("card_related_why")}
        </Action>
      )}
      {brief.length + hidden === 0 && statement.moreRelations !== undefined && (
        <Action act="viewer" arg={id}>
          {plural("card_related_rest", statement.moreRelations)}
        </Action>
      )}
      <Sources sources={statement.sources} language={language}>
        <Action act="cite" arg={id} label={t("card_cite_of")}>
          {t("card_cite")}
        </Action>
      </Sources>
      {cited?.id === id && <Citation text={cited.text} copied={cited.copied} />}
    </li>
  );
}

function Citation({ text, copied }: { text: string; copied: boolean }) {
  return (
    <div class="citation">
      <p role="status">{t(copied ? "card_cited" : "card_cite_by_hand")}</p>
      {!copied && <pre>{text}</pre>}
    </div>
  );
}
