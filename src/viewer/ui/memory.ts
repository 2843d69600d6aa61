import type { FoundBefore } from "../search/use-search.ts";
import type { ElsewhereHit } from "../source.ts";

/** What must come back when the reader returns to an entry of the tab's history. */
interface Memory extends FoundBefore {
  scrollY: number;
  /** `href` of the link that was followed from here: gets the focus back. */
  left?: string;
  /** How many rows of each list were shown. */
  shown: Map<string, number>;
  /** What other dossiers hold for the query of a search. */
  elsewhere?: { query: string; hits: ElsewhereHit[] };
  /** What was chosen on the timeline, where that is more than an address names. */
  chosen?: readonly string[];
  /** How the timeline was zoomed, and where it stood. */
  window?: TimelineWindow;
}

export interface TimelineWindow {
  pxPerDay: number;
  /** First day in view. */
  day: number;
}

const memories = new Map<number, Memory>();

/** The memory of a history entry, by its number. */
export function memoryOf(entry: number): Memory {
  let memory = memories.get(entry);
  if (!memory) {
    memory = { scrollY: 0, shown: new Map() };
    memories.set(entry, memory);
  }
  return memory;
}

/** The highest number that an entry of this tab has had. */
export function newestEntry(): number {
  return Math.max(0, ...memories.keys());
}

/** Where memories outlive a reload or a tab that was discarded; gone with the tab. What a search found is looked up again. */
const KEY = "places";
/** Entries kept: who goes further back than this starts at the top. */
const KEPT = 50;

type Kept = [entry: number, memory: Omit<Memory, "shown" | "found" | "elsewhere"> & { shown: [string, number][] }];

/** Writes down what must outlive this document. */
export function keepMemories(): void {
  const kept = [...memories]
    .sort(([a], [b]) => a - b)
    .slice(-KEPT)
    .map(([entry, { shown, found: _found, elsewhere: _elsewhere, ...memory }]): Kept => {
      return [entry, { ...memory, shown: [...shown] }];
    });
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Refused, or no room: after a reload pages begin at their top.
  }
}

/** Takes up what the document before this one in the same tab has written down. */
export function recallMemories(): void {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Kept[];
    for (const [entry, { shown, ...memory }] of kept) memories.set(entry, { ...memory, shown: new Map(shown) });
  } catch {
    // Refused or unreadable: as if nothing were remembered.
  }
}
