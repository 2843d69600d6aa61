/** What a dossier of a feed may hold that is no dossier: refused through engine and store, with the place in the sentence. */
import { expect, test } from "vitest";
import type { Dossier } from "../../src/dossier/schema.ts";
import { json } from "../server/serve.ts";
import { recovers, refuses, setScene } from "./bad-feed.ts";
import { dossier, entry, index, text } from "./publisher.ts";

interface Row {
  name: string;
  /** Spoils version 3, of three people and three statements. */
  spoil(story: Story): void;
  says: RegExp;
}
type Story = Pick<Dossier, "people" | "statements" | "events" | "sources"> & Record<string, unknown>;

const nest = (depth: number): unknown => (depth ? [nest(depth - 1)] : 0);
const statement = (story: Story, n: number) => story.statements[n] as unknown as Record<string, unknown>;
const person = (story: Story) => story.people[0] as unknown as Record<string, unknown>;

const ROWS: Row[] = [
  {
    name: "a field of the wrong type",
    spoil: (story) => Object.assign(story, { title: 5 }),
    says: /title: must be a text, found 5/,
  },
  { name: "a missing field", spoil: (story) => void delete story.license, says: /license: is missing/ },
  {
    name: "a text that is too long",
    spoil: (story) => Object.assign(story, { title: "a".repeat(501) }),
    says: /title: must have at most 500 characters, has 501/,
  },
  {
    name: "a file that nests too deep",
    spoil: (story) => Object.assign(story, { x: nest(40) }),
    says: /deeper than 32/,
  },
  {
    name: "too many items",
    spoil: (story) => Object.assign(story, { context: Array.from({ length: 201 }, () => "word") }),
    says: /context: must have at most 200 items, has 201/,
  },
  {
    name: "an id that names nothing",
    spoil: (story) => Object.assign(statement(story, 1), { speaker: "nobody" }),
    says: /statements\[1\]\.speaker: there is no person "nobody"/,
  },
  {
    name: "an id that is used twice",
    spoil: (story) => Object.assign(statement(story, 1), { id: "p0" }),
    says: /statements\[1\]\.id: "p0" is taken by people\[0\]/,
  },
  {
    name: "relations in a circle",
    spoil(story) {
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [2, 0],
      ] as const)
        statement(story, from).relations = [{ kind: "answers", target: `s${to}`, basis: "b" }];
    },
    says: /statements\[2\]\.relations\[0\]\.target: runs in a circle: "s0" → "s1" → "s2" → "s0"/,
  },
  {
    name: "a date that does not exist",
    spoil: (story) => Object.assign(statement(story, 1), { date: { value: "2017-02-29", precision: "day" } }),
    says: /statements\[1\]\.date\.value: there is no such date/,
  },
  {
    name: "a key that is a constructor",
    spoil: (story) => Object.defineProperty(person(story), "constructor", { value: {}, enumerable: true }),
    says: /people\[0\]\.constructor: this key is not allowed/,
  },
  {
    name: "a link that runs a script",
    spoil: (story) => Object.assign(story.sources[0] as object, { url: "javascript:alert(1)" }),
    says: /sources\[0\]\.url: must be an http or https address, found "javascript:alert\(1\)"/,
  },
  {
    name: "a name with a right-to-left override",
    spoil: (story) => Object.assign(person(story), { name: "Ada \u202EtsivqdniL" }),
    says: /people\[0\]\.name: must not hold the hidden character U\+202E/,
  },
  {
    name: "a name with a zero-width space",
    spoil: (story) => Object.assign(person(story), { name: "Ada Lind\u200Bqvist" }),
    says: /people\[0\]\.name: must not hold the hidden character U\+200B/,
  },
  {
    name: "100,000 aliases",
    spoil: (story) =>
      Object.assign(person(story), {
        aliases: Array.from({ length: 100_000 }, (_, n) => ({ text: `Name Nr ${n}`, kind: "full" })),
      }),
    says: /people\[0\]\.aliases: must have at most 200 items, has 100000/,
  },
  {
    name: "an alias of one letter",
    spoil: (story) => Object.assign(person(story), { aliases: [{ text: "A", kind: "full" }] }),
    says: /people\[0\]\.aliases\[0\]\.text: must have at least two letters/,
  },
  {
    name: "an alias of spaces",
    spoil: (story) => Object.assign(person(story), { aliases: [{ text: "   ", kind: "full" }] }),
    says: /people\[0\]\.aliases\[0\]\.text: must not be empty/,
  },
  {
    name: "half a character",
    spoil: (story) => Object.assign(statement(story, 1), { quote: "Ada \ud800" }),
    says: /statements\[1\]\.quote: holds half a character/,
  },
];

test.each(ROWS)("$name: bad-schema", { timeout: 30_000 }, async ({ spoil, says }) => {
  const scene = await setScene();
  try {
    const story = dossier({ version: 3, people: 3, statements: 3 }) as unknown as Story;
    spoil(story);
    const file = text(story);
    scene.server.on("/story.json", json(file));
    scene.server.on("/feed.json", json(index([entry(file)])));
    await refuses(scene, { code: "bad-schema", says });
    await recovers(scene);
  } finally {
    await scene.close();
  }
});

test("a script in every text is words, in the store as in the file", async () => {
  const script = "<script>globalThis.pwned=1</script><img src=x onerror=alert(1)>";
  const scene = await setScene();
  try {
    const story = dossier({ version: 3, words: script, head: { title: script, summary: script } });
    const file = text(story);
    scene.server.on("/story.json", json(file));
    scene.server.on("/feed.json", json(index([entry(file, "story.json", { title: script })], { title: script })));
    await scene.library.feeds.check(scene.url);
    await expect.poll(async () => (await scene.library.whole(`${scene.url}#story`)).version).toBe(3);
    const whole = await scene.library.whole(`${scene.url}#story`);
    expect([whole.title, whole.summary, whole.statements[0]?.quote]).toEqual([script, script, script]);
    expect((await scene.library.feeds.list())[0]?.title).toBe(script);
  } finally {
    await scene.close();
  }
});
