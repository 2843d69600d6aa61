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

let open: { index: DossierIndex; client: SearchClient } | undefined;

/**
 * The one worker of the dossier in view, started when the reader turns to the search field, before anything is typed.
 * That of another dossier ends; one that has failed is forgotten, so that the next search tries again. Throws where the
 * browser starts no worker.
 */
export function openSearch(index: DossierIndex, start: () => Channel): SearchClient {
  if (open?.index === index) return open.client;
  if (open) closeSearch(open.index);
  const client = createSearchClient(index, start());
  open = { index, client };
  client.onFailure = () => {
    if (open?.client === client) open = undefined;
  };
  return client;
}

/** Ends the worker of a dossier, if it has one. */
export function closeSearch(index: DossierIndex): void {
  if (open?.index !== index) return;
  open.client.close();
  open = undefined;
}

/** A dossier that was read anew has the same records as long as its version is the same. */
function sameDossier({ dossier: a }: DossierIndex, { dossier: b }: DossierIndex): boolean {
  return a === b || (a.id === b.id && a.version === b.version && a.publisher.name === b.publisher.name);
}

export interface SearchState {
  /** Of the last query that was answered; until then how far indexing has come. */
  result: SearchResult | undefined;
  share: number;
  /** The last query was not answered: the worker could not be started, or broke down. */
  failed: boolean;
}

/** What a page of results found, so that who comes back to it finds it as it was. */
export interface FoundBefore {
  found?: { index: DossierIndex; query: string; result: SearchResult };
}

/** The result for a query. While a newer one is being looked up the last one stays. */
export function useSearch(index: DossierIndex, query: string, memory: FoundBefore): SearchState {
  const start = useContext(WorkerContext);
  const [state, setState] = useState<Omit<SearchState, "share">>(() => {
    const before = memory.found?.query === query && sameDossier(memory.found.index, index) ? memory.found : undefined;
    return { result: before?.result, failed: false };
  });
  const [share, setShare] = useState(0);
  useEffect(() => {
    let current = true;
    const search = async () => {
      const client = openSearch(index, start);
      client.onProgress = (done) => {
        // In tenths: each step renders the page anew.
        if (current) setShare(Math.floor(done * 10) / 10);
      };
      return client.search(query);
    };
    search().then(
      (result) => {
        if (!current) return;
        memory.found = { index, query, result };
        setState({ result, failed: false });
      },
      (error: unknown) => {
        console.error(error);
        if (current) setState({ result: undefined, failed: true });
      },
    );
    return () => {
      current = false;
    };
  }, [index, query, start, memory]);
  return { ...state, share };
}
