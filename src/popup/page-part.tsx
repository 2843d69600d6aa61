import { t } from "../shared/i18n.ts";
import { Button } from "../shared/ui/button.tsx";
import { PeopleList } from "./people-list.tsx";
import { peopleOf, stateOf } from "./summary.ts";
import type { PopupProps } from "./view.tsx";

/** What is on the page in front of the reader, or why nothing is. */
export function PagePart({ state, actions }: PopupProps) {
  const { page } = state;
  switch (page.type) {
    case "finding":
      return <Say text={t("popup_finding")} class="late" />;
    case "loading":
      return <Say text={t("popup_loading")} />;
    case "none":
      return <Say text={t("popup_no_page")} />;
    case "unknown":
      return <Say title={t("popup_unknown_title")} text={t("popup_unknown")} />;
    case "closed":
      return <Say title={t("popup_closed_title")} text={t(`popup_closed_${page.reason}`)} />;
    case "starting":
      return <Say text={t("popup_starting")} />;
    case "missing":
      return (
        <Say title={t("popup_missing_title")} text={t("popup_missing")}>
          <Button look="primary" onClick={actions.annotateNow}>
            {t("popup_annotate_now")}
          </Button>
        </Say>
      );
    case "live":
      return <Live state={state} actions={actions} />;
  }
}

function Live({ state, actions }: PopupProps) {
  const people = peopleOf(state.frames);
  const { dossiers } = state;
  switch (stateOf(state.frames)) {
    case "off":
      return <Say text={t("popup_off")} />;
    case "site-off":
      return <Say text={t("popup_site_off")} />;
    case "no-lexicon":
      return (
        <Say title={t("popup_no_dossier_title")} text={t("popup_no_dossier")}>
          <Button onClick={actions.openOptions}>{t("popup_choose_dossiers")}</Button>
        </Say>
      );
    case "partial":
      return (
        <>
          <PeopleList people={people} go={actions.go} />
          <Say text={t("popup_partial")} />
        </>
      );
    default:
      if (people.length) return <PeopleList people={people} go={actions.go} />;
      return (
        <Say title={t("popup_nobody")}>
          {dossiers && (
            <>
              <p>{t("popup_in_use")}</p>
              <ul class="in-use">
                {dossiers
                  .filter(({ enabled }) => enabled)
                  .map(({ id, title }) => (
                    <li key={id}>{title}</li>
                  ))}
              </ul>
            </>
          )}
        </Say>
      );
  }
}

interface SayProps {
  title?: string;
  text?: string;
  class?: string;
  children?: preact.ComponentChildren;
}

function Say({ title, text, children, ...rest }: SayProps) {
  return (
    <section class={`say ${rest.class ?? ""}`} role="status">
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {children}
    </section>
  );
}
