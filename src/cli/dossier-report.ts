import errors from "../../assets/locales/en/errors.json" with { type: "json" };
import { DramatisError, type ErrorCode } from "../dossier/errors.ts";
import type { Fault, FaultList } from "../dossier/faults.ts";
import { mapJson, type Position } from "../dossier/json-map.ts";
import type { Terminal } from "./dossier-command.ts";

/** One line of a report: "story.json:12:5: people[0].name: is missing; add it". */
export interface Finding {
  file: string;
  level: "fault" | "warning";
  place: string;
  text: string;
  remedy: string;
  line?: number;
  column?: number;
}

/** Faults and warnings with line and column, in the order of the file; also of keys that stand twice. `text`: JSON. */
export function locate(file: string, text: string, faults: FaultList, advice?: FaultList): Finding[] {
  const all = [...faults.faults, ...(advice?.faults ?? [])];
  const { positions, repeated } = mapJson(
    text,
    all.map((fault) => fault.place),
  );
  const finding = (level: Finding["level"], fault: Fault, position?: Position): Finding => {
    return { file, level, place: fault.place, text: fault.text, remedy: fault.remedy ?? "correct it", ...position };
  };
  const found = faults.faults.map((fault) => finding("fault", fault, positions.get(fault.place)));
  for (const { place, position } of repeated) {
    const twice = {
      place,
      text: "this key stands twice in one object",
      remedy: "take one out: only the last one counts",
    };
    found.push(finding("warning", twice, position));
  }
  for (const fault of advice?.faults ?? []) found.push(finding("warning", fault, positions.get(fault.place)));
  return found.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0));
}

export function findingLine(finding: Finding): string {
  const { file, level, place, text, remedy, line, column } = finding;
  const where = line === undefined ? file : `${file}:${line}:${column}`;
  return `${[where, level === "warning" ? "warning" : "", place, text].filter(Boolean).join(": ")}; ${remedy}`;
}

export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) terminal.err(findingLine(finding));
}

type Told = Pick<Finding, "place" | "text" | "remedy">;

/** What a failure to read a file says to its publisher. */
const SENTENCES: Partial<Record<ErrorCode, (details: readonly string[]) => Told>> = {
  "empty-body": () => ({ place: "", text: "the file is empty", remedy: "name the right file" }),
  "too-large": ([most]) => ({ place: "", text: `has more than ${most} bytes`, remedy: "make several of it" }),
  "bad-json": ([place = "", what = ""]) => ({
    place,
    text: `is not JSON: ${what}`,
    remedy: place.startsWith("byte ") ? "save it in UTF-8 from your editor" : "correct that place",
  }),
  "needs-newer-format": ([found, known]) => ({
    place: "format",
    text: `"${found}" is newer than this tool, which reads "${known}"`,
    remedy: "update Dramatis",
  }),
};

/** A failure to read a file as a finding. What is not ours is thrown on. */
export function failure(file: string, error: unknown): Finding {
  if (!(error instanceof DramatisError)) throw error;
  const { code, details } = error;
  const told = SENTENCES[code]?.(details) ?? { place: "", text: details[0] ?? code, remedy: "correct it" };
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(told.place) ?? [];
  if (line === undefined) return { file, level: "fault", ...told };
  return { file, level: "fault", ...told, place: "", line: Number(line), column: Number(column) };
}

const sentences: Record<string, string> = errors;

/** What the publisher can do about what readers' browsers refuse. */
const MENDS: Partial<Record<ErrorCode, string>> = {
  "bad-length": 'put the listed file back; if the change is yours, raise "version", pack it and list that file',
  "bad-hash": 'put the listed file back; if the change is yours, raise "version", pack it and list that file',
  "bad-signature": "if the change is yours, take it up with feed --edited; else go back to the file as it was",
  "signature-lacking": "sign it: feed --edited --key KEY.pem",
  "signature-missing": "sign it with a key that they have: feed --key KEY.pem",
  "unknown-key":
    "sign it with a key that it lists and they have, and let that one vouch for any other (give both to feed)",
  "retired-key": "sign it with a key that is not retired",
  expired: 'give the index more time with feed --expires, a dossier by hand ("expires") with feed --edited',
  "older-index": "make it from the index that is on your host, whose number is higher",
  "conflicting-index": "make it from the index that is on your host, which has the same number",
  "older-version": 'raise "version" in the dossier, pack it and list that file',
  "conflicting-version": 'raise "version" in the dossier, pack it and list that file',
};

/** What a reader's browser would refuse, with the sentence that it would show and what to do; `mend`: told elsewhere. */
export function refusal(file: string, place: string, error: unknown, mend?: "elsewhere"): string {
  if (!(error instanceof DramatisError)) throw error;
  const sentence = sentences[`error_${error.code.replaceAll("-", "_")}`] ?? error.code;
  const filled = sentence.replace(/\$(\d)/g, (_, digit: string) => error.details[Number(digit) - 1] ?? "");
  const told = `${[file, place].filter(Boolean).join(": ")}: would be refused; readers would be told: ${filled}`;
  return mend === "elsewhere" || !MENDS[error.code] ? told : `${told} To mend it: ${MENDS[error.code]}.`;
}
