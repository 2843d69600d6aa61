import type { RelationView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { When } from "./date.tsx";

/** What stands against a statement, before what answers or repeats it. */
export function inOrder(relations: readonly RelationView[]): RelationView[] {
  return [...relations].sort((a, b) => Number(isAgainst(b)) - Number(isAgainst(a)));
}

export function isAgainst({ kind }: RelationView): boolean {
  return kind === "disputes" || kind === "atOddsWith";
}

export function Relation({ relation }: { relation: RelationView }) {
  const { kind, direction, target, basis } = relation;
  const isBy = direction === "from" && target.speakerName && kind !== "atOddsWith";
  return (
    <li class={isAgainst(relation) ? "relation against" : "relation"}>
      <p class="relation-head">
        <strong>{t(isBy ? `relation_${kind}_by` : `relation_${kind}_${direction}`)}</strong>
        {target.speakerName && (
          <>
            {" "}
            <bdi>{target.speakerName}</bdi>
          </>
        )}
        {target.date && (
          <>
            {", "}
            <When date={target.date} />
          </>
        )}
      </p>
      <p class="relation-target" dir="auto">
        {target.verbatim ? <q>“{target.label}”</q> : target.label}
      </p>
      <p class="basis">
        <span class="label">{t("relation_basis")}</span> <bdi>{basis}</bdi>
      </p>
    </li>
  );
}
