import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ErrorInfo, errorInfo } from "../../dossier/errors.ts";
import { buildIndex, type DossierIndex } from "../model/index.ts";
import { type Address, parseHash } from "../model/router.ts";
import { type DossierListing, findListing, type ViewerSource } from "../source.ts";
import type { Visit } from "./navigation.ts";

export type Loaded =
  | { type: "loading" }
  | { type: "failed"; error: ErrorInfo }
  /** Nothing is installed. */
  | { type: "empty" }
  | { type: "absent"; id: string; listings: DossierListing[] }
  | { type: "ready"; installed: string; index: DossierIndex; listings: DossierListing[] };

/** Reads a dossier; where `before` is that very version, what was read of it then is kept. */
async function load(source: ViewerSource, wanted: string | undefined, before?: Loaded): Promise<Loaded> {
  try {
    const listings = await source.list();
    if (!listings.length) return { type: "empty" };
    const listing = findListing(listings, wanted);
    if (!listing) return { type: "absent", id: wanted!, listings };
    if (before?.type === "ready" && isSame(listing, findListing(before.listings, before.installed))) {
      return JSON.stringify(listings) === JSON.stringify(before.listings) ? before : { ...before, listings };
    }
    return { type: "ready", installed: listing.id, index: buildIndex(await source.load(listing.id)), listings };
  } catch (error) {
    console.error(error);
    return before ?? { type: "failed", error: errorInfo(error) };
  }
}

function isSame(one: DossierListing, other: DossierListing | undefined): boolean {
  return one.id === other?.id && one.generation === other.generation;
}

/** What is on the screen: a visit together with what was loaded for it. */
export interface Scene {
  visit: Visit;
  address: Address;
  loaded: Loaded;
}

interface Held {
  /** What was asked for; `undefined`: whatever comes first. */
  dossier: string | undefined;
  loaded: Loaded;
  /** After how many changes of the store it was read. */
  changes: number;
  /** The history entry at which another version took its place under the reader. */
  renewedAt?: number | undefined;
}

/** How often the store has changed since the page was opened. */
function useChanges(source: ViewerSource): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => source.subscribe?.(() => setChanges((before) => before + 1)), [source]);
  return changes;
}

/** Whether what is held is what an address asks for. */
function isFor(held: Held, dossier: string | undefined): boolean {
  return held.dossier === dossier || (held.loaded.type === "ready" && held.loaded.installed === dossier);
}

/**
 * The scene for a visit. While another dossier is being read the last scene stays, whole: its pages make no sense over
 * another dossier, and the place to scroll to is not there yet. When another version of the dossier in view is switched
 * in, that takes its place.
 */
export function useScene(source: ViewerSource, visit: Visit): Scene & { opening: boolean; renewed: boolean } {
  const address = useMemo(() => parseHash(visit.hash), [visit.hash]);
  const { dossier } = address;
  const [held, setHeld] = useState<Held | undefined>(undefined);
  const changes = useChanges(source);
  const fitting = held && isFor(held, dossier) ? held : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits already is not loaded again
  useEffect(() => {
    if (fitting?.changes === changes) return;
    let current = true;
    const before = fitting?.loaded;
    // What came first need not come first any more: the reader stays with the dossier in view.
    const wanted = before?.type === "ready" ? before.installed : dossier;
    void load(source, wanted, before).then((loaded) => {
      if (!current) return;
      const isRenewed = before?.type === "ready" && loaded.type === "ready" && before.index !== loaded.index;
      const renewedAt = isRenewed ? visit.entry : fitting?.renewedAt;
      setHeld({ dossier, loaded, changes, renewedAt });
    });
    return () => {
      current = false;
    };
  }, [source, dossier, changes]);
  const last = useRef<Scene>({ visit, address, loaded: { type: "loading" } });
  if (fitting) last.current = { visit, address, loaded: fitting.loaded };
  const renewed = fitting?.renewedAt === visit.entry;
  return { ...last.current, opening: !fitting, renewed };
}
