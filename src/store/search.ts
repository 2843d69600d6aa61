import type { PersonRef } from "../dossier/views.ts";
import { inUse } from "./queries.ts";
import type { Shelf } from "./shelf.ts";

export type SearchHit =
  | { type: "person"; ref: PersonRef; name: string }
  | { type: "statement"; dossier: string; id: string; speaker?: PersonRef; label: string };

/** Hits of each type in each dossier. */
const LIMIT = 50;

/** People and statements of the dossiers in use that have every word of the query, whatever its case and accents. */
export async function search(shelf: Shelf, query: string, limit = LIMIT): Promise<SearchHit[]> {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const has = (...texts: (string | undefined)[]) => {
    const text = fold(texts.filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  };
  const hits: SearchHit[] = [];
  for (const held of await inUse(shelf)) {
    const dossier = held.row.id;
    const test = {
      person: (p: { name: string; aliases: { text: string }[] }) => has(p.name, ...p.aliases.map(({ text }) => text)),
      statement: (s: { quote?: string | undefined; paraphrase?: string | undefined }) => has(s.quote, s.paraphrase),
    };
    const { people, statements } = await shelf.find(held, test, limit);
    for (const { id, name } of people) hits.push({ type: "person", ref: { dossier, person: id }, name });
    for (const { id, speaker, quote, paraphrase } of statements) {
      const hit: SearchHit = { type: "statement", dossier, id, label: quote ?? paraphrase ?? "" };
      hits.push(speaker ? { ...hit, speaker: { dossier, person: speaker } } : hit);
    }
  }
  return hits;
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
