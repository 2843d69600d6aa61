import type { DossierIndex } from "../model/index.ts";
import { type SearchDocument, searchDocuments } from "../model/search-documents.ts";
import type { SearchResult } from "./engine.ts";
import type { Channel } from "./protocol.ts";

export interface SearchClient {
  /** Rejects once the worker has failed. After `close` it stays unanswered: nobody is there to read it. */
  search(query: string): Promise<SearchResult>;
  /** Called once, when the worker fails. */
  onFailure: (() => void) | undefined;
  close(): void;
  /** Share of the dossier that is indexed, 0 to 1. */
  onProgress: ((share: number) => void) | undefined;
}

/** Documents per message: making and copying so many takes the page about 2 ms. */
const BATCH = 250;

/**
 * Searching runs in a worker: a short word can match half of 10,000 statements, and ranking those takes longer than a
 * frame. The documents go there in batches, a macrotask each, so that the page never stalls.
 */
export function createSearchClient(
  index: DossierIndex,
  channel: Channel,
  rest: () => Promise<void> = () => new Promise((done) => setTimeout(done, 0)),
): SearchClient {
  const waiting = new Map<number, (result: SearchResult) => void>();
  let queries = 0;
  let state: "open" | "failed" | "closed" = "open";
  let fail: (reason: Error) => void;
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Who searches hears of it; nobody may.
  failure.catch(() => {});
  const client: SearchClient = {
    onProgress: undefined,
    onFailure: undefined,
    async search(query) {
      await Promise.race([sent, failure]);
      queries += 1;
      const id = queries;
      const answered = new Promise<SearchResult>((resolve) => {
        waiting.set(id, resolve);
        channel.postMessage({ type: "search", id, query });
      });
      return Promise.race([answered, failure]);
    },
    close() {
      state = "closed";
      channel.terminate();
    },
  };
  const onError = (event: { preventDefault(): void }) => {
    // It is told to the reader: the browser need not report it, too.
    event.preventDefault();
    if (state !== "open") return;
    state = "failed";
    channel.terminate();
    fail(new Error("the search worker failed"));
    client.onFailure?.();
  };
  channel.addEventListener("error", onError);
  channel.addEventListener("messageerror", onError);
  channel.addEventListener("message", ({ data }) => {
    if (data.type === "added") client.onProgress?.(data.done / data.total);
    else {
      waiting.get(data.id)?.(data.result);
      waiting.delete(data.id);
    }
  });
  const sent = sendDocuments(index, channel, rest, () => state === "open");
  return client;
}

async function sendDocuments(
  index: DossierIndex,
  channel: Channel,
  rest: () => Promise<void>,
  isOpen: () => boolean,
): Promise<void> {
  const { people, statements, events, sources } = index.dossier;
  const total = people.length + statements.length + events.length + sources.length;
  let documents: SearchDocument[] = [];
  let done = 0;
  for (const document of searchDocuments(index)) {
    documents.push(document);
    done += 1;
    if (documents.length < BATCH && done < total) continue;
    channel.postMessage({ type: "add", documents, done, total });
    documents = [];
    await rest();
    if (!isOpen()) return;
  }
}
