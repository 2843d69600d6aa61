import type { Statement } from "../../../dossier/schema.ts";
import { t } from "../../../shared/i18n.ts";

export function isWithdrawn({ correction }: Statement): boolean {
  return correction?.kind === "withdrawn";
}

/** Stands before words that their publisher has taken back, wherever they are told in a line and not in full. */
export function WithdrawnMark({ statement }: { statement: Statement }) {
  if (!isWithdrawn(statement)) return null;
  return <strong class="taken-back">{t("viewer_withdrawn")} </strong>;
}
