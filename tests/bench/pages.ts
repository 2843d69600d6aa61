import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { bundled } from "./dossiers.ts";
import { madePeople, strangers } from "./names.ts";
import { type Random, seeded } from "./random.ts";

export interface BenchPage {
  id: string;
  /** "start": next to no text; "real": somebody's page, or one of that size; "giant": generated, far beyond. */
  kind: "start" | "real" | "giant";
  html: string;
}

/** Labelled pages of news sites; not part of the project, so generated pages of their size stand in where they are absent. */
const CORPUS = join(process.env.DRAMATIS_SHARED ?? join("..", "shared"), "corpus", "pages");
const REAL_PAGES = 10;

/** Writes texts that read like news to a matcher: about one word in nine is a name, a few of them of the cast. */
export class Writer {
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #strangers: readonly string[];
  readonly #cast: readonly string[];

  private constructor(seed: number, words: readonly string[], cast: readonly string[]) {
    this.#random = seeded(seed);
    this.#words = words;
    this.#strangers = strangers(4000, madePeople(100_000));
    this.#cast = cast;
  }

  /** Lower-case words and the cast come from the bundled dossier. */
  static async create(seed: number): Promise<Writer> {
    const { people, statements, events } = await bundled();
    const prose = [
      ...statements.map(({ quote, paraphrase }) => quote ?? paraphrase),
      ...events.map(({ text }) => text),
    ];
    const words = prose.flatMap((text) => text?.match(/(?<![\p{L}\d])[a-z]+(?![\p{L}\d])/gu) ?? []);
    return new Writer(
      seed,
      words,
      people.map(({ name }) => name),
    );
  }

  mention(): string {
    return this.#random.pick(this.#cast);
  }

  sentence(mention?: string): string {
    const words = Array.from({ length: 9 + this.#random.below(18) }, () => this.#random.pick(this.#words));
    if (this.#random.next() < 0.9)
      words.splice(this.#random.below(words.length), 0, this.#random.pick(this.#strangers));
    if (mention) words.splice(1 + this.#random.below(words.length), 0, mention);
    if (this.#random.next() < 0.2) words.splice(this.#random.below(words.length), 0, `“${words.pop()}”,`);
    const text = words.join(" ");
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  }

  /** A paragraph of about `length` characters with `mentions` names of the cast and, as on real pages, some links. */
  paragraph(length: number, mentions: number): string {
    const parts: string[] = [];
    let written = 0;
    let left = mentions;
    while (written < length || left > 0) {
      const sentence = this.sentence(left-- > 0 ? this.mention() : undefined);
      written += sentence.length + 1;
      parts.push(this.#random.next() < 0.12 ? `<a href="#x">${sentence}</a>` : sentence);
    }
    return `<p>${parts.join(" ")}</p>`;
  }
}

const htmlPage = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

async function article(seed: number, characters: number, every: number): Promise<string> {
  const writer = await Writer.create(seed);
  const parts = [];
  let owed = 0;
  for (let length = 0; length < characters; ) {
    owed += 420 / every;
    const paragraph = writer.paragraph(400, Math.floor(owed));
    owed -= Math.floor(owed);
    length += paragraph.length + 1;
    parts.push(paragraph);
  }
  return htmlPage("Article", `<article><h1>${writer.sentence(writer.mention())}</h1>${parts.join("\n")}</article>`);
}

async function nodes(count: number): Promise<string> {
  const writer = await Writer.create(12);
  const words = writer
    .paragraph(count * 9, 0)
    .replace(/<[^>]+>/g, "")
    .split(" ");
  const rows = [];
  for (let i = 0; i < count; i += 10) {
    const cells = Array.from({ length: 10 }, (_, k) => (i % 500 === 0 && k === 4 ? writer.mention() : words[i + k]));
    rows.push(`<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  }
  return htmlPage("Table", `<table>${rows.join("")}</table>`);
}

export const hasCorpus = () => existsSync(CORPUS);

async function corpus(): Promise<BenchPage[] | undefined> {
  if (!hasCorpus()) return undefined;
  const files = (await readdir(CORPUS)).filter((name) => name.endsWith(".html"));
  const sized = await Promise.all(files.map(async (name) => ({ name, size: (await stat(join(CORPUS, name))).size })));
  sized.sort((a, b) => b.size - a.size);
  return Promise.all(
    sized.slice(0, REAL_PAGES).map(async ({ name }) => ({
      id: name.replace(/\.html$/, ""),
      kind: "real" as const,
      html: await readFile(join(CORPUS, name), "utf8"),
    })),
  );
}

async function standIns(): Promise<BenchPage[]> {
  const sizes = Array.from({ length: REAL_PAGES }, (_, i) => 240_000 - i * 15_000);
  return Promise.all(
    sizes.map(async (size, i) => ({
      id: `made-${i + 1}`,
      kind: "real" as const,
      html: await article(20 + i, size, 3000),
    })),
  );
}

/** Every page of the scan section; the first is for the fixed cost of a start. */
export async function benchPages(): Promise<BenchPage[]> {
  const writer = await Writer.create(10);
  return [
    { id: "start", kind: "start", html: htmlPage("Start", writer.paragraph(300, 1)) },
    ...((await corpus()) ?? (await standIns())),
    { id: "article-10mb", kind: "giant", html: await article(11, 10_000_000, 10_000) },
    { id: "nodes-100k", kind: "giant", html: await nodes(100_000) },
    { id: "mentions-5k", kind: "giant", html: await article(13, 1_500_000, 300) },
  ];
}

/** A page that appends an item with one name every 20 ms for `seconds`, and notes when each was marked (`window.feed`). */
export async function feedPage(seconds: number): Promise<string> {
  const writer = await Writer.create(14);
  // A stranger's name right beside the mention would be another case: whether it is a mention at all.
  const items = Array.from({ length: seconds * 50 }, () => `${writer.sentence()} They met ${writer.mention()} then.`);
  return htmlPage("Feed", `<main></main><script>(${runFeed})(${JSON.stringify(items)});</script>`);
}

function runFeed(items: string[]): void {
  const added: number[] = [];
  const marked: (number | undefined)[] = [];
  Object.assign(window, { feed: { added, marked } });
  let seen = 0;
  // Once a frame, and only where the number of marks has changed: looking is the page's own load.
  const look = () => {
    let size = 0;
    const highlights: Highlight[] = [];
    CSS.highlights.forEach((highlight, name) => {
      if (name.startsWith("dramatis")) highlights.push(highlight);
      if (name.startsWith("dramatis")) size += highlight.size;
    });
    if (size !== seen) {
      const now = performance.now();
      for (const highlight of highlights) {
        highlight.forEach((range) => {
          const item = Number(range.startContainer.parentElement?.dataset.item ?? -1);
          // The item's own name, not a stranger's that a big lexicon may know too.
          if (item >= 0 && range.startOffset > items[item]!.lastIndexOf(" They met ")) marked[item] ??= now;
        });
      }
    }
    seen = size;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const main = document.querySelector("main")!;
  const start = performance.now();
  const timer = setInterval(() => {
    // Timers drift on a busy machine: as many as are due by now.
    while (added.length < items.length && performance.now() - start >= added.length * 20) {
      const item = document.createElement("p");
      item.textContent = items[added.length]!;
      item.dataset.item = String(added.length);
      main.append(item);
      added.push(performance.now());
    }
    if (added.length === items.length) clearInterval(timer);
  }, 20);
}
