import type { FeedKey } from "../dossier/feed-schema.ts";
import { fingerprint } from "../dossier/signature.ts";

/** "key 0123 …" or "recovery key 0123 …": nobody is to take the one for the other. */
export async function nameOf({ key, use }: Pick<FeedKey, "key" | "use">): Promise<string> {
  return `${use === "recovery" ? "recovery key" : "key"} ${await fingerprint(key)}`;
}

/** The same for the public key of somebody who signs or vouches: only a recovery key is named as one. */
export async function nameOfKey(key: string, list: readonly FeedKey[]): Promise<string> {
  const entry = list.find((listed) => listed.key === key);
  return entry?.use === "recovery" ? nameOf(entry) : fingerprint(key);
}

/** Which key it is, what it is for, and whether it still counts: "0123 … (recovery key)". */
export async function describeKey(entry: FeedKey): Promise<string> {
  const use = entry.use === "recovery" ? "recovery key" : "signs";
  const retired = `former ${entry.use === "recovery" ? "recovery key" : "key"}, retired ${entry.retired}`;
  return `${await fingerprint(entry.key)} (${entry.retired === undefined ? use : retired})`;
}
