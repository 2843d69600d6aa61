import type { DossierDate } from "../dossier/schema.ts";
import type { CardView, SourceView, StatementView } from "../dossier/views.ts";
import { t } from "../shared/i18n.ts";
import { quoted } from "../shared/quotes.ts";
import { formatDate, formatDay } from "./dates.ts";

/** Whose words, from when and where. */
interface Origin {
  speakerName?: string;
  date?: DossierDate;
  venue?: string;
}

/** A statement that the card shows: this person's own, or one about this person. */
export function statementOf(view: CardView, id: string): StatementView | undefined {
  return [...view.statements, ...(view.about ?? [])].find((statement) => statement.id === id);
}

/** Who, when, where: the line that goes along with words; of the dossier's own words it says that they are no quote. */
export function attribution({ speakerName, date, venue }: Origin, verbatim: boolean): string {
  const who = [speakerName, date && formatDate(date), venue].filter(Boolean).join(", ");
  return `— ${verbatim ? who : t("cite_paraphrased", who)}`;
}

/** The same with what was corrected since. */
export function origin(statement: StatementView, verbatim: boolean): string {
  const { correction } = statement;
  const line = attribution(statement, verbatim);
  return correction
    ? `${line}\n${t(`card_${correction.kind}`, formatDay(correction.date))} ${correction.reason}`
    : line;
}

/** "The Washington Post: Report on two conversations (Mar 2, 2017), https://…" */
export function sourceText(source: SourceView): string {
  const who = [source.author, source.publisher].filter(Boolean).join(", ");
  const title = who ? `${who}: ${source.title}` : source.title;
  const dated = source.date ? `${title} (${formatDate(source.date)})` : title;
  return [dated, source.url ?? source.archivedUrl].filter(Boolean).join(", ");
}

/** "Source: …"; undefined: the statement names none. */
export function sourceLine(source: SourceView | undefined): string | undefined {
  return source && t("cite_source", sourceText(source));
}

/** A whole citation: quote, speaker, date, venue, source, dossier. */
export function citation(statement: StatementView, dossier: CardView["dossier"]): string {
  const { quote, paraphrase } = statement;
  return [
    quote ? quoted(quote, dossier.language) : paraphrase,
    origin(statement, Boolean(quote)),
    ...statement.sources.map(sourceLine),
    t("cite_dossier", dossier.title, dossier.version, formatDay(dossier.asOf)),
  ]
    .filter(Boolean)
    .join("\n");
}
