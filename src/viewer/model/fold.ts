/** Letters that Unicode does not decompose but readers type without their stroke or ligature. */
const UNDECOMPOSED: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Lower case without diacritics: "Kisľak" and "kislak" are one word to a search. */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return plain.replace(/[øłđðþßæœı]/g, (letter) => UNDECOMPOSED[letter]!);
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text, unfolded. */
export function words(text: string): string[] {
  return text.match(WORD) ?? [];
}

export interface Segment {
  text: string;
  hit: boolean;
}

/** Cuts `text` into what is and what is not one of the (folded) words that a search matched. */
export function highlight(text: string, hits: ReadonlySet<string>): Segment[] {
  if (!hits.size) return [{ text, hit: false }];
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!hits.has(fold(match[0]))) continue;
    if (match.index > end) segments.push({ text: text.slice(end, match.index), hit: false });
    segments.push({ text: match[0], hit: true });
    end = match.index + match[0].length;
  }
  if (end < text.length || !segments.length) segments.push({ text: text.slice(end), hit: false });
  return segments;
}
