import { buildCard, type CardOptions } from "../dossier/card.ts";
import { DramatisError } from "../dossier/errors.ts";
import type { Dossier, Person } from "../dossier/schema.ts";
import type { CardView, PersonRef } from "../dossier/views.ts";
import { areCopies, candidate, newerCopyFirst, serving, tellingFirst } from "./serving.ts";
import type { Held, Shelf } from "./shelf.ts";

/** Dossiers that serve the reader, switched on or not. */
export async function shown(shelf: Shelf): Promise<Held[]> {
  return serving(await shelf.held());
}

/** Dossiers whose people are marked on pages. */
export async function inUse(shelf: Shelf): Promise<Held[]> {
  return (await shown(shelf)).filter(isOn);
}

const isOn = ({ row }: Held) => row.enabled;

/** What the lexicon is made from; of the shape of `Cast` in `detect/types.ts`, a layer that the store does not know. */
export interface CastOf {
  id: string;
  people: Person[];
  context: string[];
}

/** The people of all dossiers that are in use. */
export async function casts(shelf: Shelf): Promise<CastOf[]> {
  return Promise.all(
    (await inUse(shelf)).map(async (held) => ({
      id: held.row.id,
      people: await shelf.people(held),
      context: [...held.generation.head.context],
    })),
  );
}

/**
 * The dossier that a reference means, of those that serve. A page may hold one of before a feed took over the bundled
 * copy: then the copy. A reference never leads to another publisher's dossier of the same id.
 */
function meant(held: readonly Held[], id: string): Held | undefined {
  const exact = held.find(({ row }) => row.id === id);
  const serve = serving(held);
  if (!exact || serve.includes(exact)) return exact;
  return serve.find((other) => areCopies(candidate(other), candidate(exact)));
}

/**
 * Cards of one person in the dossiers named, unknown ones left out: the newer of two copies first, and before all others
 * the newest that holds statements of the person. `feedTitle` names the feed of a feed's address.
 */
export async function cards(
  shelf: Shelf,
  refs: readonly PersonRef[],
  feedTitle: (url: string) => string | undefined,
  limit?: number,
): Promise<CardView[]> {
  const held = await shelf.held();
  const wanted = new Map<string, { dossier: Held; person: string }>();
  for (const ref of refs) {
    const dossier = meant(held, ref.dossier);
    if (dossier && isOn(dossier)) wanted.set(`${dossier.row.id} ${ref.person}`, { dossier, person: ref.person });
  }
  const views = await Promise.all(
    newerCopyFirst([...wanted.values()], ({ dossier }) => candidate(dossier)).map(async ({ dossier, person }) => {
      const ref = { dossier: dossier.row.id, person };
      const reader = shelf.reader(dossier);
      const seen = (await shelf.seen(ref)) ?? 0;
      const options: CardOptions = { isNew: (type, id) => reader.since(type, id) > seen };
      const { origin } = dossier.row;
      const title = origin.type === "feed" ? feedTitle(origin.feed) : undefined;
      if (title) options.feedTitle = title;
      if (origin.type === "imported") options.isImported = true;
      if (limit !== undefined) options.limit = limit;
      const view = await shelf.reading(() => buildCard(reader, ref, options));
      return view && { view, candidate: candidate(dossier) };
    }),
  );
  return tellingFirst(views.filter((item) => item !== undefined)).map(({ view }) => view);
}

/** The reader has looked at this person: what is there now is no longer news. */
export async function markSeen(shelf: Shelf, ref: PersonRef): Promise<void> {
  const dossier = meant(await shelf.held(), ref.dossier);
  if (!dossier || !isOn(dossier)) return;
  await shelf.markSeen({ dossier: dossier.row.id, person: ref.person }, dossier.generation.g);
}

/** A whole dossier, for the viewer. Throws `not-found`. */
export async function whole(shelf: Shelf, id: string): Promise<Dossier> {
  const dossier = meant(await shelf.held(), id);
  if (!dossier) throw new DramatisError("not-found", [id]);
  return shelf.whole(dossier);
}
