import { findCandidates, type Lexicon, type PageFacts, resolveCandidates } from "../detect/index.ts";

export interface TextMention {
  start: number;
  end: number;
  text: string;
  /** Id in its dossier. */
  person: string;
}

export interface DocumentMentions {
  doc: string;
  mentions: TextMention[];
}

/** Offsets at which blocks of a plain text begin: at empty lines, and at every line unless the lines look wrapped by width. */
function blocksOf(text: string): { start: number; text: string }[] {
  const lines = text.split("\n");
  const long = lines.filter((line) => line.length > 100).length;
  const middling = lines.filter((line) => line.length > 50 && line.length <= 100).length;
  const wrapped = long === 0 && middling > lines.length / 2;
  const edge = wrapped ? /\n\s*\n/g : /\n/g;
  const blocks = [];
  let start = 0;
  for (const match of text.matchAll(edge)) {
    blocks.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  blocks.push({ start, text: text.slice(start) });
  return blocks.filter((block) => block.text.trim());
}

/** The engine on a plain text; offsets in UTF-16 code units of it. */
export function detectInText(lexicon: Lexicon, text: string, facts: PageFacts = {}): TextMention[] {
  const blocks = blocksOf(text);
  const candidates = blocks.map((block) => findCandidates(lexicon, block.text));
  return resolveCandidates(lexicon, candidates, facts).flatMap((mentions, i) =>
    mentions.map(({ start, end, person }) => {
      const offset = blocks[i]?.start ?? 0;
      return {
        start: start + offset,
        end: end + offset,
        text: text.slice(start + offset, end + offset),
        person: lexicon.people[person]?.refs[0]?.person ?? "",
      };
    }),
  );
}
