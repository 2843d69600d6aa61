import type { Feed, FeedKey } from "../dossier/feed-schema.ts";
import { keyStatement } from "../dossier/key-chain.ts";
import { fingerprint, signValue } from "../dossier/signature.ts";
import { refuse } from "./dossier-command.ts";
import { describeKey, nameOf, nameOfKey } from "./dossier-key-names.ts";
import { isKey, type SigningKey } from "./dossier-keys.ts";

export interface UpdatedKeys {
  /** Keys of the new index. */
  list: FeedKey[];
  /** Of the keys at hand those that sign it. */
  signers: SigningKey[];
  /** What was done, a line for each, to be printed once the index is written. */
  lines: string[];
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
  const lines: string[] = [];
  const wanted = [
    ...keys.map((key) => ({ key: key.publicKey, use: "sign" as const })),
    ...recovery.map((key) => ({ key, use: "recovery" as const })),
  ];
  for (const { key, use } of wanted) {
    const listed = list.find((entry) => entry.key === key);
    if (listed && use === "recovery") await refuseOtherUse(path, listed);
    if (listed) continue;
    const entry: FeedKey = { key, ...(use === "recovery" && { use }), created };
    if (before.length > 0) entry.endorsements = await endorse(path, before, keys, key, use);
    list.push(entry);
    lines.push(await addedLine(entry, list));
  }
  for (const typed of retire) {
    const at = await findKey(list, typed);
    if (at === undefined) throw refuse(path, "keys", `lists no key ${typed}`, await listedKeys(before));
    if (list[at]!.retired === undefined) lines.push(`retired    ${await nameOf(list[at]!)}`);
    list[at] = { ...list[at]!, retired: list[at]!.retired ?? created };
  }
  await refuseFallenGuard(path, before, list, keys);
  const live = new Set(list.filter((entry) => entry.retired === undefined).map((entry) => entry.key));
  if (retire.length > 0 && live.size === 0) {
    const remedy = "give the new key, too, with --key: it is listed and signs from now on";
    throw refuse(path, "keys", "no key would be left to sign with", remedy);
  }
  const spent = keys.filter((key) =>
    before.some((entry) => entry.key === key.publicKey && entry.retired !== undefined),
  );
  if (spent[0]) {
    throw refuse(
      path,
      "keys",
      `the key ${spent[0].fingerprint} is retired`,
      `sign with one that is not; ${await listedKeys(before)}`,
    );
  }
  const signers = keys.filter((key) => live.has(key.publicKey));
  if (keys.length > 0 && signers.length === 0) {
    const remedy = "give a key that stays, too, with --key: somebody trusted after the change must sign it";
    throw refuse(path, "keys", "every key at hand is being retired", remedy);
  }
  return { list, signers, lines };
}

async function addedLine(entry: FeedKey, list: readonly FeedKey[]): Promise<string> {
  const by = await Promise.all((entry.endorsements ?? []).map(({ key }) => nameOfKey(key, list)));
  return `added      ${await nameOf(entry)}${by.length > 0 ? `, vouched for by ${by.join(" and ")}` : ""}`;
}

/** A key that signs, or one that is retired, is not made a recovery key by being named as one. */
async function refuseOtherUse(path: string, { key, use, retired }: FeedKey): Promise<void> {
  if (use === "recovery" && retired === undefined) return;
  const state = retired === undefined ? "listed as a key that signs" : "retired";
  const what = `${await fingerprint(key)} is ${state}, so it cannot be the recovery key`;
  throw refuse(path, "keys", what, "make one with keygen, and give its public key");
}

/** A recovery key goes only by the word of one that stays: the thief of a working key must not be able to do it. */
async function refuseFallenGuard(
  path: string,
  before: readonly FeedKey[],
  list: readonly FeedKey[],
  keys: readonly SigningKey[],
): Promise<void> {
  const guards = before.filter((entry) => entry.use === "recovery" && entry.retired === undefined);
  const staying = guards.filter((guard) => list.find((entry) => entry.key === guard.key)?.retired === undefined);
  if (staying.some((guard) => keys.some((key) => key.publicKey === guard.key))) return;
  const fallen = guards.find((guard) => !staying.includes(guard));
  if (fallen === undefined) return;
  const what = `${await fingerprint(fallen.key)} is a recovery key, which only another recovery key may retire`;
  const remedy = "list another with --recovery first and give its private half with --key, or leave it listed";
  throw refuse(path, "keys", what, remedy);
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
    const what = `no ${guarded ? "recovery key" : "listed key"} vouches for the new ${await nameOf({ key, use })}`;
    throw refuse(
      path,
      "keys",
      what,
      `give a ${guarded ? "recovery key" : "key"} that the index lists already with --key, too`,
    );
  }
  return Promise.all(vouchers.map((voucher) => signValue(keyStatement(key, use), voucher.privateKey)));
}

/** "it lists …", for whoever named another. */
async function listedKeys(list: readonly FeedKey[]): Promise<string> {
  return list.length === 0 ? "it lists none" : `it lists ${(await Promise.all(list.map(describeKey))).join(", ")}`;
}

async function findKey(list: readonly FeedKey[], typed: string): Promise<number | undefined> {
  for (const [index, entry] of list.entries()) if (await isKey(entry.key, typed)) return index;
  return undefined;
}
