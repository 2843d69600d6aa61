import type { ErrorInfo } from "../../dossier/errors.ts";
import { errorText, t } from "../../shared/i18n.ts";
import { Action } from "./action.tsx";

/** What the browser says to a page whose extension was updated or switched off under it. */
const ORPHANED = /context invalidated|receiving end does not exist|message channel closed|extension manifest/i;

/** What went wrong and what to do about it. */
export function failureText(error: ErrorInfo, name: string): string {
  if (error.code === "not-found") return t("card_error_gone", name);
  if (error.code !== "internal") return `${t("card_error")} ${errorText(error)}`;
  return ORPHANED.test(error.details.join(" "))
    ? t("card_error_reload")
    : `${t("card_error")} ${error.details[0] ?? ""}`;
}

export function Failure({ error, name }: { error: ErrorInfo; name: string }) {
  return (
    <div class="failure" role="alert">
      <p>{failureText(error, name)}</p>
      <Action act="retry" class="button">
        {t("card_retry")}
      </Action>
    </div>
  );
}
