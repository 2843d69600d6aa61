import { t } from "../shared/i18n.ts";
import type { StorageInfo } from "../shared/rows.ts";
import { MemoryNotice } from "../shared/ui/memory-notice.tsx";
import { Message } from "../shared/ui/message.tsx";

/** Says so when stored dossiers are not what the reader expects: refused by the browser, or lost and put back. */
export function StorageNotice({ storage }: { storage: StorageInfo | undefined }) {
  if (!storage) return null;
  if (storage.mode === "memory") return <MemoryNotice storage={storage} />;
  return storage.reseeded ? <Message tone="status">{t("ui_reseeded")}</Message> : null;
}
