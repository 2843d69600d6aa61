import type { StorageInfo } from "../dossier/rows.ts";
import type { Store } from "../store/store.ts";

/** Where data is kept, how much of it, and what was lost; browsers that do not say leave the figures out. */
export async function storageInfo(
  store: Store,
  storage: Pick<StorageManager, "estimate" | "persisted"> | undefined,
): Promise<StorageInfo> {
  const { usage, quota } = (await storage?.estimate().catch(() => undefined)) ?? {};
  const persisted = await storage?.persisted().catch(() => undefined);
  const info: StorageInfo = { mode: store.mode };
  if (store.mode === "memory") info.reason = store.reason;
  else if (store.trouble) info.reason = store.trouble;
  if (store.mode === "database" && store.reseeded !== undefined) info.reseeded = new Date(store.reseeded).toISOString();
  if (usage !== undefined) info.usage = usage;
  if (quota !== undefined) info.quota = quota;
  if (persisted !== undefined) info.persisted = persisted;
  return info;
}
