import type { CardView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { FEW_STATEMENTS, type UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { StatementList } from "./statement-list.tsx";

/** Id of the statement that the timeline marks as present. */
export function presentId(view: CardView, ui: UiState): string | undefined {
  return ui.present ?? view.statements[0]?.id;
}

export function Statements({ view, ui }: { view: CardView; ui: UiState }) {
  const { statements, statementCount, name } = view;
  const elsewhere = statementCount - statements.length;
  return (
    <StatementList
      title={t("card_statements")}
      view={view}
      ui={ui}
      statements={statements}
      few={FEW_STATEMENTS}
      all={ui.allStatements}
      more="all-statements"
      fewer="few-statements"
      text="card_statements_all"
      present={presentId(view, ui)}
    >
      {statements.length === 0 && <p class="none">{t("card_statements_none", name)}</p>}
      {elsewhere > 0 && <Action act="viewer">{plural("card_statements_rest", elsewhere)}</Action>}
    </StatementList>
  );
}
