import type { Role } from "../../dossier/schema.ts";
import { safeUrl } from "./citation.ts";
import type { DossierIndex } from "./index.ts";
import { Citations, dateNote, type MarkdownWords } from "./markdown-sources.ts";
import { statementBlock, statementLine } from "./markdown-statement.ts";
import { escapeMarkdown, markdownAddress } from "./markdown-text.ts";
import { type PersonPage, personPage, type TimelineEntry } from "./person.ts";

/** What the export knows while it is written. */
interface Writing {
  index: DossierIndex;
  page: PersonPage;
  cited: Citations;
  words: MarkdownWords;
}

function timelineLine(entry: TimelineEntry, { index, page, cited, words }: Writing): string {
  const numbers = cited.cite(entry.record.sources);
  if (entry.type === "statement") {
    return `- ${words.date(entry.date)}: ${statementLine(index, entry.record, words)} ${numbers}`;
  }
  const part = entry.record.people.find(({ id }) => id === page.person.id)?.part;
  const title = part ? `${entry.record.title} (${part})` : entry.record.title;
  const note = dateNote(entry.date, words);
  return `- ${words.date(entry.date)}: ${escapeMarkdown(title)} ${numbers}${note ? `  \n  ${note}` : ""}`;
}

function roleText(role: Role, words: MarkdownWords): string {
  const held = escapeMarkdown([role.title, role.org].filter(Boolean).join(", "));
  if (!role.from && !role.to) return held;
  const [from, to] = [role.from, role.to].map((date) => (date ? words.date(date) : ""));
  return `${held} (${words.word("from_to", from!, to!).trim()})`;
}

/** What stands in the margin of the page: offices with their dates, who else is met, other spellings, links. */
function facts({ page, words }: Writing): string[] {
  const { person } = page;
  const line = (key: string, texts: readonly string[], between: string) =>
    texts.length ? [`- **${words.word(key)}:** ${texts.join(between)}`] : [];
  const roles = (key: string, held: readonly Role[]) =>
    line(
      key,
      held.map((role) => roleText(role, words)),
      "; ",
    );
  const people = page.people.map((one) => escapeMarkdown(one.person.name));
  const links = person.sameAs.flatMap((url) => safeUrl(url) ?? []);
  return [
    ...roles("roles", page.currentRoles),
    ...roles("former_roles", page.formerRoles),
    ...roles("later_roles", page.laterRoles),
    ...line("with", people, ", "),
    ...line("elsewhere", links.map(markdownAddress), ", "),
    ...line("spellings", page.spellings.map(escapeMarkdown), " · "),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length ? [`## ${title}`, "", ...lines, ""] : [];
}

/** Where this was taken from, and how far its story is told. */
function origin({ dossier }: DossierIndex, words: MarkdownWords): string {
  const asOf = words.date({ value: dossier.asOf, precision: "day" });
  return words.word("export_origin", dossier.title, dossier.version, dossier.publisher.name, asOf, dossier.license);
}

/**
 * A person's page as Markdown (CommonMark): everything the page says, with attribution, numbered sources and the
 * dossier's licence. Undefined for an id the dossier does not hold.
 */
export function personMarkdown(index: DossierIndex, id: string, words: MarkdownWords): string | undefined {
  const page = personPage(index, id);
  if (!page) return undefined;
  const writing: Writing = { index, page, cited: new Citations(), words };
  const { cited } = writing;
  const blocks = (key: string, statements: PersonPage["statements"]) =>
    section(
      words.word(key),
      statements.flatMap((statement) => statementBlock(index, statement, cited, words)),
    );
  const lines = [
    `# ${escapeMarkdown(page.person.name)}`,
    "",
    ...(page.person.summary ? [escapeMarkdown(page.person.summary), ""] : []),
    ...section(words.word("facts"), facts(writing)),
    ...blocks("statements", page.statements),
    ...blocks("said_about", page.about),
    ...section(
      words.word("timeline"),
      page.timeline.map((entry) => timelineLine(entry, writing)),
    ),
  ];
  lines.push(...section(words.word("sources"), cited.lines(index, words)));
  lines.push("---", "", escapeMarkdown(origin(index, words)), "");
  return lines.join("\n").replace(/\n{3,}/g, "\n\n");
}
