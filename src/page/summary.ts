import type { PageSummary } from "../shared/page-messages.ts";
import { isShadow, isVisible, parentOf } from "./dom.ts";
import type { PageMention } from "./mention-index.ts";

/**
 * How often each person is named in text that the page shows, in the order in which they are first named, and how many
 * mentions it hides. Asking what is shown may make the browser work out styles: only for an open popup.
 */
export function countPeople(mentions: readonly PageMention[]): Pick<PageSummary, "people" | "hidden"> {
  const people = new Map<string, PageSummary["people"][number]>();
  const shown = new Map<Node | null, boolean>();
  let hidden = 0;
  for (const { key, person, startNode } of mentions) {
    const parent = parentOf(startNode);
    const isShown = shown.get(parent) ?? (parent !== null && isVisible(isShadow(parent) ? parent.host : parent));
    shown.set(parent, isShown);
    const entry = people.get(key);
    if (!isShown) hidden++;
    else if (entry) entry.count++;
    else people.set(key, { key, name: person.name, count: 1 });
  }
  return { people: [...people.values()], hidden };
}
