import type { Browser } from "webextension-polyfill";
import { askForHost } from "../shared/host-access.ts";
import { LIBRARY_PORT, type LibraryMessage } from "../shared/library-port.ts";
import { createSettingsStore } from "../shared/settings-store.ts";
import type { OptionsPorts } from "./ports.ts";

/** Milliseconds before a lost port is opened again. */
const RECONNECT = 500;

/** What the options page needs, by the browser's own functions. */
export function browserPorts(browser: Browser): OptionsPorts {
  function follow(onMessage: (message: LibraryMessage) => void): void {
    const port = browser.runtime.connect({ name: LIBRARY_PORT });
    port.onMessage.addListener((message) => onMessage(message as LibraryMessage));
    port.onDisconnect.addListener(() => {
      void port.error;
      setTimeout(follow, RECONNECT, onMessage);
    });
  }

  return {
    settings: createSettingsStore(browser.storage),
    transport: (message) => browser.runtime.sendMessage(message),
    follow,
    commands: async () =>
      (await browser.commands.getAll()).map(({ name = "", description = "", shortcut = "" }) => ({
        name,
        description,
        shortcut,
      })),
    async openShortcuts() {
      if ("openShortcutSettings" in browser.commands) await browser.commands.openShortcutSettings();
      else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
    },
    requestHost: (address) => askForHost(browser, address),
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    saveFile(name, text) {
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
    now: () => Date.now(),
    wait(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    every: (ms, callback) => void setInterval(callback, ms),
    version: browser.runtime.getManifest().version,
  };
}
