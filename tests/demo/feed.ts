/** The demo's feed: the bundled dossier in a newer version, signed with a key that is made for this run. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FeedEntry } from "../../src/dossier/feed-schema.ts";
import { sealStatement } from "../../src/dossier/feed-verify.ts";
import { generateKeyPair, signValue } from "../../src/dossier/signature.ts";

const DOSSIER = join(import.meta.dirname, "update", "sessions-kislyak-2.json");

/** Files of the feed by path on the server. */
export async function demoFeed(): Promise<Map<string, Buffer>> {
  const file = await readFile(DOSSIER);
  const { id, version, title, updated } = JSON.parse(file.toString()) as FeedEntry & { updated: string };
  const keys = await generateKeyPair();
  const sha256 = createHash("sha256").update(file).digest("hex");
  const signature = await signValue(sealStatement({ id, version, sha256 }), keys.privateKey);
  const entry = { id, version, title, updated, url: "sessions-kislyak.json", bytes: file.length, sha256, signature };
  const feed = {
    format: "dramatis-feed/1",
    title: "The Demo Courier’s dossiers",
    publisher: { name: "The Demo Courier" },
    sequence: 1,
    updated,
    keys: [{ key: keys.publicKey, created: updated }],
    dossiers: [entry],
  };
  const signatures = [await signValue(feed, keys.privateKey)];
  return new Map([
    ["/feed/feed.json", Buffer.from(JSON.stringify({ ...feed, signatures }))],
    ["/feed/sessions-kislyak.json", file],
  ]);
}
