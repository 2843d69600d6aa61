import { useEffect, useMemo, useState } from "preact/hooks";
import type { DossierIndex } from "../model/index.ts";
import { buildSearch, type SearchEngine, type SearchResult } from "./engine.ts";

export type SearchState = { type: "indexing"; share: number } | { type: "ready"; engine: SearchEngine };

const engines = new WeakMap<DossierIndex, Promise<SearchEngine>>();
const ready = new WeakMap<DossierIndex, SearchEngine>();

/** A macrotask: input and painting go first. */
function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

/** Starts indexing, once a dossier; called when the reader turns to the search field, before anything is typed. */
export function warmSearch(index: DossierIndex, onProgress?: (share: number) => void): Promise<SearchEngine> {
  let engine = engines.get(index);
  if (!engine) {
    engine = buildSearch(index, { now: () => performance.now(), rest }, (share) => progress.get(index)?.(share));
    engines.set(index, engine);
    void engine.then((done) => ready.set(index, done));
  }
  if (onProgress) progress.set(index, onProgress);
  return engine;
}

const progress = new WeakMap<DossierIndex, (share: number) => void>();

/** The result for a query, or how far indexing has come. */
export function useSearch(
  index: DossierIndex,
  query: string,
): { state: SearchState; result: SearchResult | undefined } {
  const [state, setState] = useState<SearchState>(() => {
    const engine = ready.get(index);
    return engine ? { type: "ready", engine } : { type: "indexing", share: 0 };
  });
  useEffect(() => {
    let current = true;
    // Announced in tenths: each step renders the page anew.
    const onProgress = (share: number) => {
      if (current) setState({ type: "indexing", share: Math.floor(share * 10) / 10 });
    };
    void warmSearch(index, onProgress).then((engine) => {
      if (current) setState({ type: "ready", engine });
    });
    return () => {
      current = false;
    };
  }, [index]);
  const engine = state.type === "ready" ? state.engine : undefined;
  const result = useMemo(() => engine?.search(query), [engine, query]);
  return { state, result };
}
