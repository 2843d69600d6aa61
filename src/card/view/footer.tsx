import type { Reason } from "../../detect/index.ts";
import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDay } from "../dates.ts";
import { reasonText } from "../reason.ts";
import type { UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { foreign } from "./words.tsx";

interface Props {
  view: CardView;
  ui: UiState;
  /** Absent for people that were reached through a link in the card: nothing was matched. */
  reason: Reason | undefined;
  host: string;
}

export function Footer({ view, ui, reason, host }: Props) {
  const { dossier } = view;
  return (
    <footer>
      <p>
        <cite class="dossier">
          <bdi lang={foreign(dossier.language)}>{dossier.title}</bdi>
        </cite>
        {", "}
        <span class="date">{t("card_as_of", formatDay(dossier.asOf))}</span>
        {", "}
        {published(dossier)}
        {"."}
      </p>
      {reason && (
        <p>
          {reasonText(reason)}{" "}
          {ui.veto.type === "closed" && (
            <Action act="veto" expanded={false}>
              {t("card_veto")}
            </Action>
          )}
        </p>
      )}
      {reason && ui.veto.type === "asking" && (
        <div class="veto asking">
          <p>{t("card_veto_explain", view.name)}</p>
          <Action act="veto-page" class="button">
            {t("card_veto_page")}
          </Action>
          {host && (
            <Action act="veto-site" class="button">
              {t("card_veto_site", host)}
            </Action>
          )}
        </div>
      )}
      {ui.veto.type === "done" && (
        <p class="veto" role="status">
          {t(`card_vetoed_${ui.veto.scope}`, view.name, host)} <Action act="undo">{t("card_undo")}</Action>
        </p>
      )}
      {ui.veto.failed && (
        <p class="veto" role="alert">
          {t("card_veto_failed")}
        </p>
      )}
      <Action act="viewer" class="button viewer">
        {t("card_viewer")}
      </Action>
    </footer>
  );
}

/** Who answers for the dossier, as it says itself, and how it came here. */
function published({ publisher, feedTitle, isImported }: CardView["dossier"]): string {
  if (isImported) return t("card_published_in_file", publisher);
  return feedTitle ? t("card_published_through", publisher, feedTitle) : t("card_published_by", publisher);
}
