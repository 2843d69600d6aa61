import { sha256Hex, utf8 } from "../../src/dossier/bytes.ts";
import type { Feed, FeedEntry, FeedKey } from "../../src/dossier/feed-schema.ts";
import { sealStatement } from "../../src/dossier/feed-verify.ts";
import { keyStatement } from "../../src/dossier/key-chain.ts";
import { generateKeyPair, type KeyPair, signValue } from "../../src/dossier/signature.ts";

export const NOW = new Date("2017-03-10T12:00:00Z");

/** An index, signed by each of the keys. */
export async function makeFeed(signers: readonly KeyPair[], changes: Partial<Feed> = {}): Promise<Feed> {
  const feed: Feed = {
    format: "dramatis-feed/1",
    title: "A feed",
    publisher: { name: "The Desk" },
    sequence: 1,
    updated: "2017-03-10T00:00:00Z",
    keys: signers.map((pair) => ({ key: pair.publicKey })),
    dossiers: [],
    ...changes,
  };
  if (signers.length === 0) return feed;
  const { signatures: _, ...signed } = feed;
  return { ...feed, signatures: await Promise.all(signers.map((pair) => signValue(signed, pair.privateKey))) };
}

/** A key entry, vouched for by older keys. */
export async function keyEntry(
  pair: KeyPair,
  by: readonly KeyPair[] = [],
  more: Partial<FeedKey> = {},
): Promise<FeedKey> {
  const statement = keyStatement(pair.publicKey, more.use ?? "sign");
  const endorsements = await Promise.all(by.map((old) => signValue(statement, old.privateKey)));
  return { key: pair.publicKey, ...more, endorsements };
}

export async function makeEntry(text: string, version = 1, sealer?: KeyPair): Promise<FeedEntry> {
  const bytes = utf8(text);
  const entry: FeedEntry = {
    id: "story",
    version,
    url: "story.json",
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
  };
  return sealer ? { ...entry, signature: await signValue(sealStatement(entry), sealer.privateKey) } : entry;
}

export async function pairs<N extends string>(...names: N[]): Promise<Record<N, KeyPair>> {
  const made = await Promise.all(names.map(async (name) => [name, await generateKeyPair()] as const));
  return Object.fromEntries(made) as Record<N, KeyPair>;
}
