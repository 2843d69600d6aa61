import { DEFAULT_SETTINGS, type Settings } from "../../../src/shared/settings.ts";
import type { SettingsStore } from "../../../src/shared/settings-store.ts";

export function fakeSettings(start: Partial<Settings> = {}): SettingsStore & { current(): Settings } {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...start };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    current: () => settings,
    load: async () => settings,
    async save(patch) {
      settings = { ...settings, ...patch };
      for (const listener of listeners) listener(settings);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
