import { errorText, t } from "../../shared/i18n.ts";
import type { MarkStyle, SiteMode, Theme } from "../../shared/settings.ts";
import { MAX_OPEN_DELAY } from "../../shared/settings-store.ts";
import { Message } from "../../shared/ui/message.tsx";
import { Switch } from "../../shared/ui/switch.tsx";
import type { ViewProps } from "./app.tsx";
import { Choice } from "./choice.tsx";
import { Keyboard } from "./keyboard.tsx";
import { Section } from "./section.tsx";
import { SiteList } from "./site-list.tsx";

const MARK_STYLES: readonly MarkStyle[] = ["dotted", "solid", "tint"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];
const SITE_MODES: readonly SiteMode[] = ["all", "listed"];

export function Reading({ state, actions }: ViewProps) {
  const { settings, failures } = state;
  const failure = failures.settings ?? failures.commands;
  const alert = failure && <Message tone="alert">{errorText(failure)}</Message>;
  if (!settings) return failure ? <Section id="reading">{alert}</Section> : null;
  const { save } = actions;
  const sites = settings.siteMode === "all" ? "offSites" : "onSites";
  return (
    <Section id="reading">
      {alert}
      <Switch
        id="enabled"
        label={t("options_enabled")}
        checked={settings.enabled}
        onChange={(enabled) => save({ enabled })}
      />
      <Choice
        name="markStyle"
        legend={t("options_mark_style")}
        value={settings.markStyle}
        choices={MARK_STYLES.map((value) => ({
          value,
          label: t(`options_mark_${value}`),
          sample: (
            <span class="sample">
              {t("options_mark_before")} <span class={`mark ${value}`}>{t("options_mark_name")}</span>{" "}
              {t("options_mark_after")}
            </span>
          ),
        }))}
        onChange={(markStyle) => save({ markStyle })}
      />
      <div class="field delay">
        <label for="delay">{t("options_open_delay")}</label>
        <div class="joined">
          <input
            id="delay"
            type="range"
            min="0"
            max={MAX_OPEN_DELAY}
            step="50"
            value={settings.openDelay}
            aria-valuetext={delayText(settings.openDelay)}
            onInput={(event) => save({ openDelay: event.currentTarget.valueAsNumber })}
          />
          <output for="delay">{delayText(settings.openDelay)}</output>
        </div>
      </div>
      <Choice
        name="theme"
        legend={t("options_theme")}
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, label: t(`options_theme_${value}`) }))}
        onChange={(theme) => save({ theme })}
      />
      <Choice
        name="siteMode"
        legend={t("options_site_mode")}
        value={settings.siteMode}
        choices={SITE_MODES.map((value) => ({ value, label: t(`options_site_mode_${value}`) }))}
        onChange={(siteMode) => save({ siteMode })}
      />
      <SiteList
        key={sites}
        label={t(`options_${sites === "offSites" ? "off_sites" : "on_sites"}`)}
        hosts={settings[sites]}
        onChange={(hosts) => save({ [sites]: hosts })}
      />
      <Keyboard commands={state.commands} onChange={actions.openShortcuts} />
    </Section>
  );
}

function delayText(ms: number): string {
  const seconds = new Intl.NumberFormat(t("locale"), { minimumFractionDigits: 2 }).format(ms / 1000);
  return t("options_seconds", seconds);
}
