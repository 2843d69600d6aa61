/** Opening and closing marks by language; English ones for the rest. */
const QUOTES: Record<string, readonly [string, string]> = {
  cs: ["„", "“"],
  da: ["»", "«"],
  de: ["„", "“"],
  fr: ["«\u00a0", "\u00a0»"],
  it: ["«", "»"],
  pl: ["„", "”"],
  ru: ["«", "»"],
  uk: ["«", "»"],
};

/** The quotation marks of a language (BCP 47): the opening one and the closing one. */
export function quoteMarks(language: string): readonly [string, string] {
  return QUOTES[language.toLowerCase().split("-")[0]!] ?? ["“", "”"];
}

/** Verbatim words in the quotation marks of their language. */
export function quoted(text: string, language: string): string {
  const [open, close] = quoteMarks(language);
  return open + text + close;
}
