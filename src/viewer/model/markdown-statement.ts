import type { Statement } from "../../dossier/schema.ts";
import { quoted } from "./citation.ts";
import { type DossierIndex, speakerName } from "./index.ts";
import { type Citations, dateNote, type MarkdownWords } from "./markdown-sources.ts";
import { escapeMarkdown } from "./markdown-text.ts";
import { bareReplies, bareReply, type RelationEnd, relationsOf } from "./relations.ts";

/** A statement in one line, escaped; one that its publisher has taken back says so. */
export function statementLine(index: DossierIndex, statement: Statement, words: MarkdownWords): string {
  const said = statement.quote ? quoted(statement.quote, index.dossier.language) : (statement.paraphrase ?? "");
  const line = escapeMarkdown(`${speakerName(index, statement)}: ${said}`);
  return statement.correction?.kind === "withdrawn" ? `**${words.word("withdrawn")}:** ${line}` : line;
}

function relationLine(index: DossierIndex, end: RelationEnd, words: MarkdownWords): string {
  const { other } = end;
  const target =
    other.type === "event" ? escapeMarkdown(other.record.title) : statementLine(index, other.record, words);
  const kind = words.word(`relation_${end.kind.toLowerCase()}_${end.direction}`);
  const head = `- **${kind}** ${target} (${words.date(other.record.date)})`;
  return `${head}  \n  ${words.word("basis")} ${escapeMarkdown(end.basis)}`;
}

/** What the statement answers, what stands against it and what replies to it, as the page lists them. */
function relationLines(index: DossierIndex, statement: Statement, words: MarkdownWords): string[] {
  const reply = (key: string, other: Statement) =>
    `- **${words.word(key)}** ${statementLine(index, other, words)} (${words.date(other.date)})`;
  const replied = bareReply(index, statement);
  return [
    ...relationsOf(index, statement.id).map((end) => relationLine(index, end, words)),
    ...(replied ? [reply("in_reply_to", replied)] : []),
    ...bareReplies(index, statement.id).map((other) => reply("reply", other)),
  ];
}

/** Whom it is about, on which occasion it was said, and how its date is known. */
function circumstances(index: DossierIndex, statement: Statement, words: MarkdownWords): string[] {
  const about = statement.about.flatMap((id) => (id === statement.speaker ? [] : (index.people.get(id)?.name ?? [])));
  const event = statement.event ? index.events.get(statement.event) : undefined;
  const note = dateNote(statement.date, words);
  return [
    ...(about.length ? [`${words.word("about")}: ${about.map(escapeMarkdown).join(", ")}`, ""] : []),
    ...(event ? [`${words.word("at_event")}: ${escapeMarkdown(event.title)}`, ""] : []),
    ...(note ? [note, ""] : []),
  ];
}

/** A statement in full under a heading of its own. */
export function statementBlock(
  index: DossierIndex,
  statement: Statement,
  cited: Citations,
  words: MarkdownWords,
): string[] {
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
  const relations = relationLines(index, statement, words);
  if (relations.length) lines.push(...relations, "");
  return [...lines, ...circumstances(index, statement, words)];
}
