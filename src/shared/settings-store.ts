import { type CheckInterval, DEFAULT_SETTINGS, type Settings } from "./settings.ts";

/** The part of `browser.storage.sync` that settings need; each setting is an item of its own name. */
export interface SettingsArea {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  onChanged: { addListener(listener: () => void): void; removeListener(listener: () => void): void };
}

export interface SettingsStore {
  load(): Promise<Settings>;
  /** Writes the given settings; rejects where the browser refuses (its quota of a site list is about 300 hosts). */
  save(patch: Partial<Settings>): Promise<void>;
  /** Calls back with all settings after any change, also one made in another window; returns how to stop. */
  subscribe(listener: (settings: Settings) => void): () => void;
}

const KEYS = Object.keys(DEFAULT_SETTINGS);

export function createSettingsStore(area: SettingsArea): SettingsStore {
  const load = async () => cleanSettings(await area.get(KEYS));
  return {
    load,
    save: (patch) => area.set(patch),
    subscribe(listener) {
      const changed = () => void load().then(listener, () => {});
      area.onChanged.addListener(changed);
      return () => area.onChanged.removeListener(changed);
    },
  };
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

/** The change of site lists that turns annotations on or off for one host, under the site mode in use. */
export function withSite(settings: Settings, host: string, on: boolean): Partial<Settings> {
  const key = settings.siteMode === "all" ? "offSites" : "onSites";
  const listed = settings.siteMode === "all" ? !on : on;
  const others = settings[key].filter((other) => other !== host);
  return { [key]: listed ? [...others, host].sort() : others };
}
