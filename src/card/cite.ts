import type { CardView, SourceView, StatementView } from "../dossier/views.ts";
import { t } from "../shared/i18n.ts";
import { formatDate, formatDay } from "./dates.ts";

/** A statement that the card shows: this person's own, or one about this person. */
export function statementOf(view: CardView, id: string): StatementView | undefined {
  return [...view.statements, ...(view.about ?? [])].find((statement) => statement.id === id);
}

/** The words of a statement as they may be quoted: verbatim in quote marks, ours without. */
export function wording(statement: StatementView): string {
  return statement.quote ? `“${statement.quote}”` : (statement.paraphrase ?? "");
}

/** Who, when, where: the line that goes along with a copied quote. */
export function attribution(statement: StatementView): string {
  const parts = [statement.speakerName, statement.date && formatDate(statement.date), statement.venue];
  return `— ${parts.filter(Boolean).join(", ")}`;
}

/** "The Washington Post: Report on two conversations (Mar 2, 2017), https://…" */
export function sourceText(source: SourceView): string {
  const who = [source.author, source.publisher].filter(Boolean).join(", ");
  const title = who ? `${who}: ${source.title}` : source.title;
  const dated = source.date ? `${title} (${formatDate(source.date)})` : title;
  return [dated, source.url ?? source.archivedUrl].filter(Boolean).join(", ");
}

/** A whole citation: quote, speaker, date, venue, source, dossier. */
export function citation(statement: StatementView, dossier: CardView["dossier"]): string {
  const correction = statement.correction;
  return [
    wording(statement),
    attribution(statement),
    correction && `${t(`card_${correction.kind}`, formatDay(correction.date))} ${correction.reason}`,
    ...statement.sources.map((source) => t("cite_source", sourceText(source))),
    t("cite_dossier", dossier.title, dossier.version, formatDay(dossier.asOf)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** What is put on the clipboard when the reader copies words out of a statement: the words, then whose they are. */
export function quoted(text: string, statement: StatementView, verbatim: boolean): string {
  const first = statement.sources[0];
  // The marks may be among what was selected.
  const words = text.replace(/^“|”$/g, "");
  return [verbatim ? `“${words}”` : text, attribution(statement), first && t("cite_source", sourceText(first))]
    .filter(Boolean)
    .join("\n");
}
