import type { PageSummary, ToPage } from "../shared/page-messages.ts";
import type { Transport } from "../shared/send.ts";
import type { SettingsStore } from "../shared/settings-store.ts";
import type { Tab } from "./model.ts";

/** What the popup needs of the browser. */
export interface PopupPorts {
  settings: SettingsStore;
  transport: Transport;
  /** The page the reader means: the active tab; where the popup itself is a tab, the one used last before it. */
  findTab(): Promise<Tab | undefined>;
  /** Opens the summary port to all frames of a tab; `onEnd` when nothing listens there, or no longer. */
  connect(tab: number, onSummary: (summary: PageSummary) => void, onEnd: () => void): { close(): void };
  /** Calls back when the tab starts or ends loading. */
  onLoad(tab: number, listener: (loading: boolean) => void): void;
  /** Calls back every `ms` milliseconds while the popup is in front of the reader. */
  every(ms: number, callback: () => void): void;
  wait(ms: number, callback: () => void): void;
  toPage(tab: number, message: ToPage): Promise<void>;
  /** The type of the document in a tab, for instance "application/pdf"; rejects where we may not look, with the browser's reason. */
  contentType(tab: number): Promise<string>;
  fileAccess(): Promise<boolean>;
  /** Whether a tab without address is one that no extension may look into. */
  seesAddresses(): Promise<boolean>;
  /** Runs the content script in a page that was opened before it could. */
  inject(tab: number): Promise<void>;
  /** `hash`: the place in it, as in `docs/viewer.md`. */
  openViewer(hash?: string): void;
  openOptions(): void;
}
