import type { DossierDate, Source } from "../../dossier/schema.ts";
import { safeUrl, sourceName } from "./citation.ts";
import type { DossierIndex } from "./index.ts";
import { escapeMarkdown, markdownAddress } from "./markdown-text.ts";

/** Words of the interface that the export needs; passed in, so that this stays pure. */
export interface MarkdownWords {
  date(date: DossierDate | undefined): string;
  /** The text under a key of the viewer's locale file, without its prefix. */
  word(key: string, ...args: (string | number)[]): string;
}

/** How a date is known, when that is not simply stated: "Date inferred: From the postmark." */
export function dateNote(date: DossierDate | undefined, words: MarkdownWords): string | undefined {
  if (!date?.note && date?.basis !== "inferred") return undefined;
  const label = words.word(date.basis === "inferred" ? "date_inferred" : "date_note");
  return `${label}: ${escapeMarkdown(date.note ?? words.word("date_inferred_bare"))}`;
}

/** Numbers sources in the order in which they are first cited. */
export class Citations {
  readonly #numbers = new Map<string, number>();

  cite(ids: readonly string[]): string {
    return [...new Set(ids)].map((id) => `[${this.#number(id)}]`).join("");
  }

  #number(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }

  /** The numbered list of all that was cited. */
  lines(index: DossierIndex, words: MarkdownWords): string[] {
    return [...this.#numbers].map(([id, number]) => {
      const source = index.sources.get(id);
      return `${number}. ${source ? sourceEntry(source, words) : id}`;
    });
  }
}

function sourceEntry(source: Source, words: MarkdownWords): string {
  const url = safeUrl(source.url);
  const archived = safeUrl(source.archivedUrl);
  const addresses = [
    url && markdownAddress(url),
    archived && `${words.word("archived")}: ${markdownAddress(archived)}`,
  ].filter(Boolean);
  const entry = `${[escapeMarkdown(sourceName(source, words)), ...addresses].join(", ")}.`;
  const notes = [source.note && escapeMarkdown(source.note), dateNote(source.date, words)].filter(Boolean);
  return [entry, ...notes].join(" ");
}
