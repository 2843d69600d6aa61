import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";
import type { Leaf } from "../machine-types.ts";
import { opening } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Icon } from "./icons.tsx";
import { foreign } from "./words.tsx";

interface Props {
  leaf: Leaf;
  before: Leaf | undefined;
  view: CardView | undefined;
  pinned: boolean;
  wholeSummary: boolean;
  /** Which story is told; absent where that is told elsewhere. */
  story: CardView["dossier"] | undefined;
}

export function Header({ leaf, before, view, pinned, wholeSummary, story }: Props) {
  const language = view?.dossier.language ?? "";
  const lang = foreign(language);
  const summary = view?.summary && !wholeSummary ? opening(view.summary, language) : view?.summary;
  return (
    <>
      <header class="bar">
        {before && (
          <Action act="back" class="icon-button" label={t("card_back", before.name)}>
            <Icon name="back" />
          </Action>
        )}
        <h2 dir="auto">{view?.name ?? leaf.name}</h2>
        <Action act="pin" class="icon-button" pressed={pinned} label={t(pinned ? "card_unpin" : "card_pin")}>
          <Icon name="pin" />
        </Action>
        <Action act="close" class="icon-button" label={t("card_close")}>
          <Icon name="close" />
        </Action>
      </header>
      {(view?.role || view?.summary) && (
        <div class="intro">
          {view.role && (
            <p class="role" dir="auto" lang={lang}>
              {view.roleUntil ? t("card_role_until", view.role, formatDate(view.roleUntil)) : view.role}
            </p>
          )}
          {story && (
            <p class="story" dir="auto" lang={lang}>
              {t("card_story", story.title, formatDate({ value: story.asOf.slice(0, 7), precision: "month" }))}
            </p>
          )}
          {view.summary && (
            <p class="summary" dir="auto" lang={lang}>
              {summary}
              {summary !== view.summary && (
                <>
                  {" "}
                  <Action act="all-summary" expanded={false} lang={lang && t("locale")}>
                    {t("card_more")}
                  </Action>
                </>
              )}
            </p>
          )}
        </div>
      )}
    </>
  );
}
