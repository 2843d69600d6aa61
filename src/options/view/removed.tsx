import { t } from "../../shared/i18n.ts";
import { UndoNotes } from "../../shared/ui/undo-notes.tsx";
import type { Subject } from "../model.ts";
import type { ViewProps } from "./app.tsx";

/** What was removed from this section and can be put back. */
export function Removed({ of, state, actions }: ViewProps & { of: Subject["type"] }) {
  return (
    <UndoNotes
      notes={state.removed
        .filter(({ type }) => type === of)
        .map(({ id, title }) => ({ id, text: t("options_removed", title) }))}
      undo={t("options_undo")}
      dismiss={t("options_dismiss")}
      onUndo={actions.undo}
      onDismiss={actions.letGo}
    />
  );
}
