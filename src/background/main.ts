import type { Browser, Runtime } from "webextension-polyfill";
import { giveBackHost, hasHost } from "../shared/host-access.ts";
import { LIBRARY_PORT } from "../shared/library-port.ts";
import type { ToPage } from "../shared/page-messages.ts";
import { createSettingsStore, keepSitesHere } from "../shared/settings-store.ts";
import { createLibrary } from "../sync/library.ts";
import { CHECK_ALARM, setCheckAlarm } from "./alarm.ts";
import { runCommand } from "./commands.ts";
import { framesOf } from "./frames.ts";
import { createHandlers } from "./handlers.ts";
import { createKeepAlive } from "./keep-alive.ts";
import { createSnapshotServer } from "./library-port.ts";
import { createNameFinder } from "./name-finder.ts";
import { createNameStore } from "./name-store.ts";
import { createPublication } from "./publication.ts";
import { PUBLISHED_KEYS } from "./publisher.ts";
import { route } from "./router.ts";
import { createVetoRows } from "./veto-rows.ts";
import { createVetoStore, memoryArea } from "./veto-store.ts";
import { vetoesByPlace } from "./vetoes.ts";

const BUNDLED = "dossiers/sessions-kislyak.json";

/**
 * Wires the browser's events to the parts. All listeners are registered before the first await: a worker that an event
 * started hears only those.
 */
export function main(browser: Browser): void {
  const { local } = browser.storage;
  const settings = createSettingsStore(browser.storage);
  const origin = browser.runtime.getURL("");

  const library = createLibrary({
    indexedDB: globalThis.indexedDB,
    IDBKeyRange: globalThis.IDBKeyRange,
    loadBundle: async () => (await fetch(browser.runtime.getURL(BUNDLED))).text(),
    appVersion: browser.runtime.getManifest().version,
    interval: async () => (await settings.load()).checkInterval,
    storage: globalThis.navigator?.storage,
    hadData: async () => Boolean((await local.get("hadData")).hadData),
    backup: {
      load: async () => (await local.get("subscriptions")).subscriptions,
      save: (subscriptions) => local.set({ subscriptions }),
    },
    ports: {
      hasPermission: (host) => hasHost(browser, host),
      giveBack: (host) => giveBackHost(browser, host),
    },
  });

  const names = createNameStore(globalThis.indexedDB);
  const findNames = createNameFinder(names);
  const keepAlive = createKeepAlive({
    ping: () => void browser.runtime.getPlatformInfo().catch(() => {}),
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
  });
  const vetoes = createVetoStore(local);
  const privateVetoes = createVetoStore(browser.storage.session ?? memoryArea());
  const vetoRows = createVetoRows((refs) => library.cards(refs));
  const publication = createPublication({
    dossiers: () => library.dossiers.list(),
    casts: () => library.casts(),
    appVersion: browser.runtime.getManifest().version,
    settings: () => settings.load(),
    vetoes: async () => vetoesByPlace(await vetoes.load()),
    read: () => local.get([...PUBLISHED_KEYS]),
    write: (state) => local.set({ ...state }),
    store: names,
    pause: () => new Promise((done) => setTimeout(done)),
    busy: (on) => keepAlive.busy("lexicon", on),
  });

  const openTab = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) }).then(() => {});
  const toTab = async (tab: number, message: ToPage): Promise<void> => {
    await browser.tabs.sendMessage(tab, message).catch(() => {});
  };
  const toActiveTab = async (message: ToPage) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await toTab(tab.id, message);
  };
  const handlers = createHandlers(library, {
    toTab,
    framesOf: (tab) => framesOf((info) => browser.tabs.connect(tab, info)),
    openViewer: (hash) => openTab(`dossier.html#${hash.replace(/^#/, "")}`),
    openOptions: () => browser.runtime.openOptionsPage(),
    async changeVetoes(isPrivate, apply) {
      if (!isPrivate) {
        await vetoes.change(apply);
        snapshots.changed();
        return publication.publishState();
      }
      const held = vetoesByPlace(await privateVetoes.change(apply));
      const tabs = (await browser.tabs.query({})).filter(({ incognito }) => incognito);
      return Promise.all(tabs.map(({ id = -1 }) => toTab(id, { type: "private-vetoes", vetoes: held })));
    },
    privateVetoes: async () => vetoesByPlace(await privateVetoes.load()),
    findNames,
    now: () => Date.now(),
  });

  const snapshots = createSnapshotServer(
    async () => ({
      feeds: await library.feeds.list(),
      dossiers: await library.dossiers.list(),
      removed: await library.dossiers.removed(),
      storage: await library.storageInfo(),
      vetoes: await vetoRows.list(await vetoes.load()),
    }),
    (ms) => new Promise((done) => setTimeout(done, ms)),
  );
  const online = () => globalThis.navigator?.onLine !== false;
  const setAlarm = async () => setCheckAlarm(browser.alarms, await library.nextDue(), Date.now(), online());

  library.subscribe((event) => {
    if (event.type === "dossiers") vetoRows.forget();
    snapshots.changed(event.type === "dossiers" ? "listed" : event.begins ? "begins" : undefined);
    if (event.type === "feed") keepAlive.busy(event.url, !["idle", "waiting"].includes(event.phase.type));
    if (event.type === "dossiers") report(publication.publishLexicon());
    // Also when a check begins: should this background be ended in the middle of it, the alarm goes on with it.
    if (event.type === "dossiers" || ["checking", "idle"].includes(event.phase.type)) report(setAlarm());
  });
  settings.subscribe(() => {
    report(publication.publishState());
    // How often to check may have changed: the alarm, and the times that the options show.
    report(setAlarm());
    snapshots.changed();
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    route(handlers, { id: browser.runtime.id, origin }, message, sender),
  );
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === LIBRARY_PORT && port.sender?.url?.startsWith(origin)) snapshots.connect(port);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CHECK_ALARM) report(library.runDue().finally(setAlarm));
  });
  globalThis.addEventListener?.("online", () => report(library.runDue().finally(setAlarm)));
  browser.commands.onCommand.addListener((command) => report(runCommand(command, settings, toActiveTab)));
  // Settings may have been changed by the browser's synchronisation while it was closed.
  browser.runtime.onStartup.addListener(() => report(publication.publishState()));

  report(begin());

  /** Every wake-up of the worker comes by here. Downloads come last: a slow host must not hold up anything else. */
  async function begin(): Promise<void> {
    report(keepSitesHere(browser.storage));
    await library
      .start(async () => {
        await publication.ensure();
        await setAlarm();
        if ((await library.storageInfo()).mode === "database") await local.set({ hadData: true });
      })
      .finally(setAlarm);
  }
}

/** What fails in the background with nobody waiting for an answer is told to whoever opens its console. */
function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error("Dramatis:", error));
}
