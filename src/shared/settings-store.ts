import { type CheckInterval, DEFAULT_SETTINGS, isSiteOn, type Settings } from "./settings.ts";

/** The part of a `browser.storage` area that settings need; each setting is an item of its own name. */
export interface SettingsArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  onChanged: {
    addListener(listener: (changes: Record<string, unknown>) => void): void;
    removeListener(listener: (changes: Record<string, unknown>) => void): void;
  };
}

/** `sync` goes along to the reader's other devices, if they want; what tells where they read stays in `local`. */
export interface SettingsAreas {
  sync: SettingsArea;
  local: SettingsArea;
}

export interface SettingsStore {
  load(): Promise<Settings>;
  /** Writes the given settings; rejects where the browser refuses. */
  save(patch: Partial<Settings>): Promise<void>;
  /** Calls back with all settings after any change, also one made in another window; returns how to stop. */
  subscribe(listener: (settings: Settings) => void): () => void;
}

const LOCAL_KEYS: readonly (keyof Settings)[] = ["offSites", "onSites"];
const KEYS = Object.keys(DEFAULT_SETTINGS);

export function createSettingsStore({ sync, local }: SettingsAreas): SettingsStore {
  const isLocal = (key: string) => LOCAL_KEYS.some((own) => own === key);
  // Site lists in `sync` are those of an earlier version that `keepSitesHere` has not yet seen.
  const load = async () => cleanSettings({ ...(await sync.get(KEYS)), ...(await local.get([...LOCAL_KEYS])) });
  return {
    load,
    async save(patch) {
      const entries = Object.entries(patch);
      const here = entries.filter(([key]) => isLocal(key));
      const everywhere = entries.filter(([key]) => !isLocal(key));
      if (here.length) await local.set(Object.fromEntries(here));
      if (everywhere.length) await sync.set(Object.fromEntries(everywhere));
    },
    subscribe(listener) {
      const changed = () => void load().then(listener, () => {});
      // Much else lies in `local`, some of it written whenever settings change.
      const changedHere = (changes: Record<string, unknown>) => {
        if (Object.keys(changes).some(isLocal)) changed();
      };
      sync.onChanged.addListener(changed);
      local.onChanged.addListener(changedHere);
      return () => {
        sync.onChanged.removeListener(changed);
        local.onChanged.removeListener(changedHere);
      };
    },
  };
}

/** Takes site lists out of the synchronised area, where earlier versions kept them. */
export async function keepSitesHere({ sync, local }: SettingsAreas): Promise<void> {
  const synced = await sync.get([...LOCAL_KEYS]);
  if (!Object.keys(synced).length) return;
  await local.set({ ...synced, ...(await local.get([...LOCAL_KEYS])) });
  await sync.remove([...LOCAL_KEYS]);
}

/** Longest delay that can be set, milliseconds. */
export const MAX_OPEN_DELAY = 2_000;

export const CHECK_INTERVALS: readonly CheckInterval[] = [60, 1440, 10080, 43200, 0];

/** Settings out of whatever lies in storage: what is missing, of another type or out of range gets its default. */
export function cleanSettings(raw: Record<string, unknown>): Settings {
  const delay = raw.openDelay;
  return {
    enabled: typeof raw.enabled === "boolean" ? raw.enabled : DEFAULT_SETTINGS.enabled,
    siteMode: oneOf(raw.siteMode, ["all", "listed"], DEFAULT_SETTINGS.siteMode),
    offSites: hosts(raw.offSites),
    onSites: hosts(raw.onSites),
    markStyle: oneOf(raw.markStyle, ["dotted", "solid", "tint"], DEFAULT_SETTINGS.markStyle),
    openDelay: typeof delay === "number" && delay >= 0 && delay <= MAX_OPEN_DELAY ? delay : DEFAULT_SETTINGS.openDelay,
    theme: oneOf(raw.theme, ["auto", "light", "dark"], DEFAULT_SETTINGS.theme),
    checkInterval: oneOf(raw.checkInterval, CHECK_INTERVALS, DEFAULT_SETTINGS.checkInterval),
  };
}

function oneOf<T>(raw: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((choice) => choice === raw) ?? otherwise;
}

function hosts(raw: unknown): string[] {
  if (!Array.isArray(raw)) return [];
  return [...new Set(raw.map((item) => (typeof item === "string" ? siteHost(item) : undefined)))]
    .filter((host) => host !== undefined)
    .sort();
}

/** The host that a reader means by "example.org", "https://Example.org/page" or "example.org:8080"; undefined: none. */
export function siteHost(input: string): string | undefined {
  const text = input.trim();
  if (!text || /\s/.test(text)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname ? hostname : undefined;
}

/** The smallest change of site lists that turns annotations on or off for one host, under the site mode in use. */
export function withSite(settings: Settings, host: string, on: boolean): Partial<Settings> {
  const without = (list: readonly string[]) => list.filter((other) => other !== host);
  const next = { ...settings, offSites: without(settings.offSites), onSites: without(settings.onSites) };
  // What lies above the host, or the mode, says otherwise: it becomes an exception.
  const key = on ? "onSites" : "offSites";
  if (isSiteOn(next, host) !== on) next[key] = [...next[key], host].sort();
  const changed = LOCAL_KEYS.filter((list) => String(next[list]) !== String(settings[list]));
  return Object.fromEntries(changed.map((list) => [list, next[list]]));
}
