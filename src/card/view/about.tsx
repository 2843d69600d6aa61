import type { CardView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { FEW_STATEMENTS, type UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Statement } from "./statement.tsx";

/** What others said of this person: a few where the person said nothing, else folded away. */
export function About({ view, ui }: { view: CardView; ui: UiState }) {
  const about = view.about ?? [];
  if (about.length === 0) return null;
  const few = view.statements.length === 0 ? FEW_STATEMENTS : 0;
  const shown = ui.about ? about : about.slice(0, few);
  const folded = about.length - shown.length;
  return (
    <section class="statements">
      <h3>{t("card_about", view.name)}</h3>
      <ol>
        {shown.map((statement) => (
          <Statement
            key={statement.id}
            statement={statement}
            person={view.name}
            language={view.dossier.language}
            present={false}
            cited={ui.cited}
            related={ui.related.includes(statement.id)}
          />
        ))}
      </ol>
      {folded > 0 && (
        <Action act="about" expanded={false}>
          {plural("card_about_all", folded)}
        </Action>
      )}
      {ui.about && about.length > few && (
        <Action act="few-about" expanded={true}>
          {t("card_statements_fewer")}
        </Action>
      )}
    </section>
  );
}
