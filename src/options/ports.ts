import type { LibraryMessage } from "../shared/library-port.ts";
import type { Transport } from "../shared/send.ts";
import type { SettingsStore } from "../shared/settings-store.ts";
import type { Command } from "./state.ts";

/** What the options page needs of the browser. */
export interface OptionsPorts {
  settings: SettingsStore;
  transport: Transport;
  /** Follows what is installed; connects again by itself when the background was stopped. */
  follow(onMessage: (message: LibraryMessage) => void): void;
  commands(): Promise<Command[]>;
  /** Opens the browser's own page for changing shortcuts. */
  openShortcuts(): Promise<void>;
  /** Asks for access to the host of an address. Must be called in the click itself. */
  requestHost(address: string): Promise<boolean>;
  /** Asks the browser never to evict what is stored. */
  persist(): Promise<boolean>;
  /** Offers `text` as a file to keep. */
  saveFile(name: string, text: string): void;
  now(): number;
  /** Calls back after `ms` milliseconds; returns how to stop it. */
  wait(ms: number, callback: () => void): () => void;
  every(ms: number, callback: () => void): void;
  version: string;
}
