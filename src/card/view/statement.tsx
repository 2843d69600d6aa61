import type { StatementView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { formatDay } from "../dates.ts";
import type { UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { When } from "./date.tsx";
import { foldRelations, Relation } from "./relations.tsx";
import { Sources } from "./sources.tsx";

interface Props {
  statement: StatementView;
  /** Whose card this is: named only where somebody else speaks. */
  person: string;
  present: boolean;
  cited: UiState["cited"];
  /** Whether everything that bears on it is shown. */
  related: boolean;
}

export function Statement({ statement, person, present, cited, related }: Props) {
  const { whole, brief, hidden } = foldRelations(statement.relations, related);
  const { id, kind, quote, paraphrase, correction, inReplyTo } = statement;
  return (
    <li class="statement" data-statement={id} aria-current={present ? "true" : undefined} tabIndex={-1}>
      <p class="meta">
        <When date={statement.date} />
        {statement.date?.basis === "inferred" && !statement.date.approximate && <> ({t("date_inferred")})</>}
        {" · "}
        {statement.speakerName !== person && <b>{statement.speakerName} </b>}
        {t(`kind_${kind}`)}
        {statement.venue && <> · {statement.venue}</>}
        {statement.isNew && <span class="new">{t(correction ? "card_changed" : "card_new")}</span>}
      </p>
      {correction && (
        <p class="correction">
          <strong>{t(`card_${correction.kind}`, formatDay(correction.date))}</strong> {correction.reason}
        </p>
      )}
      {inReplyTo && (
        <p class="reply">
          {t("card_in_reply_to", inReplyTo.speakerName)}{" "}
          <bdi>{inReplyTo.verbatim ? <q>“{inReplyTo.label}”</q> : inReplyTo.label}</bdi>
        </p>
      )}
      {quote && (
        <blockquote class={correction?.kind === "withdrawn" ? "quote withdrawn" : "quote"} dir="auto">
          <p>
            <span class="open">“</span>
            {quote}
            <span>”</span>
          </p>
        </blockquote>
      )}
      {paraphrase && (
        <p class="paraphrase">
          <span class="label">{t("card_paraphrase")}</span> <bdi>{paraphrase}</bdi>
        </p>
      )}
      {whole.length > 0 && (
        <ul class="relations">
          {[...whole, ...brief].map((relation) => (
            <Relation
              key={`${relation.kind} ${relation.direction} ${relation.target.id}`}
              relation={relation}
              brief={brief.includes(relation)}
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
        <Action act="viewer">{plural("card_related_rest", statement.moreRelations)}</Action>
      )}
      <Sources sources={statement.sources}>
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
