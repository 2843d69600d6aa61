/** How mentions are marked. */
export type MarkStyle = "dotted" | "solid" | "tint";
/** "all": everywhere but on `offSites`; "listed": only on `onSites`. Either list makes exceptions from the other. */
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

export type SiteSettings = Pick<Settings, "siteMode" | "offSites" | "onSites">;

/**
 * Whether pages of this host are annotated under these settings. A listed host stands for its subdomains too; of several
 * that match, the nearest wins: with "example.org" off, "www.example.org" is off unless it is listed as on.
 */
export function isSiteOn({ siteMode, offSites, onSites }: SiteSettings, host: string): boolean {
  const isAll = siteMode === "all";
  for (let site = host; site; site = site.includes(".") ? site.slice(site.indexOf(".") + 1) : "") {
    const isOff = offSites.includes(site);
    if (isOff || onSites.includes(site)) return isOff && onSites.includes(site) ? !isAll : !isOff;
  }
  return isAll;
}
