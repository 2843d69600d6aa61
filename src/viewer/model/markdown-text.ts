/** Text of a dossier as Markdown (CommonMark) that reads as that text, whatever signs stand in it. */

/** Escapes what Markdown would read as markup; comes back on one line. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .trim()
      .replace(/\s*[\r\n]\s*/g, " ")
      .replace(/[\\`*_[\]<>|~&]/g, "\\$&")
      // At its beginning a line may be a heading, the underline of one, a rule, or an item of a list, with a number or without.
      .replace(/^[#+=-]/, "\\$&")
      .replace(/^(\d+)([.)])/, "$1\\$2")
      // What closes a heading is not shown.
      .replace(/(\s)(#+)$/, "$1\\$2")
  );
}

/** An address as a link that shows it; it ends nowhere but at its end. */
export function markdownAddress(url: string): string {
  return `<${url.replace(/[<>]/g, (sign) => encodeURIComponent(sign))}>`;
}
