import type { Feed, FeedKey } from "../dossier/feed-schema.ts";
import { keyStatement } from "../dossier/key-chain.ts";
import { fingerprint, signValue } from "../dossier/signature.ts";
import { refuse } from "./dossier-command.ts";
import { isKey, type SigningKey } from "./dossier-keys.ts";

export interface UpdatedKeys {
  /** Keys of the new index. */
  list: FeedKey[];
  /** Of the keys at hand those that sign it. */
  signers: SigningKey[];
}

/**
 * The key list of the new index. What it does not list yet is added, vouched for by those at hand that it lists: so that
 * readers who pinned an old key come to trust the new one. Once there is a recovery key, it alone vouches for another.
 */
export async function updateKeys(
  path: string,
  old: Feed | undefined,
  keys: readonly SigningKey[],
  recovery: readonly string[],
  retire: readonly string[],
  now: Date,
): Promise<UpdatedKeys> {
  const before = old?.keys ?? [];
  const created = now.toISOString().slice(0, 10);
  const list = [...before];
  const wanted = [
    ...keys.map((key) => ({ key: key.publicKey, use: "sign" as const })),
    ...recovery.map((key) => ({ key, use: "recovery" as const })),
  ];
  for (const { key, use } of wanted) {
    if (list.some((entry) => entry.key === key)) continue;
    const entry: FeedKey = { key, ...(use === "recovery" && { use }), created };
    if (before.length > 0) entry.endorsements = await endorse(path, before, keys, key, use);
    list.push(entry);
  }
  for (const typed of retire) {
    const at = await findKey(list, typed);
    if (at === undefined)
      throw refuse(path, "keys", `lists no key ${typed}`, "name a public key or fingerprint of the list");
    list[at] = { ...list[at]!, retired: list[at]!.retired ?? created };
  }
  const live = new Set(list.filter((entry) => entry.retired === undefined).map((entry) => entry.key));
  if (retire.length > 0 && live.size === 0) {
    const remedy = "give the new key, too, with --key: it is listed and signs from now on";
    throw refuse(path, "keys", "no key would be left to sign with", remedy);
  }
  const spent = keys.filter((key) =>
    before.some((entry) => entry.key === key.publicKey && entry.retired !== undefined),
  );
  if (spent[0]) throw refuse(path, "keys", `the key ${spent[0].fingerprint} is retired`, "sign with one that is not");
  const signers = keys.filter((key) => live.has(key.publicKey));
  if (keys.length > 0 && signers.length === 0) {
    const remedy = "give a key that stays, too, with --key: somebody trusted after the change must sign it";
    throw refuse(path, "keys", "every key at hand is being retired", remedy);
  }
  return { list, signers };
}

async function endorse(
  path: string,
  before: readonly FeedKey[],
  keys: readonly SigningKey[],
  key: string,
  use: "sign" | "recovery",
): Promise<NonNullable<FeedKey["endorsements"]>> {
  const guarded = use === "recovery" && before.some((entry) => entry.use === "recovery" && entry.retired === undefined);
  const vouchers = keys.filter((voucher) => {
    const entry = before.find((listed) => listed.key === voucher.publicKey);
    return entry !== undefined && entry.retired === undefined && (!guarded || entry.use === "recovery");
  });
  if (vouchers.length === 0) {
    const what = `no ${guarded ? "recovery key" : "listed key"} vouches for the new key ${await fingerprint(key)}`;
    throw refuse(path, "keys", what, "give a key that the index lists already with --key, too");
  }
  return Promise.all(vouchers.map((voucher) => signValue(keyStatement(key, use), voucher.privateKey)));
}

async function findKey(list: readonly FeedKey[], typed: string): Promise<number | undefined> {
  for (const [index, entry] of list.entries()) if (await isKey(entry.key, typed)) return index;
  return undefined;
}
