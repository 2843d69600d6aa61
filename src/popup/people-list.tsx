import { plural, t } from "../shared/i18n.ts";
import type { PopupActions } from "./controller.ts";
import type { PersonCount } from "./summary.ts";

/** Who is named how often; a name goes to that person's next mention. Also the way to mentions for screen readers. */
export function PeopleList({ people, go }: { people: PersonCount[]; go: PopupActions["go"] }) {
  return (
    <ul>
      {people.map(({ key, name, count }) => (
        <li key={key}>
          <button type="button" title={t("popup_go_to", name)} onClick={() => go(1, key)}>
            <bdi>{name}</bdi> <span class="for-ears">{plural("popup_mentions", count)}</span>
            <span class="count" aria-hidden="true">
              {count.toLocaleString(t("locale"))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
