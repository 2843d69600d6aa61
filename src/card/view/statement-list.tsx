import type { ComponentChildren } from "preact";
import type { CardView, StatementView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import type { UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Statement } from "./statement.tsx";

interface Props {
  title: string;
  view: CardView;
  ui: UiState;
  statements: readonly StatementView[];
  /** How many are shown until all are asked for. */
  few: number;
  all: boolean | undefined;
  more: "all-statements" | "about";
  fewer: "few-statements" | "few-about";
  /** Of "show … more". */
  text: string;
  /** Id of the one that the timeline marks. */
  present?: string | undefined;
  /** What stands after the last, once all are shown. */
  children?: ComponentChildren;
}

/** Statements under a heading: a few, and the way to all. */
export function StatementList(props: Props) {
  const { title, view, ui, statements, few, all, more, fewer, text, present, children } = props;
  const shown = all ? statements : statements.slice(0, few);
  const folded = statements.length - shown.length;
  return (
    <section class="statements">
      <h3>{title}</h3>
      <ol>
        {shown.map((statement) => (
          <Statement
            key={statement.id}
            statement={statement}
            view={view}
            present={statement.id === present}
            cited={ui.cited}
            related={ui.related.includes(statement.id)}
          />
        ))}
      </ol>
      {folded > 0 && (
        <Action key={more} act={more} expanded={false}>
          {plural(text, folded)}
        </Action>
      )}
      {all && statements.length > few && (
        <Action key={fewer} act={fewer} expanded={true}>
          {t("card_statements_fewer")}
        </Action>
      )}
      {folded === 0 && children}
    </section>
  );
}
