import type { DossierDate, Statement } from "../../dossier/schema.ts";
import { quoted, safeUrl, sourceLine } from "./citation.ts";
import { type DossierIndex, speakerName } from "./index.ts";
import { personPage, type TimelineEntry } from "./person.ts";
import { bareReply, type RelationEnd, relationsOf } from "./relations.ts";

/** Words of the interface that the export needs; passed in, so that this stays pure. */
export interface MarkdownWords {
  date(date: DossierDate | undefined): string;
  /** The text under a key of the viewer's locale file, without its prefix. */
  word(key: string, ...args: (string | number)[]): string;
}

/** Escapes what Markdown would read as markup, line by line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/gm, "$1\\$2")
    .replace(/\s*\n\s*/g, " ");
}

/** Numbers sources in the order in which they are first cited. */
class Citations {
  readonly #numbers = new Map<string, number>();

  cite(ids: readonly string[]): string {
    return ids.map((id) => `[${this.#number(id)}]`).join("");
  }

  #number(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }

  lines(index: DossierIndex, words: MarkdownWords): string[] {
    return [...this.#numbers].map(([id, number]) => {
      const source = index.sources.get(id);
      if (!source) return `${number}. ${id}`;
      const archived = safeUrl(source.archivedUrl);
      const line = escapeMarkdown(sourceLine({ ...source, url: undefined }, words));
      const note = source.note ? ` ${escapeMarkdown(source.note)}` : "";
      const url = safeUrl(source.url);
      const addresses = [url && `<${url}>`, archived && `${words.word("archived")}: <${archived}>`].filter(Boolean);
      return `${number}. ${[line, ...addresses].join(", ")}.${note}`;
    });
  }
}

/** A statement in one line, escaped; one that its publisher has taken back says so. */
function label(index: DossierIndex, statement: Statement, words: MarkdownWords): string {
  const said = statement.quote ? quoted(statement.quote, index.dossier.language) : (statement.paraphrase ?? "");
  const line = escapeMarkdown(`${speakerName(index, statement)}: ${said}`);
  return statement.correction?.kind === "withdrawn" ? `**${words.word("withdrawn")}:** ${line}` : line;
}

function relationLine(index: DossierIndex, end: RelationEnd, words: MarkdownWords): string {
  const { other } = end;
  const target = other.type === "event" ? escapeMarkdown(other.record.title) : label(index, other.record, words);
  const kind = words.word(`relation_${end.kind.toLowerCase()}_${end.direction}`);
  const head = `- **${kind}** ${target} (${words.date(other.record.date)})`;
  return `${head}  \n  ${words.word("basis")} ${escapeMarkdown(end.basis)}`;
}

function statementBlock(index: DossierIndex, statement: Statement, cited: Citations, words: MarkdownWords): string[] {
  const verb = words.word(`kind_${statement.kind}_verb`);
  const head = [words.date(statement.date), `${speakerName(index, statement)} ${verb}`, statement.venue].filter(
    Boolean,
  );
  const lines = [`### ${escapeMarkdown(head.join(", "))}`, ""];
  const { correction, quote, paraphrase } = statement;
  if (correction) {
    const when = words.date({ value: correction.date, precision: "day" });
    lines.push(`**${words.word(correction.kind)}** ${when}: ${escapeMarkdown(correction.reason)}`, "");
  }
  const numbers = cited.cite(statement.sources);
  if (quote) lines.push(`> ${escapeMarkdown(quoted(quote, index.dossier.language))} ${numbers}`, "");
  if (paraphrase)
    lines.push(`${words.word("paraphrase")} ${escapeMarkdown(paraphrase)}${quote ? "" : ` ${numbers}`}`, "");
  const relations = relationsOf(index, statement.id).map((end) => relationLine(index, end, words));
  const replied = bareReply(index, statement);
  if (replied) relations.push(`- **${words.word("in_reply_to")}** ${label(index, replied, words)}`);
  if (relations.length) lines.push(...relations, "");
  return lines;
}

function timelineLine(
  index: DossierIndex,
  entry: TimelineEntry,
  person: string,
  cited: Citations,
  words: MarkdownWords,
) {
  const { record } = entry;
  if (entry.type === "statement") {
    return `- ${words.date(entry.date)}: ${label(index, entry.record, words)} ${cited.cite(record.sources)}`;
  }
  const part = entry.record.people.find(({ id }) => id === person)?.part;
  const title = part ? `${entry.record.title} (${part})` : entry.record.title;
  return `- ${words.date(entry.date)}: ${escapeMarkdown(title)} ${cited.cite(record.sources)}`;
}

function section(title: string, lines: string[]): string[] {
  return lines.length ? [`## ${title}`, "", ...lines, ""] : [];
}

/**
 * A person's page as Markdown (CommonMark): everything the page says, with attribution, numbered sources and the
 * dossier's licence. Undefined for an id the dossier does not hold.
 */
export function personMarkdown(index: DossierIndex, id: string, words: MarkdownWords): string | undefined {
  const page = personPage(index, id);
  if (!page) return undefined;
  const { dossier } = index;
  const cited = new Citations();
  const block = (statement: Statement) => statementBlock(index, statement, cited, words);
  const roles = page.currentRoles.map((role) => [role.title, role.org].filter(Boolean).join(", "));
  const asOf = words.date({ value: dossier.asOf, precision: "day" });
  const origin = words.word(
    "export_origin",
    dossier.title,
    dossier.version,
    dossier.publisher.name,
    asOf,
    dossier.license,
  );
  const lines = [
    `# ${escapeMarkdown(page.person.name)}`,
    "",
    ...(roles.length ? [`*${escapeMarkdown(roles.join("; "))}*`, ""] : []),
    ...(page.person.summary ? [escapeMarkdown(page.person.summary), ""] : []),
    ...section(words.word("statements"), page.statements.flatMap(block)),
    ...section(words.word("said_about"), page.about.flatMap(block)),
    ...section(
      words.word("timeline"),
      page.timeline.map((entry) => timelineLine(index, entry, id, cited, words)),
    ),
  ];
  lines.push(...section(words.word("sources"), cited.lines(index, words)), `---`, "", escapeMarkdown(origin), "");
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}
