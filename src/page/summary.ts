import type { PageSummary } from "../shared/page-messages.ts";
import type { PageMention } from "./mention-index.ts";
import { shownMentions } from "./shown.ts";

/**
 * How often each person is named in text that the page shows, in the order in which they are first named, and how many
 * mentions it hides.
 */
export function countPeople(mentions: readonly PageMention[]): Pick<PageSummary, "people" | "hidden"> {
  const people = new Map<string, PageSummary["people"][number]>();
  const shown = shownMentions(mentions);
  for (const { key, person } of shown) {
    const entry = people.get(key);
    if (entry) entry.count++;
    else people.set(key, { key, name: person.name, count: 1 });
  }
  return { people: [...people.values()], hidden: mentions.length - shown.length };
}
