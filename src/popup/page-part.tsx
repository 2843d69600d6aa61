import { plural, t } from "../shared/i18n.ts";
import { Button } from "../shared/ui/button.tsx";
import { Icon } from "../shared/ui/icon.tsx";
import { type PageView, pageView } from "./page-view.ts";
import { PeopleList } from "./people-list.tsx";
import type { PopupProps } from "./view.tsx";

/**
 * What is on the page in front of the reader, or why nothing is. Its words stand in one and the same live region whatever
 * they are: screen readers tell of changes only in a region that was there before.
 */
export function PagePart({ state, actions }: PopupProps) {
  const view = pageView(state);
  const hasPeople = view.people.length > 0;
  return (
    <section class={`page ${hasPeople ? "people" : "say"} ${view.isBrief ? "late" : ""}`}>
      <div class="page-head">
        <div role="status">
          {view.title && <h2>{view.title}</h2>}
          {view.text && <p>{view.text}</p>}
          {view.hints.map((hint) => (
            <p class="hint" key={hint}>
              {hint}
            </p>
          ))}
        </div>
        {hasPeople && (
          <>
            <Button aria-label={t("popup_previous")} title={t("popup_previous")} onClick={() => actions.go(-1)}>
              <Icon name="up" />
            </Button>
            <Button aria-label={t("popup_next")} title={t("popup_next")} onClick={() => actions.go(1)}>
              <Icon name="down" />
            </Button>
          </>
        )}
      </div>
      {hasPeople ? (
        <PeopleList people={view.people} go={actions.go} read={actions.openViewer} />
      ) : (
        <More view={view} {...{ state, actions }} />
      )}
    </section>
  );
}

function More({ view, state, actions }: PopupProps & { view: PageView }) {
  const inUse = state.dossiers?.filter(({ enabled }) => enabled) ?? [];
  switch (view.more) {
    case "annotate":
      return (
        <Button look="primary" onClick={actions.annotateNow}>
          {t("popup_annotate_now")}
        </Button>
      );
    case "choose":
      return <Button onClick={actions.openOptions}>{t("popup_choose_dossiers")}</Button>;
    case "in-use":
      return (
        <>
          <p>{plural("popup_in_use", inUse.length)}</p>
          <ul class="in-use">
            {inUse.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      );
    default:
      return null;
  }
}
