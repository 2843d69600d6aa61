import { plural, t } from "../shared/i18n.ts";
import { Button } from "../shared/ui/button.tsx";
import { Icon } from "../shared/ui/icon.tsx";
import type { PopupActions } from "./controller.ts";
import type { PersonCount } from "./summary.ts";

/** Who is named how often; a name goes to that person's next mention. Also the way to mentions for screen readers. */
export function PeopleList({ people, go }: { people: PersonCount[]; go: PopupActions["go"] }) {
  const total = people.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="people" aria-labelledby="people-title">
      <div class="people-head">
        <div role="status">
          <h2 id="people-title">{plural("popup_people", people.length)}</h2>
          <p class="hint">{plural("popup_mentions", total)}</p>
        </div>
        <Button aria-label={t("popup_previous")} title={t("popup_previous")} onClick={() => go(-1)}>
          <Icon name="up" />
        </Button>
        <Button aria-label={t("popup_next")} title={t("popup_next")} onClick={() => go(1)}>
          <Icon name="down" />
        </Button>
      </div>
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
    </section>
  );
}
