import { errorText, t } from "../shared/i18n.ts";
import type { StorageInfo } from "../shared/rows.ts";
import { Message } from "../shared/ui/message.tsx";

/** Says so when stored dossiers are not what the reader expects: refused by the browser, or lost and put back. */
export function StorageNotice({ storage }: { storage: StorageInfo | undefined }) {
  if (!storage) return null;
  if (storage.mode === "memory")
    return (
      <Message tone="alert">
        {t("ui_memory_mode")} {storage.reason && errorText(storage.reason)}
      </Message>
    );
  return storage.reseeded ? <Message tone="status">{t("ui_reseeded")}</Message> : null;
}
