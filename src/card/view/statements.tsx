import type { CardView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { FEW_STATEMENTS, type UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Statement } from "./statement.tsx";

/** Id of the statement that the timeline marks as present. */
export function presentId(view: CardView, ui: UiState): string | undefined {
  return ui.present ?? view.statements[0]?.id;
}

export function Statements({ view, ui }: { view: CardView; ui: UiState }) {
  const shown = ui.allStatements ? view.statements : view.statements.slice(0, FEW_STATEMENTS);
  const folded = view.statements.length - shown.length;
  const elsewhere = view.statementCount - view.statements.length;
  return (
    <section class="statements">
      <h3>{t("card_statements")}</h3>
      {view.statements.length === 0 && <p class="none">{t("card_statements_none", view.name)}</p>}
      <ol>
        {shown.map((statement) => (
          <Statement
            key={statement.id}
            statement={statement}
            person={view.name}
            language={view.dossier.language}
            present={statement.id === presentId(view, ui)}
            cited={ui.cited}
            related={ui.related.includes(statement.id)}
          />
        ))}
      </ol>
      {folded > 0 && (
        <Action act="all-statements" expanded={false}>
          {plural("card_statements_all", folded)}
        </Action>
      )}
      {ui.allStatements && view.statements.length > FEW_STATEMENTS && (
        <Action act="few-statements" expanded={true}>
          {t("card_statements_fewer")}
        </Action>
      )}
      {folded === 0 && elsewhere > 0 && <Action act="viewer">{plural("card_statements_rest", elsewhere)}</Action>}
    </section>
  );
}
