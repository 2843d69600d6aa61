import { plural, t } from "../shared/i18n.ts";
import { Icon } from "../shared/ui/icon.tsx";
import type { PopupActions } from "./controller.ts";
import { type PersonCount, viewerHash } from "./summary.ts";

interface Props {
  people: PersonCount[];
  go: PopupActions["go"];
  read: PopupActions["openViewer"];
}

/**
 * Who is named how often; a name goes to that person's next mention, the book beside it to their page in the dossier.
 * Also the way to mentions for screen readers.
 */
export function PeopleList({ people, go, read }: Props) {
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
          <a
            href={`dossier.html${viewerHash(key)}`}
            target="_blank"
            aria-label={t("popup_read_of", name)}
            title={t("popup_read_of", name)}
            onClick={(event) => {
              // With a key held the browser opens it as that key says, and the popup stays.
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              read(viewerHash(key));
            }}
            rel="noopener"
          >
            <Icon name="book" />
          </a>
        </li>
      ))}
    </ul>
  );
}
