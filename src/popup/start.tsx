import { render } from "preact";
import "./popup.css";
import { type MessageSource, setMessages, t } from "../shared/i18n.ts";
import { applyLanguage, applyTheme } from "../shared/ui/page.ts";
import { createStore } from "../shared/ui/store.ts";
import { createController } from "./controller.ts";
import { INITIAL, reduce } from "./model.ts";
import type { PopupPorts } from "./ports.ts";
import { Popup } from "./view.tsx";

/** Puts the popup into its document and keeps it up to date; also what the fixtures in tests/ui start. */
export function startPopup(document: Document, ports: PopupPorts, messages: MessageSource): void {
  setMessages(messages);
  const root = document.documentElement;
  applyLanguage(root);
  document.title = t("extension_name");
  const store = createStore(reduce, INITIAL);
  const { actions, start, look } = createController(store, ports);
  const draw = () => {
    const state = store.state();
    if (state.settings) applyTheme(root, state.settings.theme);
    render(<Popup state={state} actions={actions} />, document.body);
  };
  store.subscribe(draw);
  // Where the popup is an ordinary tab, the reader may come back to it from another page.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void look();
  });
  draw();
  void start();
}
