import type { Browser, Runtime } from "webextension-polyfill";
import { isFilter } from "../detect/filter.ts";
import { LIBRARY_PORT } from "../shared/library-port.ts";
import type { ToPage } from "../shared/page-messages.ts";
import { NAMES_KEY, PAGE_KEYS, type PageState } from "../shared/page-state.ts";
import { createSettingsStore } from "../shared/settings-store.ts";
import type { BackupData } from "../sync/backup.ts";
import { createLibrary } from "../sync/library.ts";
import { CHECK_ALARM, setCheckAlarm } from "./alarm.ts";
import { runCommand } from "./commands.ts";
import { createHandlers } from "./handlers.ts";
import { createKeepAlive } from "./keep-alive.ts";
import { createSnapshotServer } from "./library-port.ts";
import { createNameFinder } from "./name-finder.ts";
import { createNameStore } from "./name-store.ts";
import { createPublisher } from "./publisher.ts";
import { route } from "./router.ts";
import { type Vetoes, withoutVeto, withVeto } from "./vetoes.ts";

const BUNDLED = "dossiers/sessions-kislyak.json";

/**
 * Wires the browser's events to the parts. All listeners are registered before the first await: a worker that an event
 * started hears only those.
 */
export function main(browser: Browser): void {
  const { local, sync } = browser.storage;
  const settings = createSettingsStore(sync);
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
      load: async () => (await local.get("subscriptions")).subscriptions as BackupData | undefined,
      save: (subscriptions) => local.set({ subscriptions }),
    },
    ports: { hasPermission: (host) => browser.permissions.contains({ origins: [`${host}/*`] }) },
  });

  const vetoes = async () => ((await local.get("vetoes")).vetoes ?? {}) as Vetoes;
  const names = createNameStore(globalThis.indexedDB);
  const findNames = createNameFinder(names);
  const publisher = createPublisher({
    casts: () => library.casts(),
    settings: () => settings.load(),
    vetoes,
    read: () => local.get([...PAGE_KEYS, NAMES_KEY]),
    write: (state) => local.set({ ...state }),
    store: names,
    pause: () => new Promise((done) => setTimeout(done)),
  });

  async function changeVetoes(change: (held: Vetoes) => Vetoes): Promise<void> {
    await local.set({ vetoes: change(await vetoes()) });
    await publisher.publishState();
  }
  const openTab = (path: string) => browser.tabs.create({ url: browser.runtime.getURL(path) }).then(() => {});
  const toActiveTab = async (message: ToPage) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, message).catch(() => {});
  };
  const handlers = createHandlers(library, {
    toActiveTab,
    openViewer: (hash) => openTab(`dossier.html#${hash.replace(/^#/, "")}`),
    openOptions: () => browser.runtime.openOptionsPage(),
    addVeto: (change) => changeVetoes((held) => withVeto(held, change)),
    removeVeto: (change) => changeVetoes((held) => withoutVeto(held, change)),
    findNames,
  });

  const snapshots = createSnapshotServer(
    async () => ({
      feeds: await library.feeds.list(),
      dossiers: await library.dossiers.list(),
      storage: await library.storageInfo(),
    }),
    (ms) => new Promise((done) => setTimeout(done, ms)),
  );
  const online = () => globalThis.navigator?.onLine !== false;
  const setAlarm = async () => setCheckAlarm(browser.alarms, await library.nextDue(), Date.now(), online());
  const keepAlive = createKeepAlive({
    ping: () => void browser.runtime.getPlatformInfo().catch(() => {}),
    every(ms, callback) {
      const timer = setInterval(callback, ms);
      return () => clearInterval(timer);
    },
  });

  library.subscribe((event) => {
    snapshots.changed();
    if (event.type === "feed") keepAlive.busy(event.url, !["idle", "waiting"].includes(event.phase.type));
    if (event.type === "dossiers") report(publishLexicon());
    if (event.type === "dossiers" || event.phase.type === "idle") report(setAlarm());
  });
  settings.subscribe(() => {
    report(publisher.publishState());
    report(setAlarm());
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    route(handlers, { id: browser.runtime.id, origin }, message, sender),
  );
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === LIBRARY_PORT && port.sender?.url?.startsWith(origin)) snapshots.connect(port);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CHECK_ALARM) report(library.runDue().then(setAlarm));
  });
  globalThis.addEventListener?.("online", () => report(library.runDue().then(setAlarm)));
  browser.commands.onCommand.addListener((command) => report(runCommand(command, settings, toActiveTab)));
  // A new version may compile the lexicon in another way, and settings may have changed while the browser was closed.
  browser.runtime.onInstalled.addListener(() => report(publish()));
  browser.runtime.onStartup.addListener(() => report(publish()));

  report(begin());

  /** What a lexicon is compiled from, as one string. */
  async function inUse(): Promise<string> {
    const rows = (await library.dossiers.list()).filter(({ enabled }) => enabled);
    return rows.map(({ id, version }) => `${id} ${version}`).join("\n");
  }

  /** Notes what it was compiled from, taken before: a worker killed in between is found out at its next start. */
  async function publishLexicon(): Promise<void> {
    const publishedFor = await inUse();
    await publisher.publishLexicon();
    await local.set({ publishedFor });
  }

  async function publish(): Promise<void> {
    await publishLexicon();
    await publisher.publishState();
  }

  async function isPublished(): Promise<boolean> {
    const { page, lexicon, publishedFor } = await local.get([...PAGE_KEYS, "publishedFor"]);
    if (!page || !lexicon || publishedFor !== (await inUse())) return false;
    // The browser may have thrown a database away.
    const { lexiconVersion } = page as PageState;
    return !isFilter(lexicon as string) || (await names.head(lexiconVersion)) !== undefined;
  }

  /** Every wake-up of the worker comes by here, with a card waiting perhaps: nothing is compiled that holds already. */
  async function begin(): Promise<void> {
    await library.start();
    if (!(await isPublished())) await publish();
    if ((await library.storageInfo()).mode === "database") await local.set({ hadData: true });
    await setAlarm();
  }
}

/** What fails in the background with nobody waiting for an answer is told to whoever opens its console. */
function report(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error("Dramatis:", error));
}
