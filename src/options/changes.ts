import { isSilentlyGone } from "../dossier/diff.ts";
import type { ChangedRecord, ChangeSummary } from "../shared/rows.ts";

export interface ChangeLine {
  /** "gone": a statement that was removed and never corrected. */
  kind: "added" | "changed" | "withdrawn" | "removed" | "gone";
  record: ChangedRecord;
}

/** What changed for one person; without a name: what concerns nobody in particular. */
export interface PersonChanges {
  name?: string;
  lines: ChangeLine[];
}

/** Changes by the person they concern, in the order in which people first occur; a record of two people stands twice. */
export function byPerson(summary: ChangeSummary): PersonChanges[] {
  const groups = new Map<string, ChangeLine[]>();
  for (const list of ["withdrawn", "removed", "changed", "added"] as const) {
    for (const record of summary[list] ?? []) {
      const isGone = list === "removed" && isSilentlyGone(record);
      const kind = isGone ? "gone" : list;
      const people = record.type === "person" ? [record.id] : record.people;
      for (const person of people.length ? people : [""]) {
        const lines = groups.get(person);
        if (lines) lines.push({ kind, record });
        else groups.set(person, [{ kind, record }]);
      }
    }
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([id, lines]) => (id ? { name: nameOf(id, lines), lines } : { lines }));
}

/** The name a person's own record gives; else what the slug spells, since a summary holds no other names. */
function nameOf(id: string, lines: readonly ChangeLine[]): string {
  const own = lines.find(({ record }) => record.type === "person" && record.id === id);
  return (
    own?.record.label ?? id.replace(/(^|[-_.])(\p{L})/gu, (_all, edge, letter) => (edge && " ") + letter.toUpperCase())
  );
}
