import { type DossierIndex, speakerName } from "./index.ts";

export const RECORD_TYPES = ["person", "statement", "event", "source"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** One record as the search sees it. `key` is `<type>:<id>`. */
export interface SearchDocument {
  key: string;
  /** Names and titles: weigh most. */
  name: string;
  text: string;
  /** Venue, publisher, roles and other words around it. */
  around: string;
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(" \n");
}

/** Every record of a dossier, one at a time, so that the index can be built in slices. */
export function* searchDocuments(index: DossierIndex): Generator<SearchDocument> {
  for (const person of index.dossier.people) {
    yield {
      key: `person:${person.id}`,
      name: join(person.name, ...person.aliases.map((alias) => alias.text)),
      text: person.summary ?? "",
      around: join(...person.roles.flatMap((role) => [role.title, role.org])),
    };
  }
  for (const event of index.eventsInOrder) {
    yield {
      key: `event:${event.id}`,
      name: event.title,
      text: event.text ?? "",
      around: join(...event.people.flatMap(({ id, part }) => [index.people.get(id)?.name, part])),
    };
  }
  for (const statement of index.statementsInOrder) {
    yield {
      key: `statement:${statement.id}`,
      name: speakerName(index, statement),
      text: join(statement.quote, statement.paraphrase),
      around: join(statement.venue, statement.correction?.reason),
    };
  }
  for (const source of index.dossier.sources) {
    yield {
      key: `source:${source.id}`,
      name: source.title,
      text: source.note ?? "",
      around: join(source.publisher, source.author),
    };
  }
}

/** Takes a document's key apart. */
export function parseKey(key: string): { type: RecordType; id: string } {
  const cut = key.indexOf(":");
  return { type: key.slice(0, cut) as RecordType, id: key.slice(cut + 1) };
}
