import { isAgainst } from "../../dossier/card-statement.ts";
import type { RelationView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { BRIEF_RELATIONS, FEW_RELATIONS } from "../ui-state.ts";
import { When } from "./date.tsx";

/** What is told whole, what only in a line each, and how many not at all; all whole once the reader has asked. */
export function foldRelations(relations: readonly RelationView[], all: boolean) {
  const whole = all ? relations : relations.slice(0, FEW_RELATIONS);
  const rest = relations.slice(whole.length);
  const brief = rest.filter(isAgainst).slice(0, BRIEF_RELATIONS);
  return { whole, brief, hidden: rest.length - brief.length };
}

/** One relation; `brief`: in one line, as far as it goes, without why it is said to hold. */
export function Relation({ relation, brief }: { relation: RelationView; brief: boolean }) {
  const { kind, direction, target, basis } = relation;
  const isBy = direction === "from" && target.speakerName && kind !== "atOddsWith";
  const words = target.verbatim ? <q>“{target.label}”</q> : target.label;
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
  const look = isAgainst(relation) ? "relation against" : "relation";
  if (brief) {
    return (
      <li class={`${look} brief`}>
        {head}: <bdi>{words}</bdi>
      </li>
    );
  }
  return (
    <li class={look}>
      <p class="relation-head">
        {head}
        {target.date && (
          <>
            {target.speakerName ? ", " : " · "}
            <When date={target.date} />
          </>
        )}
      </p>
      <p class="relation-target" dir="auto">
        {words}
      </p>
      <p class="basis">
        <span class="label">{t("relation_basis")}</span> <bdi>{basis}</bdi>
      </p>
    </li>
  );
}
