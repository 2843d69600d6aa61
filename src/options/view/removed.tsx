import { t } from "../../shared/i18n.ts";
import { UndoNotes } from "../../shared/ui/undo-notes.tsx";
import type { Removed as RemovedThing } from "../state.ts";
import type { ViewProps } from "./app.tsx";

/** What was removed from this section and can be put back. */
export function Removed({ of, state, actions }: ViewProps & { of: RemovedThing["type"] }) {
  return (
    <UndoNotes
      notes={state.removed
        .filter(({ type }) => type === of)
        .map((removed) => ({ id: removed.id, text: noteText(removed) }))}
      undo={t("options_undo")}
      dismiss={t("options_dismiss")}
      onUndo={actions.undo}
      onDismiss={actions.letGo}
    />
  );
}

function noteText(removed: RemovedThing): string {
  if (removed.type !== "veto") return t("options_removed", removed.title);
  const { name, scope, host, path } = removed.veto;
  return t("options_veto_removed", name, scope === "site" ? host : host + path);
}
