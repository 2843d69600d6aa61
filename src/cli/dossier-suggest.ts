import type { ChangedRecord, ChangeSummary } from "../dossier/diff.ts";

const MANY: Record<ChangedRecord["type"], string> = {
  statement: "statements",
  event: "events",
  person: "people",
  source: "sources",
};

/** "Adds 2 statements and 1 event; withdraws 1 statement (misattributed)." `undefined` when nothing changed. */
export function suggestChange({ added, changed, withdrawn, removed = [] }: ChangeSummary): string | undefined {
  const parts = [
    part("adds", added),
    part("changes", changed),
    part("withdraws", withdrawn),
    part("removes", removed),
  ].filter((text) => text !== "");
  if (parts.length === 0) return undefined;
  const text = parts.join("; ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function part(verb: string, records: readonly ChangedRecord[]): string {
  const counts = new Map<ChangedRecord["type"], number>();
  for (const { type } of records) counts.set(type, (counts.get(type) ?? 0) + 1);
  if (counts.size === 0) return "";
  const told = [...counts].map(([type, count]) => `${count} ${count === 1 ? type : MANY[type]}`);
  const list = told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told.at(-1)}` : told[0];
  const reasons = [...new Set(records.flatMap((record) => record.reason ?? []))];
  return `${verb} ${list}${reasons.length > 0 ? ` (${reasons.join("; ").replace(/\.$/, "")})` : ""}`;
}
