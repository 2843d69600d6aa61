import { base } from "./base.ts";
import type { ManifestContext } from "./manifest.ts";

/** Highlights from content scripts with all frames and the popover API: Chromium 125 has all that is used. */
export function chromium(context: ManifestContext): Record<string, unknown> {
  return {
    ...base(context),
    minimum_chrome_version: "125",
    background: { service_worker: "background.js" },
    // A dynamic address: pages cannot probe for the extension by a fixed one.
    web_accessible_resources: [
      { resources: ["annotate.js", "card.js"], matches: ["<all_urls>"], use_dynamic_url: true },
    ],
  };
}
