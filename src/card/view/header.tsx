import type { DossierDate } from "../../dossier/schema.ts";
import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import { formatDate } from "../dates.ts";
import type { Leaf } from "../machine-types.ts";
import { opening } from "../ui-state.ts";
import { Action } from "./action.tsx";
import { Dated } from "./date.tsx";
import { Icon } from "./icons.tsx";
import { foreign } from "./words.tsx";

interface Props {
  leaf: Leaf;
  before: Leaf | undefined;
  view: CardView | undefined;
  pinned: boolean;
  wholeSummary: boolean | undefined;
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
              <Role text={view.role} until={view.roleUntil} />
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
          {story && (
            <p class="story" lang={lang}>
              <Dated date={monthOf(story.asOf)} sentence={(date) => t("card_story", story.title, date)} />
            </p>
          )}
        </div>
      )}
    </>
  );
}

function Role({ text, until }: { text: string; until: DossierDate | undefined }) {
  if (!until) return <>{text}</>;
  return <Dated date={formatDate(until)} sentence={(date) => t("card_role_until", text, date)} />;
}

function monthOf(day: string): string {
  return formatDate({ value: day.slice(0, 7), precision: "month" });
}
