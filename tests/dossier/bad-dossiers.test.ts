/** What only a whole dossier can get wrong, and names that are not what they look like. */
import { describe, expect, it, vi } from "vitest";
import { compileLexicon, findCandidates, loadLexicon } from "../../src/detect/index.ts";
import { DramatisError } from "../../src/dossier/errors.ts";
import { faultText } from "../../src/dossier/faults.ts";
import { LIMITS } from "../../src/dossier/limits.ts";
import { checkDossier, parseDossier } from "../../src/dossier/validate.ts";
import { withField } from "./fields.ts";
import { fullDossier } from "./full.ts";
import { head } from "./make.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

type Path = (string | number)[];

function told(input: unknown): string {
  try {
    parseDossier(typeof input === "string" || input instanceof Uint8Array ? input : JSON.stringify(input));
    return "accepted";
  } catch (error) {
    if (!(error instanceof DramatisError)) throw error;
    return `${error.code}: ${error.details[0] ?? ""}`;
  }
}
const withValue = (path: Path, value: unknown) => told(withField(fullDossier(), path, value));

describe("a dossier as a whole", () => {
  it.each<[string, unknown, string]>([
    ["nothing", "", "empty-body"],
    ["spaces", " \n\t ", "empty-body"],
    ["a page", "<!doctype html><title>Not found</title>", "bad-json: line 1, column 1"],
    ["a cut file", JSON.stringify(fullDossier()).slice(0, 500), "bad-json: line 1, column"],
    ["a list", [], "bad-schema: must be an object, found a list of 0"],
    ["null", "null", "bad-schema: must be an object"],
    ["a number too large for JSON numbers", '{"format":"dramatis-dossier/1","version":1e400}', "version: must be"],
    ["two roots", "{}{}", "bad-json: line 1, column 3"],
    ["a byte-order mark and nothing else", "\uFEFF", "empty-body"],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), "bad-json: byte 3"],
    ["UTF-16", new Uint8Array(Buffer.from('{"a":1}', "utf16le")), "bad-json"],
    ["a newer format", { ...fullDossier(), format: "dramatis-dossier/2" }, "needs-newer-format"],
    ["another format", { ...fullDossier(), format: "dramatis-feed/1" }, 'format: must be "dramatis-dossier/1"'],
  ])("that is %s", (_, input, expected) => {
    expect(told(input)).toContain(expected);
  });

  it("needs the app version that it names, where one is known", () => {
    const text = JSON.stringify({ ...fullDossier(), minAppVersion: "1.10" });
    expect(() => parseDossier(text, { appVersion: "1.9.9" })).toThrow("needs-newer-app: 1.10 · 1.9.9");
    expect(parseDossier(text, { appVersion: "1.10.0" }).id).toBe("story");
  });

  it("may nest 32 deep and no deeper, however deep a file tries", () => {
    const nest = (depth: number) => `{"x":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect(told(nest(31))).toContain("format: is missing");
    expect(told(nest(32))).toContain("is nested deeper than 32 levels");
    expect(told(nest(200_000))).toMatch(/is nested deeper than 32 levels|bad-json/);
    expect(told("[".repeat(200_000))).toContain("bad-json: line 1, column 200001");
  });

  it("is refused by size before it is read", () => {
    expect(told(new Uint8Array(LIMITS.bytes + 1))).toBe(`too-large: ${LIMITS.bytes}`);
  });

  it.each<[string, Path, unknown, string]>([
    ["an empty name", ["people", 0, "name"], "", "people[0].name: must not be empty"],
    [
      "a name of one hidden character",
      ["people", 0, "name"],
      "\u200B",
      "people[0].name: must not hold the hidden character U+200B",
    ],
    [
      "no address",
      ["sources", 0, "url"],
      "the paper",
      'sources[0].url: must be an http or https address, found "the paper"',
    ],
    ["a list for an object", ["people", 0], [], "people[0]: must be an object"],
  ])("tells of %s once", (_, path, value, expected) => {
    const text = JSON.stringify(withField(fullDossier(), path, value));
    const { faults } = checkDossier(text);
    const lines = faults.faults
      .map(faultText)
      .filter((line) => line.startsWith(expected.slice(0, expected.indexOf(":"))));
    expect(lines).toEqual([expect.stringContaining(expected)]);
  });

  it.each<[string, Path, unknown, string]>([
    [
      "a date",
      ["events", 0, "date"],
      "2017-03-02",
      'events[0].date: must be an object like { "value": "2017-03-02", "precision": "day" }, found "2017-03-02"',
    ],
    [
      "an alias",
      ["people", 0, "aliases", 0],
      "Lindqvist",
      'people[0].aliases[0]: must be an object like { "text": "…", "kind": "…" }, found "Lindqvist"',
    ],
    [
      "an alias",
      ["people", 0, "aliases", 0],
      ["Lindqvist"],
      'people[0].aliases[0]: must be an object like { "text": "…", "kind": "…" }, found a list of 1',
    ],
    ["a person", ["people", 0], "Ada", 'people[0]: must be an object like { "id": "…", "name": "…" }, found "Ada"'],
    [
      "a statement",
      ["statements", 1],
      true,
      'statements[1]: must be an object like { "id": "…", "kind": "…", "sources": […] }, found true',
    ],
    ["the publisher", ["publisher"], "The Desk", 'publisher: must be an object like { "name": "…" }, found "The Desk"'],
  ])("shows the shape of %s that is something else", (_, path, value, expected) => {
    expect(withValue(path, value)).toContain(expected);
  });

  it("names the first five faults and the number of all", () => {
    const many = { ...fullDossier(), context: Array.from({ length: 50 }, () => 5) };
    expect(() => parseDossier(JSON.stringify(many))).toThrow(/context\[4\][^;]*· 50$/);
  });
});

describe("ids", () => {
  it.each<[string, Path, unknown, string]>([
    ["used twice in a list", ["people", 1, "id"], "p1", 'people[1].id: "p1" is taken by people[0]'],
    ["used twice over lists", ["events", 0, "id"], "p1", 'events[0].id: "p1" is taken by people[0]'],
    ["of nobody as speaker", ["statements", 1, "speaker"], "p9", 'statements[1].speaker: there is no person "p9"'],
    ["of nobody spoken of", ["statements", 1, "about", 0], "p9", 'statements[1].about[0]: there is no person "p9"'],
    ["of no event", ["statements", 1, "event"], "e9", 'statements[1].event: there is no event "e9"'],
    ["of no statement", ["statements", 1, "inReplyTo"], "s9", 'statements[1].inReplyTo: there is no statement "s9"'],
    ["of no source", ["statements", 1, "sources", 0], "x", 'statements[1].sources[0]: there is no source "x"'],
    ["of no source of an event", ["events", 0, "sources", 0], "x", 'events[0].sources[0]: there is no source "x"'],
    [
      "of nobody taking part",
      ["events", 0, "people", 0, "id"],
      "p9",
      'events[0].people[0].id: there is no person "p9"',
    ],
    [
      "of nothing related",
      ["statements", 1, "relations", 0, "target"],
      "z",
      'statements[1].relations[0].target: there is no event or statement "z"',
    ],
    [
      "of another type",
      ["statements", 1, "speaker"],
      "e1",
      'statements[1].speaker: "e1" is of type event, must be of type person',
    ],
    ["of itself", ["statements", 1, "relations", 0, "target"], "s2", "cannot stand in relation to itself"],
    ["that are words of objects", ["people", 1, "id"], "constructor", "people[1].id: must be a short slug"],
    ["with capitals", ["people", 1, "id"], "P2", "people[1].id: must be a short slug"],
  ])("%s", (_, path, value, expected) => {
    expect(withValue(path, value)).toContain(expected);
  });

  it("of a list that is missing are one fault, not many", () => {
    const { people: _, ...without } = fullDossier();
    expect(told(without)).toBe("bad-schema: people: is missing");
  });
});

describe("replies", () => {
  const story = (replies: [number, number, string][]) => ({
    ...head(),
    sources: [{ id: "a", title: "A" }],
    statements: Array.from({ length: 12 }, (_, n) => ({
      id: `s${n}`,
      speakerName: "Board",
      kind: "said",
      quote: "x",
      sources: ["a"],
      relations: replies.filter(([from]) => from === n).map(([, to, kind]) => ({ kind, target: `s${to}`, basis: "b" })),
    })),
  });

  it("must not run in a circle, long or short", () => {
    expect(
      told(
        story([
          [0, 1, "answers"],
          [1, 0, "repeats"],
        ]),
      ),
    ).toContain('statements[1].relations[0].target: runs in a circle: "s0" → "s1" → "s0"');
    const ring = Array.from({ length: 12 }, (_, n): [number, number, string] => [n, (n + 1) % 12, "answers"]);
    expect(told(story(ring))).toContain('"s5" → "…" → "s0"');
    expect(told(withField(story([]), ["statements", 3, "inReplyTo"], "s3"))).toContain(
      "statements[3].inReplyTo: runs in a circle",
    );
  });

  it("may dispute one another, and may meet again on two ways", () => {
    expect(
      told(
        story([
          [0, 1, "disputes"],
          [1, 0, "disputes"],
          [2, 3, "atOddsWith"],
          [3, 2, "atOddsWith"],
        ]),
      ),
    ).toBe("accepted");
    expect(
      told(
        story([
          [3, 1, "answers"],
          [3, 2, "answers"],
          [1, 0, "answers"],
          [2, 0, "answers"],
        ]),
      ),
    ).toBe("accepted");
  });

  it("in a chain of 100,000 cost no stack", () => {
    const long = { ...story([]) };
    long.statements = Array.from({ length: 100_000 }, (_, n) => ({
      ...long.statements[0]!,
      id: `s${n}`,
      relations: n > 0 ? [{ kind: "answers", target: `s${n - 1}`, basis: "b" }] : [],
    }));
    expect(told(long)).toBe("accepted");
  }, 30_000);
});

describe("dates", () => {
  it("must say how exact they are, and periods must not end before they begin", () => {
    expect(withValue(["events", 0, "date", "precision"], "month")).toContain(
      'events[0].date.precision: must be "day" for "2017-01-10", found "month"',
    );
    expect(withValue(["people", 0, "roles", 0, "to", "value"], "2015-12-31")).toContain(
      'people[0].roles[0].to: must not be before from, found "2015-12-31" before "2016-01-01"',
    );
    const year = { value: "2016", precision: "year" };
    expect(withValue(["people", 0, "roles", 0, "to"], year)).toBe("accepted");
  });
});

/** Each with the code point that the message names. */
const HIDDEN: [string, string, string][] = [
  ["a right-to-left override", "Ada\u202Etsivqdnil", "U+202E"],
  ["an isolate", "Ada \u2066Lindqvist", "U+2066"],
  ["a zero-width space", "Ada Lind\u200Bqvist", "U+200B"],
  ["a word joiner", "Ada Lind\u2060qvist", "U+2060"],
  ["a byte-order mark", "Ada Lind\uFEFFqvist", "U+FEFF"],
  ["a joiner among Latin letters", "Ada Lind\u200Dqvist", "U+200D"],
  ["a non-joiner among Latin letters", "Ada Lind\u200Cqvist", "U+200C"],
  ["a soft hyphen", "Lind\u00ADqvist", "U+00AD"],
  ["a Hangul filler", "Ada\u3164", "U+3164"],
  ["a tag character", "Ada\u{E0041}", "U+E0041"],
  ["a line end", "Ada\nLindqvist", "U+000A"],
  ["a NUL", "Ada\u0000Lindqvist", "U+0000"],
  ["an escape", "Ada\u001B[31mLindqvist", "U+001B"],
  ["a line separator", "Ada\u2028Lindqvist", "U+2028"],
  ["a selector on a Latin letter", "Ada\uFE0F", "U+FE0F"],
  ["an interlinear mark", "Ada\uFFF9x", "U+FFF9"],
];
const NAME_FIELDS: Path[] = [
  ["people", 0, "name"],
  ["people", 0, "aliases", 0, "text"],
  ["people", 0, "blocked", 0],
  ["people", 0, "titles", 0],
  ["context", 0],
  ["title"],
  ["publisher", "name"],
  ["statements", 0, "speakerName"],
  ["events", 0, "title"],
];

describe("names", () => {
  it.each(HIDDEN)("with %s are refused wherever a name or label stands", (_, name, code) => {
    for (const path of NAME_FIELDS)
      expect([path, withValue(path, name)]).toEqual([path, expect.stringContaining(`hidden character ${code}`)]);
  });

  it.each([
    ["Persian with a non-joiner", "علی‌رضا"],
    ["Hindi with a joiner", "क्‍षमा"],
    ["a Chinese variant", "葛\u{E0100}城"],
    ["a family emoji", "Team 👨‍👩‍👧"],
    ["an emoji with selector", "I ❤️ Ada"],
    ["a combining accent", "Zoë Quinn"],
    ["an apostrophe and a dash", "Conan O’Brien-Smith"],
    ["Mongolian with its selector", "ᠮᠣᠩᠭᠣᠯ᠎ᠠ᠋"],
  ])("in %s are accepted", (_, name) => {
    expect(withValue(["people", 0, "name"], name)).toBe("accepted");
  });

  it("of one letter, of spaces or of marks alone are refused", () => {
    for (const path of NAME_FIELDS.slice(0, 5)) {
      for (const name of ["A", " ", "   ", "\u00A0\u00A0", "\u3000", ".", "’", "é", "́́", "-- --", "A."]) {
        expect([path, name, withValue(path, name)]).toEqual([
          path,
          name,
          expect.stringMatching(/must (not be empty|have at least two letters)/),
        ]);
      }
    }
    expect(withValue(["people", 0, "aliases", 0, "text"], "李明")).toBe("accepted");
    expect(withValue(["people", 0, "aliases", 0, "text"], "U2")).toBe("accepted");
  });

  it("in running text may have direction marks and joiners, but no override", () => {
    const path: Path = ["people", 0, "summary"];
    expect(withValue(path, "She said \u200Fשלום\u200E.\nThen she left.\t\u00AD")).toBe("accepted");
    expect(withValue(path, "evil \u202Etxet")).toContain(
      "people[0].summary: must not hold the hidden character U+202E",
    );
    expect(withValue(["statements", 1, "quote"], "a\u0007b")).toContain(
      "statements[1].quote: must not hold the hidden character U+0007",
    );
  });

  it("are refused beyond 200 a person, however many are tried", () => {
    const aliases = Array.from({ length: 100_000 }, (_, n) => ({ text: `Name Nr ${n}`, kind: "full" }));
    expect(withValue(["people", 0, "aliases"], aliases)).toContain(
      "people[0].aliases: must have at most 200 items, has 100000",
    );
  });

  it("may be 100,000 over 500 people, and the detector bears them", () => {
    const people = Array.from({ length: 500 }, (_, p) => ({
      id: `p${p}`,
      name: p === 7 ? "Ada Lindqvist" : `Given${p} Family${p}`,
      aliases: Array.from({ length: 200 }, (_, n) => ({ text: `Given${p} Family${p} the ${n}th`, kind: "full" })),
    }));
    const dossier = parseDossier(JSON.stringify({ ...head(), people }));
    const lexicon = loadLexicon(compileLexicon([{ id: "story", people: dossier.people, context: [] }]));
    expect(findCandidates(lexicon, "Then Ada Lindqvist spoke.").map((found) => found.text)).toEqual(["Ada Lindqvist"]);
  }, 60_000);
});
