/** The demo's feed: the bundled dossier in a newer version. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const DOSSIER = join(import.meta.dirname, "update", "sessions-kislyak-2.json");

/** Files of the feed by path on the server. */
export async function demoFeed(): Promise<Map<string, Buffer>> {
  const dossier = await readFile(DOSSIER);
  const { id, version, title, updated } = JSON.parse(dossier.toString()) as Record<string, string>;
  const feed = {
    format: "dramatis-feed/1",
    title: "Demo feed",
    publisher: { name: "The Demo Courier" },
    updated,
    dossiers: [
      {
        id,
        version,
        title,
        updated,
        url: "sessions-kislyak.json",
        bytes: dossier.length,
        sha256: createHash("sha256").update(dossier).digest("hex"),
      },
    ],
  };
  return new Map([
    ["/feed/feed.json", Buffer.from(JSON.stringify(feed))],
    ["/feed/sessions-kislyak.json", dossier],
  ]);
}
