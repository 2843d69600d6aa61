import { canonicalize } from "../dossier/canonical.ts";
import { type ChangedRecord, type ChangeSummary, diffDossiers, isSilentlyGone } from "../dossier/diff.ts";
import { shown } from "../dossier/faults.ts";
import { shorten } from "../dossier/labels.ts";
import type { Dossier } from "../dossier/schema.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, CommandError, EXIT, refuse, type Terminal } from "./dossier-command.ts";
import { findingLine } from "./dossier-report.ts";
import { suggestChange } from "./dossier-suggest.ts";
import { examine } from "./dossier-validate.ts";

const HELP = `usage: npm run dossier -- diff OLD.json NEW.json

Tells what readers will see as new, changed, withdrawn and removed between two versions of a dossier, and suggests a line for
"changes". A version that does not grow is refused, as readers' browsers would refuse it.

Status: 0 told, 1 not a newer version of the same dossier or not valid, 2 misused.`;

export const diff: Command = {
  name: "diff",
  summary: "tells what changed between two versions, as a reader would read it",
  help: HELP,
  async run(args, terminal) {
    const [oldFile = "", newFile = ""] = readArgs(args, {}, 2).positionals;
    const [before, after] = [valid(oldFile), valid(newFile)];
    if (before.id !== after.id) {
      const what = `is ${shown(after.id)}, in ${oldFile} ${shown(before.id)}`;
      throw refuse(newFile, "id", what, "compare two versions of one dossier; an id never changes");
    }
    const summary = diffDossiers(before, after);
    tell(summary, before, after, terminal);
    if (after.version <= before.version) {
      const what = `must be above ${before.version} (that of ${oldFile}), found ${after.version}`;
      throw refuse(newFile, "version", what, "raise it: a version that readers have never changes");
    }
    return EXIT.done;
  },
};

function valid(file: string): Dossier {
  const { dossier, findings } = examine(file);
  if (!dossier) throw new CommandError(findings.map(findingLine).join("\n"), EXIT.refused);
  return dossier;
}

function tell(summary: ChangeSummary, before: Dossier, after: Dossier, terminal: Terminal): void {
  terminal.out(`${after.title}: version ${before.version} → ${after.version}`);
  const headings = { added: "New", changed: "Changed", withdrawn: "Withdrawn", removed: "Removed" } as const;
  const fields = fieldsOf(before, after);
  let count = 0;
  for (const [key, heading] of Object.entries(headings) as [keyof typeof headings, string][]) {
    const records = summary[key] ?? [];
    count += records.length;
    if (records.length > 0) terminal.out(`\n${heading}`);
    for (const record of records) {
      const silently = key === "removed" && isSilentlyGone(record) ? " (without a correction)" : "";
      terminal.out(`  ${lineOf(record)}${silently}`);
      if (key === "changed") for (const line of fields(record)) terminal.out(`      ${line}`);
    }
  }
  const head = changedKeys(headOf(before), headOf(after)).filter((key) => !COUNTED.has(key));
  if (head.length > 0) terminal.out(`\nChanged in the head: ${head.join(", ")}`);
  if (count === 0 && head.length === 0) terminal.out("\nNothing that readers would see.");
  const gone = (summary.removed ?? []).filter(isSilentlyGone);
  for (const { id } of gone) {
    terminal.err(
      `warning: statement ${shown(id)} is gone without a word; leave it in with "correction": {"kind": "withdrawn", …}`,
    );
  }
  const suggested = suggestChange(summary);
  if (!after.changes.some((change) => change.version === after.version) && suggested !== undefined) {
    const line = {
      version: Math.max(after.version, before.version + 1),
      date: after.updated.slice(0, 10),
      text: suggested,
    };
    terminal.out(`\nA line for "changes" to start from:\n  ${JSON.stringify(line)}`);
  }
}

/** Keys of the head that change with every version. */
const COUNTED = new Set(["version", "updated", "changes"]);

function lineOf({ type, id, label, reason }: ChangedRecord): string {
  return `${type} ${id}: ${label}${reason === undefined ? "" : ` (reason: ${reason})`}`;
}

/** The fields in which a record differs: texts with the old and the new one, others by name. */
function fieldsOf(before: Dossier, after: Dossier): (record: ChangedRecord) => string[] {
  const lists = { person: "people", event: "events", statement: "statements", source: "sources" } as const;
  const byId = (dossier: Dossier) => {
    const records = Object.entries(lists).flatMap(([type, list]) => {
      return dossier[list].map((record) => [`${type} ${record.id}`, record] as const);
    });
    return new Map<string, object>(records);
  };
  const [old, next] = [byId(before), byId(after)];
  return ({ type, id }) => {
    const [one, other] = [old, next].map((records) => records.get(`${type} ${id}`) ?? {}) as Record<string, unknown>[];
    return changedKeys(one!, other!).map((key) => {
      const [was, is] = [one![key], other![key]];
      if (typeof was !== "string" || typeof is !== "string") return key;
      return `${key}: ${JSON.stringify(shorten(was))} → ${JSON.stringify(shorten(is))}`;
    });
  };
}

function changedKeys(before: object, after: object): string[] {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => {
    return canonicalize([one[key] ?? null]) !== canonicalize([other[key] ?? null]);
  });
}

function headOf({ sources: _, people: __, events: ___, statements: ____, ...head }: Dossier): object {
  return head;
}
