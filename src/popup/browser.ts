import type { Browser, Tabs } from "webextension-polyfill";
import { isPageSummary, SUMMARY_PORT } from "../shared/page-messages.ts";
import { createSettingsStore } from "../shared/settings-store.ts";
import type { Tab } from "./model.ts";
import type { PopupPorts } from "./ports.ts";

export function browserPorts(browser: Browser): PopupPorts {
  const toTab = ({ id, url, status, favIconUrl = "" }: Tabs.Tab): Tab | undefined =>
    id === undefined
      ? undefined
      : { id, url, loading: status === "loading", pdf: /^chrome:.*\/pdf\.svg$/.test(favIconUrl) };

  async function findTab(): Promise<Tab | undefined> {
    const self = await browser.tabs.getCurrent();
    if (!self) {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      return active && toTab(active);
    }
    const own = browser.runtime.getURL("");
    const others = (await browser.tabs.query({ windowId: self.windowId ?? browser.windows.WINDOW_ID_CURRENT }))
      .filter(({ id, url }) => id !== self.id && !url?.startsWith(own))
      .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
    return others[0] && toTab(others[0]);
  }

  /** A real popup has done its work once it has opened a page; as a tab it stays. */
  const leave = async (going: Promise<unknown>): Promise<void> => {
    await going;
    if (!(await browser.tabs.getCurrent())) window.close();
  };

  return {
    settings: createSettingsStore(browser.storage),
    transport: (message) => browser.runtime.sendMessage(message),
    findTab,
    connect(tab, onSummary, onEnd) {
      const port = browser.tabs.connect(tab, { name: SUMMARY_PORT });
      port.onMessage.addListener((message: unknown) => {
        if (isPageSummary(message)) onSummary(message);
      });
      port.onDisconnect.addListener(() => {
        // Reading it tells Chromium that the failure was noticed.
        void port.error;
        onEnd();
      });
      return { close: () => port.disconnect() };
    },
    onLoad(tab, listener) {
      browser.tabs.onUpdated.addListener((id, { status }) => {
        if (id === tab && status) listener(status === "loading");
      });
    },
    every(ms, callback) {
      setInterval(() => document.visibilityState === "visible" && callback(), ms);
    },
    wait: (ms, callback) => void setTimeout(callback, ms),
    async toPage(tab, message) {
      await browser.tabs.sendMessage(tab, message);
    },
    async contentType(tab) {
      const [result] = await browser.scripting.executeScript({
        target: { tabId: tab },
        func: () => document.contentType,
      });
      if (typeof result?.result !== "string") throw new Error("no document");
      return result.result;
    },
    // The click that opens the real popup lets us see the address of every page that extensions may look into; so does
    // the reader's permission in Firefox, but not in Chromium, where it covers content scripts alone.
    seesAddresses: async () =>
      !(await browser.tabs.getCurrent()) ||
      (browser.runtime.getURL("").startsWith("moz-") && browser.permissions.contains({ origins: ["<all_urls>"] })),
    fileAccess: () => browser.extension.isAllowedFileSchemeAccess(),
    async inject(tab) {
      const target = { tabId: tab, allFrames: true };
      await browser.scripting.insertCSS({ target, files: ["marks.css"] });
      await browser.scripting.executeScript({ target, files: ["content.js"] });
    },
    openViewer: (hash = "") => void leave(browser.tabs.create({ url: browser.runtime.getURL(`dossier.html${hash}`) })),
    openOptions: () => void leave(browser.runtime.openOptionsPage()),
  };
}
