import { isAgainst } from "../../dossier/card-statement.ts";
import type { RelationView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { attribution } from "../cite.ts";
import { BRIEF_RELATIONS, FEW_RELATIONS } from "../ui-state.ts";
import { When } from "./date.tsx";
import { Pieces } from "./pieces.tsx";
import { foreign, Words } from "./words.tsx";

/** What is told whole, what only in a line each, and how many not at all; all whole once the reader has asked. */
export function foldRelations(relations: readonly RelationView[], all: boolean) {
  const whole = all ? relations : relations.slice(0, FEW_RELATIONS);
  const rest = relations.slice(whole.length);
  const brief = rest.filter(isAgainst).slice(0, BRIEF_RELATIONS);
  return { whole, brief, hidden: rest.length - brief.length };
}

interface Props {
  relation: RelationView;
  /** In one line, as far as it goes, without why it is said to hold. */
  brief: boolean;
  language: string;
}

export function Relation({ relation, brief, language }: Props) {
  const { kind, direction, target, basis } = relation;
  const isBy = direction === "from" && target.speakerName && kind !== "atOddsWith";
  const by = target.type === "statement" ? attribution(target, target.verbatim) : undefined;
  const words = <Words label={target.label} verbatim={target.verbatim} language={language} by={by} />;
  const head = (
    <>
      <strong>{t(isBy ? `relation_${kind}_by` : `relation_${kind}_${direction}`)}</strong>
      {target.speakerName && (
        <>
          {" "}
          <bdi>{target.speakerName}</bdi>
        </>
      )}
    </>
  );
  const when = target.date && <When date={target.date} />;
  const look = isAgainst(relation) ? "relation against" : "relation";
  if (brief) {
    return (
      <li class={`${look} brief`}>
        <span>{head}:</span> {words}
      </li>
    );
  }
  return (
    <li class={look}>
      {target.speakerName ? (
        <p class="relation-head">
          {head}
          {target.date && ", "}
          {when}
        </p>
      ) : (
        <Pieces class="relation-head" pieces={[head, when]} />
      )}
      <p class="relation-target" dir="auto">
        {words}
      </p>
      <p class="basis">
        <span class="label">{t("relation_basis")}</span> <bdi lang={foreign(language)}>{basis}</bdi>
      </p>
    </li>
  );
}
