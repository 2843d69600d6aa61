import type { Person, Statement } from "./schema.ts";

/** Length of a one-line label in UTF-16 code units, about two lines of a card. */
const LABEL_LENGTH = 140;

/** A text on one line, cut between words with an ellipsis, never inside a character. */
export function shorten(text: string, length = LABEL_LENGTH): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, "")}…`;
}

/** What a statement says, on one line: its quote, else its paraphrase. `verbatim` tells which. */
export function statementLine(statement: Statement): { label: string; verbatim: boolean } {
  return { label: shorten(statement.quote ?? statement.paraphrase ?? ""), verbatim: statement.quote !== undefined };
}

/** The same with quote marks around a quote, for places that cannot show the difference. */
export function quotedLine(statement: Statement): string {
  const { label, verbatim } = statementLine(statement);
  return verbatim ? `“${label}”` : label;
}

/** Who speaks: the person's name, or the organisation's. */
export function speakerName(statement: Statement, people: ReadonlyMap<string, Person>): string {
  return statement.speakerName ?? people.get(statement.speaker ?? "")?.name ?? statement.speaker ?? "";
}
