import type { PageSummary } from "../shared/page-messages.ts";
import type { PageMention } from "./mention-index.ts";

/** How often each person is named, in the order in which they are first named. */
export function countPeople(mentions: readonly PageMention[]): PageSummary["people"] {
  const people = new Map<string, PageSummary["people"][number]>();
  for (const { key, person } of mentions) {
    const entry = people.get(key);
    if (entry) entry.count++;
    else people.set(key, { key, name: person.name, count: 1 });
  }
  return [...people.values()];
}
