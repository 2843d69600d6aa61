import type { Correction, DossierDate, Source, Statement } from "../../dossier/schema.ts";
import { quoted } from "../../shared/quotes.ts";
import { type DossierIndex, speakerName } from "./index.ts";

export { quoted };

/** An address that may be put into a link: http(s) and nothing else, whatever the data says. */
export function safeUrl(url: string | undefined): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

export interface CitationWords {
  date(date: DossierDate): string;
  paraphrased: string;
  /** "Withdrawn", "Corrected". */
  correction(kind: Correction["kind"]): string;
}

/** "Title, Author, Publisher, 2 March 2017". */
export function sourceName(source: Source, words: Pick<CitationWords, "date">): string {
  const parts = [source.title, source.author, source.publisher, source.date && words.date(source.date)];
  return parts.filter(Boolean).join(", ");
}

/** The same with where it can be read: its address, else that of its archived copy. */
function sourceLine(source: Source, words: CitationWords): string {
  return [sourceName(source, words), source.url ?? source.archivedUrl].filter(Boolean).join(", ");
}

/** "Withdrawn 2 March 2017: The letter is a forgery." */
function correctionLine({ kind, date, reason }: Correction, words: CitationWords): string {
  return `${words.correction(kind)} ${words.date({ value: date, precision: "day" })}: ${reason}`;
}

/**
 * One paragraph that takes a statement elsewhere with everything that makes it checkable; of one that its publisher has
 * corrected or taken back it says so before anything else.
 */
export function citation(index: DossierIndex, statement: Statement, words: CitationWords): string {
  const { dossier } = index;
  const said = statement.quote
    ? quoted(statement.quote, dossier.language)
    : `${statement.paraphrase ?? ""} (${words.paraphrased})`;
  const who = [speakerName(index, statement), statement.date && words.date(statement.date), statement.venue];
  const sources = statement.sources.flatMap((id) => {
    const source = index.sources.get(id);
    return source ? [sourceLine(source, words)] : [];
  });
  const { correction } = statement;
  const warning = correction ? `[${correctionLine(correction, words)}] ` : "";
  const pack = `${dossier.title}, v${dossier.version}, ${dossier.publisher.name}`;
  return `${warning}${said} — ${who.filter(Boolean).join(", ")}. ${[...sources, pack].join("; ")}.`;
}
