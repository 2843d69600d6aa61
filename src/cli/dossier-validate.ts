import { adviseOn } from "../dossier/advice.ts";
import { FaultList } from "../dossier/faults.ts";
import { FEED_FORMAT } from "../dossier/feed-schema.ts";
import { type Dossier, dossierSchema } from "../dossier/schema.ts";
import { unknownKeys } from "../dossier/unknown-keys.ts";
import { checkDossier } from "../dossier/validate.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, EXIT } from "./dossier-command.ts";
import { adviseOnFeed, examineFeed, isFeedFile, isOfKind } from "./dossier-feed-file.ts";
import { readBytes } from "./dossier-files.ts";
import { type Finding, failure, findingLine, locate } from "./dossier-report.ts";

const HELP = `usage: npm run dossier -- validate [--strict] [--quiet] [--json] FILE.json...

Names every fault of a dossier with file, line, column and place, and what to do about it. Warnings name what readers
would miss; they do not make a dossier invalid. A feed index is checked for its shape alone; "verify" checks all of it.

  --strict   warnings count as faults
  --quiet    no warnings
  --json     one JSON object a finding, for editors and scripts

Status: 0 valid, 1 not valid, 2 a file cannot be read or the command was misused.`;

const OPTIONS = {
  strict: { type: "boolean" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
} as const;

export const validate: Command = {
  name: "validate",
  summary: "names every fault of a dossier, with its line",
  help: HELP,
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS, 1, Number.POSITIVE_INFINITY);
    let status: number = EXIT.done;
    for (const file of positionals) {
      const { valid, findings, count } = isFeedFile(file) ? judgeFeed(file) : judge(file);
      const shown = findings.filter((finding) => finding.level === "fault" || !values.quiet);
      for (const finding of shown) {
        if (values.json) terminal.out(JSON.stringify(finding));
        else terminal.err(findingLine(finding));
      }
      const warnings = shown.filter((finding) => finding.level === "warning").length;
      if (valid === undefined || (values.strict && warnings > 0)) status = EXIT.refused;
      if (!values.json) {
        const faults = shown.length - warnings;
        const more = count > faults ? `, of which the first ${faults} are shown` : "";
        const verdict = valid ?? `${number(count, "fault")}${more}; not valid`;
        terminal.out(`${file}: ${verdict}${warnings > 0 ? `; ${number(warnings, "warning")}` : ""}`);
      }
    }
    return status;
  },
};

/** What is said of a file; `valid`: of what size it is, where it is valid. */
type Judged = Omit<Examined, "dossier"> & { valid?: string };

function judge(file: string): Judged {
  const { dossier, ...rest } = examine(file);
  return { ...rest, ...(dossier && { valid: sizeOf(dossier) }) };
}

function judgeFeed(file: string): Judged {
  const { feed, findings, count } = examineFeed(file);
  if (!feed) return { findings, count };
  const valid = `valid: feed, ${number(feed.dossiers.length, "dossier")}; verify checks its keys`;
  return { valid, findings: adviseOnFeed(file), count };
}

export interface Examined {
  /** There when it is valid. */
  dossier?: Dossier;
  findings: Finding[];
  /** Number of all faults, also of those beyond what is kept. */
  count: number;
}

/** All that can be said of one dossier file. */
export function examine(file: string): Examined {
  const bytes = readBytes(file);
  try {
    const { dossier, value, faults } = checkDossier(bytes);
    if (!dossier && isOfKind(FEED_FORMAT, new TextDecoder().decode(bytes))) {
      const finding = { level: "fault", place: "", text: "is a feed index, not a dossier" } as const;
      return { findings: [{ file, ...finding, remedy: "name a dossier" }], count: 1 };
    }
    const advice = dossier ? adviseOn(dossier) : new FaultList();
    if (!dossier) unknownKeys(dossierSchema, value, advice);
    const findings = locate(file, new TextDecoder().decode(bytes), faults, advice);
    return { ...(dossier && { dossier }), findings, count: faults.count };
  } catch (error) {
    return { findings: [failure(file, error)], count: 1 };
  }
}

function sizeOf({ id, version, people, statements, events, sources }: Dossier): string {
  const counts = [
    number(people.length, "person", "people"),
    number(statements.length, "statement"),
    number(events.length, "event"),
    number(sources.length, "source"),
  ];
  return `valid: ${id}, version ${version}, ${counts.join(", ")}`;
}

function number(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
