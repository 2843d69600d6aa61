import type { PageSummary } from "../shared/page-messages.ts";

/** The newest summary of each frame that has answered, by its id. */
export type Frames = Readonly<Record<string, PageSummary>>;

export interface PersonCount {
  key: string;
  name: string;
  count: number;
}

/** Where the viewer tells of a person; `key` is `<dossier>/<person>`, and a person's id has no slash. */
export function viewerHash(key: string): string {
  const at = key.lastIndexOf("/");
  return `#${encodeURIComponent(key.slice(0, at))}/person/${encodeURIComponent(key.slice(at + 1))}`;
}

/** Everyone on the page, over all frames: most mentioned first, then by name. */
export function peopleOf(frames: Frames): PersonCount[] {
  const people = new Map<string, PersonCount>();
  for (const { people: found } of Object.values(frames)) {
    for (const person of found) {
      const before = people.get(person.key);
      people.set(person.key, { ...person, count: person.count + (before?.count ?? 0) });
    }
  }
  return [...people.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** The site the reader is on: that of the top frame. */
export function topFrame(frames: Frames): PageSummary | undefined {
  return Object.values(frames).find((frame) => frame.top);
}

/**
 * What is said of the whole page: the top frame's state, but where that one is marked, "partial" or "reading" as soon as
 * one frame says so.
 */
export function stateOf(frames: Frames): PageSummary["state"] | undefined {
  const all = Object.values(frames);
  const state = (topFrame(frames) ?? all[0])?.state;
  if (state !== "on") return state;
  return (["partial", "reading"] as const).find((one) => all.some((frame) => frame.state === one)) ?? state;
}

/** Mentions in text that the page does not show, over all frames. */
export function hiddenOf(frames: Frames): number {
  return Object.values(frames).reduce((sum, { hidden }) => sum + hidden, 0);
}

/**
 * The frame that holds the mention at `position` of all mentions (of one person, if given), counted through the
 * frames in their order; positions run round at both ends. Undefined: there is none.
 */
export function frameAt(frames: Frames, position: number, person?: string): string | undefined {
  const counts = Object.values(frames)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ frame, people }) => ({
      frame,
      count: people.reduce((sum, { key, count }) => sum + (!person || key === person ? count : 0), 0),
    }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (!total) return undefined;
  let rest = ((position % total) + total) % total;
  return counts.find(({ count }) => {
    rest -= count;
    return rest < 0;
  })?.frame;
}
