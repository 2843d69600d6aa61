import { chromium } from "./chromium.ts";
import { firefox } from "./firefox.ts";

export type Target = "chromium" | "firefox";
export const TARGETS: readonly Target[] = ["chromium", "firefox"];

export interface ManifestContext {
  version: string;
  /** Test builds only: hosts granted from the start, since headless browsers cannot answer a permission prompt. */
  grantedHosts?: string[];
}

/** The manifest of one target as plain JSON. */
export function manifestFor(target: Target, context: ManifestContext): Record<string, unknown> {
  return target === "chromium" ? chromium(context) : firefox(context);
}
