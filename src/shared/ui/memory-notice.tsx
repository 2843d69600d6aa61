import { t } from "../i18n.ts";
import type { StorageInfo } from "../rows.ts";
import { Message } from "./message.tsx";

/** Says that the browser keeps nothing for us, what that means for the reader, and why. */
export function MemoryNotice({ storage }: { storage: StorageInfo }) {
  const reason = storage.reason?.details[0];
  return (
    <Message tone="alert">
      {t("ui_memory_mode")} {t("ui_memory_why")}
      {reason && <span class="reason">{t("ui_memory_reason", reason)}</span>}
    </Message>
  );
}
