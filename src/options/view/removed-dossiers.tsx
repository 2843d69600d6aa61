import { useRef } from "preact/hooks";
import { errorText, t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import { useLostFocus } from "../../shared/ui/lost-focus.ts";
import { Message } from "../../shared/ui/message.tsx";
import type { ViewProps } from "./app.tsx";

/** What was removed earlier and can still be had back; what was removed just now has its own note with "Undo". */
export function RemovedDossiers({ state, actions }: ViewProps) {
  const justNow = new Set(state.removed.map(({ id }) => id));
  const rows = (state.library?.removed ?? []).filter(({ id }) => !justNow.has(id));
  const part = useRef<HTMLDivElement>(null);
  useLostFocus(part, rows.length);
  return (
    <div ref={part}>
      {rows.length > 0 && (
        <details>
          <summary>{t("options_removed_dossiers")}</summary>
          <ul class="contents">
            {rows.map(({ id, title }) => {
              const failure = state.failures[`dossier:${id}`];
              return (
                <li key={id}>
                  <span>{title}</span>
                  <Button
                    aria-label={t("options_put_back_title", title)}
                    onClick={() => actions.order(`dossier:${id}`, "dossier.restore", { id })}
                  >
                    {t("options_put_back")}
                  </Button>
                  {failure && <Message tone="alert">{errorText(failure)}</Message>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}
