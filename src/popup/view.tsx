import { errorText, t } from "../shared/i18n.ts";
import { Button } from "../shared/ui/button.tsx";
import { Icon } from "../shared/ui/icon.tsx";
import { Message } from "../shared/ui/message.tsx";
import type { PopupActions } from "./controller.ts";
import type { PopupState } from "./model.ts";
import { PagePart } from "./page-part.tsx";
import { StorageNotice } from "./storage-notice.tsx";
import { Switches } from "./switches.tsx";

export interface PopupProps {
  state: PopupState;
  actions: PopupActions;
}

export function Popup({ state, actions }: PopupProps) {
  return (
    <>
      <header>
        <h1>{t("extension_name")}</h1>
        <Button look="quiet" onClick={() => actions.openViewer()}>
          <Icon name="book" />
          {t("popup_open_viewer")}
        </Button>
        <Button look="quiet" onClick={actions.openOptions}>
          <Icon name="settings" />
          {t("popup_open_options")}
        </Button>
      </header>
      <main>
        <Switches state={state} actions={actions} />
        <StorageNotice storage={state.storage} />
        <PagePart state={state} actions={actions} />
        {state.failure && <Message tone="alert">{errorText(state.failure)}</Message>}
      </main>
    </>
  );
}
