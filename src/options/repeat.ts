import type { RequestType } from "../shared/messages.ts";
import type { Transport } from "../shared/send.ts";

/** Requests that come to the same whether they are done once or twice. */
const REPEATABLE: ReadonlySet<RequestType> = new Set<RequestType>([
  "dossier.enable",
  "dossier.export",
  "dossier.import",
  "dossier.remove",
  "dossier.restore",
  "feed.cancel",
  "feed.check",
  "feed.history",
  "feed.preview",
  "feed.remove",
  "feed.restore",
  "feed.setInterval",
  "feed.takeAgain",
  "feeds.checkAll",
  "storage.free",
  "storage.info",
  "veto.add",
  "veto.remove",
]);

/** Those that find nothing the second time because the first one was done. */
const REMOVALS: ReadonlySet<RequestType> = new Set<RequestType>(["dossier.remove", "feed.remove"]);

/** Milliseconds until a request is sent again: a background that is just ending would lose it once more. */
const PAUSE = 300;

/**
 * A transport that asks once more where the answer was lost: the browser ends the background whenever it likes, also with a
 * request under way, and nobody knows then whether that was done. A lost answer rejects or is undefined.
 */
export function repeating(transport: Transport, wait: (ms: number) => Promise<void>): Transport {
  return async (message) => {
    const { type } = message;
    if (!REPEATABLE.has(type)) return transport(message);
    const answer = await transport(message).catch(() => undefined);
    if (answer !== undefined) return answer;
    await wait(PAUSE);
    const second = await transport(message);
    return REMOVALS.has(type) && isNotFound(second) ? { ok: true, value: null } : second;
  };
}

const isNotFound = (answer: unknown): boolean =>
  (answer as { error?: { code?: unknown } } | undefined)?.error?.code === "not-found";
