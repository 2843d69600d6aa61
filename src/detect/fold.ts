/** Characters that are skipped inside a name: soft hyphen, zero-width characters, direction marks. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\p{M}]/gu;
const LETTERS: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Lower case, compatibility forms resolved, diacritics and invisible characters dropped: "SÁN\u00ADCHEZ" is "sanchez". */
export function fold(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** As `fold`, with the German way of writing umlauts (and Scandinavian vowels) in ASCII: "Götschl" is "goetschl". */
export function foldGerman(text: string): string {
  return fold(
    text
      .normalize("NFC")
      .replace(/[äöüøÄÖÜØ]/g, (letter) => `${fold(letter)}e`)
      .replace(/å/gi, "aa"),
  );
}
