import type { Dossier } from "./schema.ts";
export interface ChangeSummary { dossier: string; title: string; from?: number; to: number; added: ChangedRecord[]; changed: ChangedRecord[]; withdrawn: ChangedRecord[]; }
export interface ChangedRecord { type: "person" | "event" | "statement" | "source"; id: string; label: string; people: string[]; reason?: string; }
export function diffDossiers(p: Dossier | undefined, n: Dossier): ChangeSummary {
  const s: ChangeSummary = { dossier: n.id, title: n.title, ...(p ? { from: p.version } : {}), to: n.version, added: [], changed: [], withdrawn: [] };
  for (const x of n.statements) { const o = p?.statements.find(y => y.id === x.id); const r = { type: "statement" as const, id: x.id, label: x.id, people: [] };
    if (!o) s.added.push(r); else if (JSON.stringify(o) !== JSON.stringify(x)) s.changed.push(r); }
  return s;
}
