import { t } from "../i18n.ts";
import type { Theme } from "../settings.ts";

/**
 * Tells assistive technology and the layout which language the interface texts are in. Both come with the texts: what the
 * browser says of itself (`@@bidi_dir`) is of another language where there is no translation into its own.
 */
export function applyLanguage(root: HTMLElement): void {
  root.lang = t("locale");
  root.dir = t("direction");
}

/** "auto" leaves the choice to the system. */
export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
