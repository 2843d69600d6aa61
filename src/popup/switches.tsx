import { t } from "../shared/i18n.ts";
import { isSiteOn } from "../shared/settings.ts";
import { siteHost } from "../shared/settings-store.ts";
import { Switch } from "../shared/ui/switch.tsx";
import type { PopupState } from "./model.ts";
import { topFrame } from "./summary.ts";
import type { PopupProps } from "./view.tsx";

/** The site in question: what the page itself says, else what its address says. */
export function siteOf({ frames, tab, page }: PopupState): string | undefined {
  if (page.type === "closed") return undefined;
  return topFrame(frames)?.host || (tab?.url && siteHost(tab.url)) || undefined;
}

export function Switches({ state, actions }: PopupProps) {
  const { settings, page } = state;
  if (!settings) return null;
  const host = siteOf(state);
  const noSite = page.type === "finding" || page.type === "loading" ? "" : t("popup_no_site");
  return (
    <section class="switches" aria-label={t("popup_switches")}>
      <Switch id="all" label={t("popup_annotations")} checked={settings.enabled} onChange={actions.setEnabled} />
      <Switch
        id="site"
        label={t("popup_on_this_site")}
        hint={host ?? noSite}
        checked={host !== undefined && isSiteOn(settings, host)}
        disabled={host === undefined}
        onChange={(on) => host && actions.setSite(host, on)}
      />
    </section>
  );
}
