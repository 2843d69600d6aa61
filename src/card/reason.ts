import type { Reason } from "../detect/index.ts";
import { t } from "../shared/i18n.ts";

/** Why a name was taken for this person, as a sentence. */
export function reasonText(reason: Reason): string {
  switch (reason.type) {
    case "title":
      return t("reason_title", reason.title);
    case "introduced":
      return reason.by ? t("reason_introduced", reason.by) : t("reason_introduced_plain");
    case "context":
      return t("reason_context", reason.words.join(", "));
    default:
      return t(reason.type === "alias" ? "reason_alias" : "reason_full_name");
  }
}
