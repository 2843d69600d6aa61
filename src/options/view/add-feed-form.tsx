import { useRef } from "preact/hooks";
import { feedAddress } from "../../dossier/feed-address.ts";
import { t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import { Message } from "../../shared/ui/message.tsx";
import type { AddFeed } from "../add-feed.ts";
import type { AddFeedActions } from "../add-feed-controller.ts";
import { refusedText } from "../text.ts";
import { FeedPreviewView } from "./feed-preview.tsx";
import { useShownPreview } from "./shown-preview.ts";

export function AddFeedForm({ state, actions }: { state: AddFeed; actions: AddFeedActions }) {
  const form = useRef<HTMLFormElement>(null);
  const shown = useShownPreview(form, state.type === "previewed");
  return (
    <form
      class="add-feed"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!shown.pressed()) actions.add();
      }}
    >
      <div class="field">
        <label for="feed-address">{t("options_feed_address")}</label>
        <div class="joined">
          <input
            class="input"
            id="feed-address"
            type="url"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            placeholder="https://"
            value={state.address}
            aria-describedby="feed-address-hint"
            aria-invalid={state.type === "refused"}
            onInput={(event) => {
              shown.typed();
              actions.type(event.currentTarget.value);
            }}
          />
          <Button look="primary" type="submit" aria-busy={state.type === "adding"}>
            {t("options_add_feed")}
          </Button>
        </div>
        <p class="hint" id="feed-address-hint">
          {t("options_feed_address_hint")}
        </p>
      </div>
      <Message tone="status" pending={state.type !== "typing"}>
        {statusText(state)}
      </Message>
      {state.type === "refused" && <Message tone="alert">{refusedText(state.error)}</Message>}
      {state.type === "locked" && <Message tone="alert">{lockedText(state)}</Message>}
      {"preview" in state && <FeedPreviewView preview={state.preview} />}
    </form>
  );
}

function statusText(state: AddFeed): string {
  switch (state.type) {
    case "typing":
      return state.added === undefined ? "" : t("options_feed_added", state.added);
    case "previewing":
      return t("options_feed_previewing");
    case "previewed":
      return t("options_feed_confirm");
    case "unlocking":
      return t("options_feed_unlocking");
    case "adding":
      return t("options_feed_adding");
    case "locked":
    case "refused":
      return "";
  }
}

function lockedText({ address, denied }: Extract<AddFeed, { type: "locked" }>): string {
  return t(denied ? "options_feed_denied" : "options_feed_locked", new URL(feedAddress(address)).host);
}
