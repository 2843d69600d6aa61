import { seeded } from "../../bench/random.ts";

/** Ways to hold a piece of text so that it is a node, or several, of its own. */
const HOLDERS: readonly ((piece: string) => string)[] = [
  (piece) => `<!-- -->${piece}`,
  (piece) => `<b>${piece}</b>`,
  (piece) => `<span>${piece}</span><!-- -->`,
  (piece) => `<i><u>${piece}</u></i>`,
];
/** A piece has fewer characters than this. */
const LONGEST = 9;

/** Paragraphs of these texts, cut anywhere into nodes by comments and inline elements; the same seed cuts alike. */
export function cutAtRandom(texts: readonly string[], seed: number): string {
  const random = seeded(seed);
  return texts
    .map((text) => {
      let cut = "";
      for (let at = 0; at < text.length; ) {
        const end = at + 1 + random.below(LONGEST - 1);
        cut += random.pick(HOLDERS)(text.slice(at, end));
        at = end;
      }
      return `<p>${cut}</p>`;
    })
    .join("");
}
