import type { CardView } from "../../dossier/views.ts";
import { t } from "../../shared/i18n.ts";
import type { Leaf } from "../machine-types.ts";
import { Action } from "./action.tsx";
import { Icon } from "./icons.tsx";

interface Props {
  leaf: Leaf;
  before: Leaf | undefined;
  view: CardView | undefined;
  pinned: boolean;
}

export function Header({ leaf, before, view, pinned }: Props) {
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
            <p class="role" dir="auto">
              {view.role}
            </p>
          )}
          {view.summary && (
            <p class="summary" dir="auto">
              {view.summary}
            </p>
          )}
        </div>
      )}
    </>
  );
}
