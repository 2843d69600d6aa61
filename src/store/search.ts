import { inUse } from "./queries.ts";
import type { Shelf } from "./shelf.ts";

/** A person by name, or a statement by its words, with the dossier it stands in (id under which that is installed). */
export interface StoreHit {
  type: "person" | "statement";
  dossier: string;
  dossierTitle: string;
  id: string;
  /** The person's name; the quote or paraphrase. */
  label: string;
}

/** Hits of each type in each dossier. */
const LIMIT = 50;

/**
 * People and statements of the dossiers in use that have every word of the query, whatever its case and accents; `except`
 * leaves one installed dossier out.
 */
export async function search(
  shelf: Shelf,
  query: string,
  { except, limit = LIMIT }: { except?: string; limit?: number } = {},
): Promise<StoreHit[]> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const has = (...texts: (string | undefined)[]) => {
    const text = fold(texts.filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  };
  const test = {
    person: (p: { name: string; aliases: { text: string }[] }) => has(p.name, ...p.aliases.map(({ text }) => text)),
    statement: (s: { quote?: string | undefined; paraphrase?: string | undefined }) => has(s.quote, s.paraphrase),
  };
  const hits: StoreHit[] = [];
  for (const held of (await inUse(shelf)).filter(({ row }) => row.id !== except)) {
    const where = { dossier: held.row.id, dossierTitle: held.generation.head.title };
    const { people, statements } = await shelf.find(held, test, limit);
    for (const { id, name } of people) hits.push({ type: "person", ...where, id, label: name });
    for (const { id, quote, paraphrase } of statements)
      hits.push({ type: "statement", ...where, id, label: quote ?? paraphrase ?? "" });
  }
  return hits;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
