import { base } from "./base.ts";
import type { ManifestContext } from "./manifest.ts";

/** Also needed by tests, which pin the extension's address to it. */
export const GECKO_ID = "dramatis@dramatis.invalid";

/** CSS Custom Highlights reached Firefox in version 140, the declaration of data collection in 142. */
export const OLDEST_FIREFOX = "142";

export function firefox(context: ManifestContext): Record<string, unknown> {
  return {
    ...base(context),
    background: { scripts: ["background.js"] },
    // Firefox gives every installation its own random address, so a page cannot know this one.
    web_accessible_resources: [{ resources: ["annotate.js", "card.js"], matches: ["<all_urls>"] }],
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: `${OLDEST_FIREFOX}.0`,
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
}
