import type { CardView } from "../../dossier/views.ts";
import { plural, t } from "../../shared/i18n.ts";
import { FEW_PEOPLE, type UiState } from "../ui-state.ts";
import { Action } from "./action.tsx";

/** The other people of the story: each opens in this card, with a way back. */
export function People({ view, ui }: { view: CardView; ui: UiState }) {
  if (view.people.length === 0) return null;
  const shown = ui.allPeople ? view.people : view.people.slice(0, FEW_PEOPLE);
  const folded = view.people.length - shown.length;
  return (
    <section class="people">
      <h3>{t("card_people")}</h3>
      <ul>
        {shown.map((person) => (
          <li key={person.ref.person}>
            <Action act="visit" arg={view.people.indexOf(person)} class="person">
              {person.name}
            </Action>
          </li>
        ))}
        {folded > 0 && (
          <li>
            <Action act="all-people">{plural("card_people_all", folded)}</Action>
          </li>
        )}
      </ul>
    </section>
  );
}
