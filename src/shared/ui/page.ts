import { t } from "../i18n.ts";
import type { Theme } from "../settings.ts";

const RTL = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** Tells assistive technology and the layout which language the interface texts are in. */
export function applyLanguage(root: HTMLElement): void {
  root.lang = t("locale");
  root.dir = RTL.has(root.lang.split("-")[0]!) ? "rtl" : "ltr";
}

/** "auto" leaves the choice to the system. */
export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
}
