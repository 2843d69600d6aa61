import { formatBytes, formatExact } from "../../shared/format.ts";
import { errorText, t } from "../../shared/i18n.ts";
import { Button } from "../../shared/ui/button.tsx";
import { MemoryNotice } from "../../shared/ui/memory-notice.tsx";
import { Message } from "../../shared/ui/message.tsx";
import type { ViewProps } from "./app.tsx";
import { Section } from "./section.tsx";

export function Storage({ state, actions }: ViewProps) {
  const storage = state.library?.storage;
  const size = (bytes: number) => formatBytes(bytes, t("locale"));
  return (
    <Section id="storage">
      {storage?.mode === "memory" && <MemoryNotice storage={storage} />}
      {storage?.reseeded && (
        <Message tone="status">
          {t("ui_reseeded")} <span class="hint">{formatExact(Date.parse(storage.reseeded), t("locale"))}</span>
        </Message>
      )}
      {storage?.mode === "database" && storage.reason && (
        <Message tone="alert">
          {t("options_start_trouble")} {errorText(storage.reason)}
        </Message>
      )}
      {storage?.usage !== undefined && (
        <div class="usage">
          <p>
            {storage.quota
              ? t("options_usage_of", size(storage.usage), size(storage.quota))
              : t("options_usage", size(storage.usage))}
          </p>
          {storage.quota && (
            <meter
              aria-label={t("options_usage_label")}
              min={0}
              max={storage.quota}
              high={storage.quota * 0.9}
              value={storage.usage}
            />
          )}
        </div>
      )}
      {storage?.mode === "database" && (
        <div class="persist">
          <p>{t(storage.persisted ? "options_persisted" : "options_not_persisted")}</p>
          {!storage.persisted && <Button onClick={actions.persist}>{t("options_persist")}</Button>}
        </div>
      )}
      {storage?.mode === "database" && (
        <div class="persist">
          <p>{t("options_free_text")}</p>
          <Button onClick={() => actions.freeRoom()}>{t("options_free")}</Button>
        </div>
      )}
      <Message tone="status" pending={state.storageTold === "not-persisted"}>
        {state.storageTold && t(`options_storage_${state.storageTold.replace("-", "_")}`)}
      </Message>
      {state.failures.storage && <Message tone="alert">{errorText(state.failures.storage)}</Message>}
      <ul class="privacy">
        <li>{t("options_privacy_reading")}</li>
        <li>{t("options_privacy_network")}</li>
        <li>{t("options_privacy_data")}</li>
      </ul>
    </Section>
  );
}
