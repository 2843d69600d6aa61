import { render } from "preact";
import "./options.css";
import { type MessageSource, setMessages, t } from "../shared/i18n.ts";
import { applyLanguage, applyTheme } from "../shared/ui/page.ts";
import { createStore } from "../shared/ui/store.ts";
import { createController } from "./controller.ts";
import { reduce } from "./model.ts";
import type { OptionsPorts } from "./ports.ts";
import { initialState } from "./state.ts";
import { App } from "./view/app.tsx";

/** Puts the options page into its document and keeps it up to date; also what the fixtures in tests/ui start. */
export function startOptions(document: Document, ports: OptionsPorts, messages: MessageSource): void {
  setMessages(messages);
  const root = document.documentElement;
  applyLanguage(root);
  document.title = t("options_title");
  const store = createStore(reduce, initialState(ports.now()));
  const { actions, start } = createController(store, ports);
  const draw = () => {
    const state = store.state();
    if (state.settings) applyTheme(root, state.settings.theme);
    render(<App state={state} actions={actions} version={ports.version} />, document.body);
  };
  store.subscribe(draw);
  draw();
  void start();
}
