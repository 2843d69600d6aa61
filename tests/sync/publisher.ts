/** Makes dossiers and feed indexes, and puts them on a test server as a publisher would. */
import { createHash } from "node:crypto";
import type { Feed, FeedEntry } from "../../src/dossier/feed-schema.ts";
import { sealStatement } from "../../src/dossier/feed-verify.ts";
import { type KeyPair, signValue } from "../../src/dossier/signature.ts";
import { makeFeed } from "../dossier/feed-tools.ts";
import { json, type TestServer } from "../server/serve.ts";

type Json = Record<string, unknown>;

export interface Story {
  version: number;
  id?: string;
  people?: number;
  statements?: number;
  /** Changes of single fields. */
  head?: Json;
  /** Words of the first statement: what tells versions apart on a card. */
  words?: string;
  /** Characters that each statement is longer by. */
  padding?: number;
}

/** A valid dossier of any size, always the same for the same story. */
export function dossier({
  version,
  id = "story",
  people = 3,
  statements = 4,
  head = {},
  words,
  padding = 0,
}: Story): Json {
  const more = padding ? ` ${"And so on. ".repeat(Math.ceil(padding / 11)).trim()}` : "";
  return {
    format: "dramatis-dossier/1",
    id,
    version,
    title: `A story, version ${version}`,
    language: "en",
    asOf: "2017-03-02",
    publisher: { name: "The Desk" },
    license: "CC0-1.0",
    updated: "2017-03-03",
    changes: [{ version, text: `Version ${version}.` }],
    context: ["hearing"],
    sources: [{ id: "src-1", title: "A report", publisher: "The Paper" }],
    people: Array.from({ length: people }, (_, n) => ({
      id: `p${n}`,
      name: personName(n),
      aliases: [{ text: `Fam${letters(n)}`, kind: "surname" }],
      summary: "Someone in the story.",
    })),
    events: [
      {
        id: "e1",
        date: { value: "2017-01-10", precision: "day" },
        title: "The hearing",
        people: [{ id: "p0", part: "witness" }],
        sources: ["src-1"],
      },
    ],
    statements: Array.from({ length: statements }, (_, n) => ({
      id: `s${n}`,
      speaker: `p${n % people}`,
      kind: "said",
      date: { value: "2017-01-10", precision: "day" },
      quote: (n === 0 ? (words ?? `Said in version ${version}.`) : `Words number ${n}.`) + more,
      about: [`p${(n + 1) % people}`],
      event: "e1",
      relations: n === 0 ? [] : [{ kind: "answers", target: `s${n - 1}`, basis: "Said right after it." }],
      sources: ["src-1"],
    })),
    ...head,
  };
}

/** Name of person number n; no digits, which no name has. */
export const personName = (n: number) => `Giv${letters(n)} Fam${letters(n)}`;

function letters(n: number): string {
  const last = "abcdefghijklmnopqrstuvwxyz"[n % 26] as string;
  return n < 26 ? `o${last}` : letters(Math.floor(n / 26) - 1) + last;
}

export const text = (value: unknown) => JSON.stringify(value);

/** The line of a feed index for a dossier file. */
export function entry(file: string, url = "story.json", changes: Json = {}): Json {
  const { id, version, title } = JSON.parse(file) as { id: string; version: number; title: string };
  const sha256 = createHash("sha256").update(file).digest("hex");
  return { id, version, title, url, bytes: Buffer.byteLength(file), sha256, updated: "2017-03-03", ...changes };
}

export function index(entries: Json[], changes: Json = {}): Json {
  return {
    format: "dramatis-feed/1",
    title: "The Desk's feed",
    publisher: { name: "The Desk" },
    updated: "2017-03-03",
    dossiers: entries,
    ...changes,
  };
}

/** Publishes one dossier as an unsigned feed at /feed.json; the file lies beside it. Returns the address of the feed. */
export function publish(server: TestServer, story: Story, changes: Json = {}): string {
  const file = text(dossier(story));
  server.on("/story.json", json(file));
  server.on("/feed.json", json(index([entry(file)], changes)));
  return `${server.origin}/feed.json`;
}

/** The same as a signed feed: the index and the dossier's entry carry a signature of this key. */
export async function publishSigned(
  server: TestServer,
  story: Story,
  pair: KeyPair,
  changes: Partial<Feed> = {},
): Promise<string> {
  const file = text(dossier(story));
  server.on("/story.json", json(file));
  server.on("/feed.json", json(await signedIndex(file, pair, { sequence: story.version, ...changes })));
  return `${server.origin}/feed.json`;
}

/** A signed index that offers one dossier file, as text. */
export async function signedIndex(file: string, pair: KeyPair, changes: Partial<Feed> = {}): Promise<string> {
  const bare = entry(file) as FeedEntry;
  const sealed = { ...bare, signature: await signValue(sealStatement(bare), pair.privateKey) };
  return text(await makeFeed([pair], { title: "The Desk's feed", dossiers: [sealed], ...changes }));
}
