import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type ErrorInfo, errorInfo } from "../../dossier/errors.ts";
import { buildIndex, type DossierIndex } from "../model/index.ts";
import { type Address, parseHash } from "../model/router.ts";
import type { DossierListing, ViewerSource } from "../source.ts";
import type { Visit } from "./navigation.ts";

export type Loaded =
  | { type: "loading" }
  | { type: "failed"; error: ErrorInfo }
  /** Nothing is installed. */
  | { type: "empty" }
  | { type: "absent"; id: string; listings: DossierListing[] }
  | { type: "ready"; installed: string; index: DossierIndex; listings: DossierListing[] };

async function load(source: ViewerSource, wanted: string | undefined): Promise<Loaded> {
  try {
    const listings = await source.list();
    if (!listings.length) return { type: "empty" };
    // A page on the web may hold a link made before a feed took over the bundled copy: the id at its end still fits.
    const listing = wanted
      ? (listings.find(({ id }) => id === wanted) ?? listings.find(({ id }) => tail(id) === tail(wanted)))
      : listings[0];
    if (!listing) return { type: "absent", id: wanted!, listings };
    return { type: "ready", installed: listing.id, index: buildIndex(await source.load(listing.id)), listings };
  } catch (error) {
    console.error(error);
    return { type: "failed", error: errorInfo(error) };
  }
}

function tail(id: string): string {
  return id.slice(id.lastIndexOf("#") + 1);
}

/** What is on the screen: a visit together with what was loaded for it. */
export interface Scene {
  visit: Visit;
  address: Address;
  loaded: Loaded;
}

/**
 * The scene for a visit. While another dossier is being read the last scene stays, whole: its pages make no sense over
 * another dossier, and the place to scroll to is not there yet.
 */
export function useScene(source: ViewerSource, visit: Visit): Scene & { opening: boolean } {
  const address = useMemo(() => parseHash(visit.hash), [visit.hash]);
  const { dossier } = address;
  const [held, setHeld] = useState<{ dossier: string | undefined; loaded: Loaded } | undefined>(undefined);
  const fits =
    held && (held.dossier === dossier || (held.loaded.type === "ready" && held.loaded.installed === dossier));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what fits already is not loaded again
  useEffect(() => {
    if (fits) return;
    let current = true;
    void load(source, dossier).then((loaded) => {
      if (current) setHeld({ dossier, loaded });
    });
    return () => {
      current = false;
    };
  }, [source, dossier]);
  const last = useRef<Scene>({ visit, address, loaded: { type: "loading" } });
  if (fits) last.current = { visit, address, loaded: held.loaded };
  return { ...last.current, opening: !fits };
}
