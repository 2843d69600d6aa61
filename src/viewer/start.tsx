import { render } from "preact";
import "./styles/viewer.css";
import { type MessageSource, setMessages } from "../shared/i18n.ts";
import type { SettingsStore } from "../shared/settings-store.ts";
import { applyLanguage, applyTheme } from "../shared/ui/page.ts";
import type { ViewerSource } from "./source.ts";
import { App } from "./ui/app.tsx";

export interface ViewerPorts {
  source: ViewerSource;
  messages: MessageSource;
  settings?: Pick<SettingsStore, "load" | "subscribe">;
}

/** Puts the viewer into its document; also what the harness in tests/viewer starts. */
export function startViewer(document: Document, { source, messages, settings }: ViewerPorts): void {
  setMessages(messages);
  const root = document.documentElement;
  applyLanguage(root);
  const paint = ({ theme }: { theme: Parameters<typeof applyTheme>[1] }) => applyTheme(root, theme);
  // Without settings (storage refused) the system's own theme is right.
  settings?.load().then(paint, () => {});
  settings?.subscribe(paint);
  render(<App source={source} />, document.getElementById("app")!);
}
