/** How mentions are marked. */
export type MarkStyle = "dotted" | "solid" | "tint";
/** "all": everywhere but on `offSites`; "listed": only on `onSites`. */
export type SiteMode = "all" | "listed";
export type Theme = "auto" | "light" | "dark";
/** Minutes between checks of a feed; 0: only by hand. */
export type CheckInterval = 0 | 60 | 1440 | 10080 | 43200;

export interface Settings {
  enabled: boolean;
  siteMode: SiteMode;
  /** Host names, without port. */
  offSites: string[];
  onSites: string[];
  markStyle: MarkStyle;
  /** Milliseconds the pointer rests on a name before its card opens. */
  openDelay: number;
  theme: Theme;
  checkInterval: CheckInterval;
}

/** Source of 400 ms: Hypothesis' mentions popover; the field lies between 150 and 750 ms (docs/card.md). */
export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  siteMode: "all",
  offSites: [],
  onSites: [],
  markStyle: "dotted",
  openDelay: 400,
  theme: "auto",
  checkInterval: 1440,
};

/** Whether pages of this host are annotated under these settings. */
export function isSiteOn(settings: Pick<Settings, "siteMode" | "offSites" | "onSites">, host: string): boolean {
  return settings.siteMode === "all" ? !settings.offSites.includes(host) : settings.onSites.includes(host);
}
