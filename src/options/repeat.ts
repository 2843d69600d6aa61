import type { Envelope, RequestType } from "../shared/messages.ts";
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

/** Which later requests about the same thing an earlier one must not be done after: the reader's last word counts. */
const OVERTAKEN_BY: Partial<Record<RequestType, readonly RequestType[]>> = {
  "dossier.enable": ["dossier.enable"],
  "dossier.remove": ["dossier.restore"],
  "dossier.restore": ["dossier.remove"],
  "feed.cancel": ["feed.check", "feeds.checkAll", "feed.takeAgain"],
  "feed.check": ["feed.cancel", "feed.remove"],
  "feeds.checkAll": ["feed.cancel"],
  "feed.remove": ["feed.restore", "feed.add"],
  "feed.restore": ["feed.remove"],
  "feed.setInterval": ["feed.setInterval"],
  "feed.takeAgain": ["feed.cancel", "feed.rollBack", "feed.remove"],
  "veto.add": ["veto.remove"],
  "veto.remove": ["veto.add"],
};

/** What a request is about; undefined: about all of its kind. */
function subject({ data }: Envelope): string | undefined {
  if ("id" in data) return data.id;
  if ("url" in data) return data.url;
  if ("person" in data && "scope" in data) return JSON.stringify([data.person, data.scope, data.host, data.path]);
  return undefined;
}

function overtakes(later: Envelope, earlier: Envelope): boolean {
  if (!OVERTAKEN_BY[earlier.type]?.includes(later.type)) return false;
  const [a, b] = [subject(later), subject(earlier)];
  return a === undefined || b === undefined || a === b;
}

/** Milliseconds until a request is sent again: a background that is just ending would lose it once more. */
const PAUSE = 300;

/**
 * A transport that asks once more where the answer was lost: the browser ends the background whenever it likes, also with a
 * request under way, and nobody knows then whether that was done. A lost answer rejects or is undefined. What the reader has asked
 * otherwise since is not asked again, and counts as done.
 */
export function repeating(transport: Transport, wait: (ms: number) => Promise<void>): Transport {
  const pending = new Set<{ message: Envelope; isOvertaken: boolean }>();
  return async (message) => {
    const { type } = message;
    for (const earlier of pending) earlier.isOvertaken ||= overtakes(message, earlier.message);
    if (!REPEATABLE.has(type)) return transport(message);
    const own = { message, isOvertaken: false };
    pending.add(own);
    try {
      const answer = await transport(message).catch(() => undefined);
      if (answer !== undefined) return answer;
      await wait(PAUSE);
      if (own.isOvertaken) return { ok: true, value: null };
      const second = await transport(message);
      return REMOVALS.has(type) && isNotFound(second) ? { ok: true, value: null } : second;
    } finally {
      pending.delete(own);
    }
  };
}

const isNotFound = (answer: unknown): boolean =>
  (answer as { error?: { code?: unknown } } | undefined)?.error?.code === "not-found";
