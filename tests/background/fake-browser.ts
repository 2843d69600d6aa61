import type { Browser } from "webextension-polyfill";

type Listener = (...args: never[]) => unknown;

/** Listeners of one browser event. */
function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    fire: (...args: unknown[]) => [...listeners].map((listener) => listener(...(args as never[]))),
  };
}

/** One area of `browser.storage`; `writes` are the items of each call of `set`. */
export function fakeArea(items: Record<string, unknown> = {}) {
  const onChanged = event();
  const writes: Record<string, unknown>[] = [];
  const keysOf = (keys: string | string[] | null) => (keys === null ? Object.keys(items) : [keys].flat());
  return {
    items,
    writes,
    onChanged,
    get: async (keys: string | string[] | null) =>
      structuredClone(Object.fromEntries(keysOf(keys).flatMap((key) => (key in items ? [[key, items[key]]] : [])))),
    async set(patch: Record<string, unknown>) {
      writes.push(structuredClone(patch));
      Object.assign(items, structuredClone(patch));
      onChanged.fire(Object.fromEntries(Object.keys(patch).map((key) => [key, { newValue: patch[key] }])));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete items[key];
      onChanged.fire(Object.fromEntries([keys].flat().map((key) => [key, {}])));
    },
  };
}

export interface FakeTab {
  id: number;
  incognito?: boolean;
}

/** What the background uses of a browser. Its storage outlives `restart`, its listeners do not. */
export function fakeBrowser(tabs: FakeTab[] = []) {
  const storage = { local: fakeArea(), sync: fakeArea(), session: fakeArea() };
  const sent: { tab: number; message: unknown }[] = [];
  const alarms: { when: number | undefined }[] = [];
  const make = () => ({
    storage,
    runtime: {
      id: "dramatis",
      getURL: (path: string) => `chrome-extension://dramatis/${path}`,
      getManifest: () => ({ version: "1.0" }),
      getPlatformInfo: async () => ({}),
      openOptionsPage: async () => {},
      onMessage: event(),
      onConnect: event(),
      onInstalled: event(),
      onStartup: event(),
    },
    permissions: { contains: async () => true },
    tabs: {
      query: async () => tabs,
      create: async () => ({}),
      sendMessage: async (tab: number, message: unknown) => void sent.push({ tab, message }),
    },
    alarms: {
      create: async (_name: string, { when }: { when: number }) => void alarms.push({ when }),
      clear: async () => void alarms.push({ when: undefined }),
      onAlarm: event(),
    },
    commands: { onCommand: event() },
  });
  let current = make();
  return {
    storage,
    sent,
    alarms,
    /** For `main`. */
    start: () => {
      current = make();
      return current as unknown as Browser;
    },
    events: () => current,
    /** A request as the browser delivers it; the sender is an own page unless `tab` is given. */
    ask: (type: string, data: unknown, tab?: FakeTab) =>
      current.runtime.onMessage.fire(
        { type, data },
        { id: "dramatis", url: tab ? "https://news.example/" : "chrome-extension://dramatis/options.html", tab },
      )[0] as Promise<{ ok: boolean; value?: unknown; error?: unknown }>,
  };
}
