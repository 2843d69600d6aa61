import type { FaultList } from "./faults.ts";
import type { Dossier, Person } from "./schema.ts";

type Add = FaultList["add"];

/** Pages are searched for words of two letters and more. */
const isSearchable = (name: string) => /[\p{L}\p{M}]{2}/u.test(name);
const NEVER_FOUND = (name: string): [string, string] => [
  `${JSON.stringify(name)} is never found in pages: it holds no word of two letters`,
  "give a longer name that pages use",
];

/** What is wanted of the people of a dossier, and which of their names will not be found, or be taken for somebody else. */
export function adviseOnNames(dossier: Dossier, add: Add): void {
  const present = peopleOfTheStory(dossier);
  const owners = ownersOf(dossier.people);
  for (const [index, person] of dossier.people.entries()) {
    const place = `people[${index}]`;
    if (!person.summary) add(place, `"${person.id}" has no summary`, "add one sentence: their part in this story");
    if (person.roles.length === 0)
      add(place, `"${person.id}" has no role`, "add roles: the card shows the one held on asOf");
    if (!present.has(person.id)) {
      add(
        place,
        `"${person.id}" is in no event and no statement`,
        "add what they said or did: their card would be empty",
      );
    }
    if (!isSearchable(person.name)) add(`${place}.name`, ...NEVER_FOUND(person.name));
    adviseOnAliases(place, person, owners, add);
    adviseOnBlocked(place, person, add);
  }
}

function adviseOnAliases(place: string, person: Person, owners: Map<string, string[]>, add: Add): void {
  const seen = new Set<string>();
  for (const [index, alias] of person.aliases.entries()) {
    const at = `${place}.aliases[${index}]`;
    const text = plain(alias.text);
    if (seen.has(text)) add(at, `${JSON.stringify(alias.text)} is listed twice`, "take one out");
    seen.add(text);
    if (!isSearchable(alias.text)) add(at, ...NEVER_FOUND(alias.text));
    if (alias.kind === "full" && !/\s/.test(alias.text.trim())) {
      add(`${at}.kind`, "is full, but the name is one word", 'make it "surname" or "nickname"');
    }
    const others = (owners.get(text) ?? []).filter((id) => id !== person.id);
    if (alias.kind !== "surname" && others.length > 0) {
      const remedy = "keep it with one of them, or leave it out: it cannot be told who is meant";
      add(at, `${JSON.stringify(alias.text)} is also a name of "${others[0]}"`, remedy);
    }
  }
}

function adviseOnBlocked(place: string, person: Person, add: Add): void {
  const names = [person.name, ...person.aliases.map((alias) => alias.text)].map(plain);
  const lastWords = new Set(names.map((name) => name.split(" ").at(-1)));
  for (const [index, blocked] of person.blocked.entries()) {
    const text = plain(blocked);
    const at = `${place}.blocked[${index}]`;
    if (names.includes(text))
      add(at, `${JSON.stringify(blocked)} is a name of this person too`, "take it out of one of the lists");
    else if (!text.split(/[^\p{L}\p{N}]+/u).some((word) => lastWords.has(word) || names.includes(word))) {
      add(at, `${JSON.stringify(blocked)} holds no name of this person`, "take it out: it can prevent nothing");
    }
  }
}

function peopleOfTheStory(dossier: Dossier): Set<string | undefined> {
  const spoken = dossier.statements.flatMap((statement) => [statement.speaker, ...statement.about]);
  return new Set([...spoken, ...dossier.events.flatMap((event) => event.people.map((person) => person.id))]);
}

/** Ids of the people by each of their names but surnames. */
function ownersOf(people: readonly Person[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const person of people) {
    const aliases = person.aliases.filter((alias) => alias.kind !== "surname").map((alias) => alias.text);
    for (const name of new Set([person.name, ...aliases].map(plain))) {
      owners.set(name, [...(owners.get(name) ?? []), person.id]);
    }
  }
  return owners;
}

/** One spelling for comparison: composed, lower case, single spaces. */
function plain(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
