import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { FEW_STATEMENTS, type UiState } from "../ui-state.ts";
import { StatementList } from "./statement-list.tsx";

/** What others said of this person: a few where the person said nothing, else folded away. */
export function About({ view, ui }: { view: CardView; ui: UiState }) {
  const { about = [], statements, name } = view;
  if (about.length === 0) return null;
  return (
    <StatementList
      title={t("card_about", name)}
      view={view}
      ui={ui}
      statements={about}
      few={statements.length === 0 ? FEW_STATEMENTS : 0}
      all={ui.about}
      more="about"
      fewer="few-about"
      text="card_about_all"
    />
  );
}
