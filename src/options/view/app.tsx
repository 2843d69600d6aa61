import { errorText, t } from "../../shared/i18n.ts";
import { Confirm } from "../../shared/ui/dialog.tsx";
import { Message } from "../../shared/ui/message.tsx";
import type { OptionsActions } from "../controller.ts";
import type { OptionsState } from "../state.ts";
import { About } from "./about.tsx";
import { Dossiers } from "./dossiers.tsx";
import { Feeds } from "./feeds.tsx";
import { Reading } from "./reading.tsx";
import { Storage } from "./storage.tsx";
import { Vetoes } from "./vetoes.tsx";

export interface ViewProps {
  state: OptionsState;
  actions: OptionsActions;
}

const SECTIONS = ["dossiers", "feeds", "reading", "vetoes", "storage", "about"] as const;

export function App({ state, actions, version }: ViewProps & { version: string }) {
  const { asking } = state;
  return (
    <>
      <header class="masthead">
        <h1>
          <img src="icons/icon-128.png" alt="" width="36" height="36" />
          {t("extension_name")}
        </h1>
        <nav aria-label={t("options_sections")}>
          <ul>
            {SECTIONS.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`options_${id}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main tabIndex={-1}>
        {state.failures.library && <Message tone="alert">{errorText(state.failures.library)}</Message>}
        <Dossiers state={state} actions={actions} />
        <Feeds state={state} actions={actions} />
        <Reading state={state} actions={actions} />
        <Vetoes state={state} actions={actions} />
        <Storage state={state} actions={actions} />
        <About version={version} />
      </main>
      {asking && (
        <Confirm
          title={t("options_remove_title", asking.title)}
          yes={t("options_remove")}
          no={t("options_keep")}
          onYes={actions.remove}
          onNo={actions.keep}
        >
          {t(asking.type === "feed" ? "options_remove_feed_text" : "options_remove_dossier_text")}
        </Confirm>
      )}
    </>
  );
}
