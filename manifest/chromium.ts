import { base } from "./base.ts";
import type { ManifestContext } from "./manifest.ts";

/**
 * `document.caretPositionFromPoint`, which tells the name under the pointer, came with Chromium 128; all else that is
 * used is older: `light-dark()` (123), `URL.canParse` (120), popovers (114), highlights (105).
 */
export const OLDEST_CHROMIUM = "128";

export function chromium(context: ManifestContext): Record<string, unknown> {
  return {
    ...base(context),
    minimum_chrome_version: OLDEST_CHROMIUM,
    background: { service_worker: "background.js" },
    // A dynamic address: pages cannot probe for the extension by a fixed one.
    web_accessible_resources: [
      { resources: ["annotate.js", "card.js"], matches: ["<all_urls>"], use_dynamic_url: true },
    ],
  };
}
