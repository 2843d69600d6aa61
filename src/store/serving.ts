import type { Held } from "./shelf.ts";
import type { Origin } from "./tables.ts";

/** What decides whether an installed dossier serves the reader. */
export interface Candidate {
  dossier: string;
  origin: Origin;
  version: number;
  publisher: { name: string; url?: string | undefined };
}

/** What decides of an installed dossier whether it serves. */
export function candidate({ row, generation }: Held): Candidate {
  const { version, publisher } = generation.head;
  return { dossier: row.dossier, origin: row.origin, version, publisher };
}

/**
 * Which installed dossiers serve the reader. A dossier that came with the extension (or from a file) and its publisher's
 * copy from a feed are one: the newer version serves, the feed's where both are equal, and no person shows twice; only a
 * file that is newer than the feed's copy stands beside it. The
 * id alone makes no copy, since anybody can choose it: two publishers that use the same one both serve, and the card
 * labels them.
 */
export function serving(held: readonly Held[]): Held[] {
  return held.filter((entry) => !held.some((other) => replaces(candidate(other), candidate(entry))));
}

/** Whether these are one dossier, once from a feed and once not. */
export function areCopies(one: Candidate, other: Candidate): boolean {
  if (one.dossier !== other.dossier || isFromFeed(one) === isFromFeed(other)) return false;
  const [a, b] = [one.publisher, other.publisher];
  return a.name === b.name || (a.url !== undefined && a.url === b.url);
}

/**
 * Whether the one is not needed beside the other. A file hides nothing that a feed brings, however new it says it is:
 * nobody has signed it, and the feed's corrections would no longer be seen.
 */
export function replaces(other: Candidate, one: Candidate): boolean {
  if (!areCopies(one, other)) return false;
  if (isFromFeed(other)) return other.version >= one.version;
  return other.origin.type === "bundled" && other.version > one.version;
}

/** The same in the same order, but of two copies the newer version first. `of`: the installed dossier of an item. */
export function newerCopyFirst<T>(items: readonly T[], of: (item: T) => Candidate): T[] {
  const sorted: T[] = [];
  for (const item of items) {
    const one = of(item);
    const at = sorted.findIndex((other) => areCopies(of(other), one) && of(other).version < one.version);
    sorted.splice(at < 0 ? sorted.length : at, 0, item);
  }
  return sorted;
}

/** What a dossier holds of a person: how many statements, and up to which day its story is told. */
interface Told {
  candidate: Candidate;
  view: { statementCount: number; dossier: { asOf: string } };
}

/**
 * The same, but first the one with statements whose story is told furthest. An older copy never comes before the newer
 * one, which may have taken its statements back. Takes what `newerCopyFirst` returns.
 */
export function tellingFirst<T extends Told>(items: readonly T[]): T[] {
  const telling = items.filter(
    ({ candidate: one, view }, at) =>
      view.statementCount > 0 && !items.slice(0, at).some((before) => areCopies(before.candidate, one)),
  );
  const [first, ...more] = telling;
  if (!first) return [...items];
  const newest = more.reduce((best, item) => (item.view.dossier.asOf > best.view.dossier.asOf ? item : best), first);
  return [newest, ...items.filter((item) => item !== newest)];
}

const isFromFeed = ({ origin }: Candidate) => origin.type === "feed";
