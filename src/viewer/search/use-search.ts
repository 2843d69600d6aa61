import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { DossierIndex } from "../model/index.ts";
import { createSearchClient, type SearchClient } from "./client.ts";
import type { SearchResult } from "./engine.ts";
import type { Channel } from "./protocol.ts";

/** Starts a search worker. */
export const WorkerContext = createContext<() => Channel>(() => {
  throw new Error("no search worker was given");
});

const clients = new WeakMap<DossierIndex, SearchClient>();

/** The one worker of a dossier, started when the reader turns to the search field, before anything is typed. */
export function searchClient(index: DossierIndex, start: () => Channel): SearchClient {
  let client = clients.get(index);
  if (!client) {
    client = createSearchClient(index, start());
    clients.set(index, client);
  }
  return client;
}

export interface SearchState {
  /** Of the last query that was answered; until then how far indexing has come. */
  result: SearchResult | undefined;
  share: number;
}

/** The result for a query. While a newer one is being looked up the last one stays. */
export function useSearch(index: DossierIndex, query: string): SearchState {
  const start = useContext(WorkerContext);
  const [result, setResult] = useState<SearchResult | undefined>(undefined);
  const [share, setShare] = useState(0);
  useEffect(() => {
    let current = true;
    const client = searchClient(index, start);
    // In tenths: each step renders the page anew.
    client.onProgress = (done) => setShare(Math.floor(done * 10) / 10);
    void client.search(query).then((found) => {
      if (current) setResult(found);
    });
    return () => {
      current = false;
    };
  }, [index, query, start]);
  return { result, share };
}
