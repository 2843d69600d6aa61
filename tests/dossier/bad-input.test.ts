/** What no field may be, for every field of the schemas: refused with a sentence that names the place, or harmless. */
import { describe, expect, it, vi } from "vitest";
import { DramatisError } from "../../src/dossier/errors.ts";
import { parseFeed } from "../../src/dossier/feed.ts";
import { feedSchema } from "../../src/dossier/feed-schema.ts";
import { dossierSchema } from "../../src/dossier/schema.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { fieldsOf, get, typeOf, withField } from "./fields.ts";
import { fullDossier, fullFeed } from "./full.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const FILES = [
  {
    name: "dossier",
    whole: fullDossier,
    parse: (value: unknown): unknown => parseDossier(JSON.stringify(value)),
    fields: fieldsOf(dossierSchema, (list) => (list === "statements" ? 1 : 0)),
  },
  {
    name: "feed",
    whole: fullFeed,
    parse: (value: unknown): unknown => parseFeed(JSON.stringify(value)),
    fields: fieldsOf(feedSchema),
  },
];

/** Says "accepted", or what the reader is told. Throws what is no refusal of ours. */
function verdict(parse: () => unknown): string {
  try {
    parse();
    return "accepted";
  } catch (error) {
    if (!(error instanceof DramatisError)) throw error;
    return `${error.code}: ${error.details[0]}`;
  }
}

const OF_TYPE: Record<string, unknown> = { string: "x", number: 5, boolean: true, null: null, array: [], object: {} };
/** Fields that only the whole file can miss. */
const ONE_OF_TWO = /^statements\[1\]\.(speaker|quote|paraphrase)$/;
const SCRIPT = "<script>globalThis.pwned=1</script><img src=x onerror=alert(1)>";

describe.each(FILES)("every field of a $name", ({ whole, parse, fields }) => {
  it("stands in the sample, which is accepted", () => {
    expect(verdict(() => parse(whole()))).toBe("accepted");
    for (const { path, place, types } of fields) {
      const isThere = types.includes(typeOf(get(whole(), path))) || place === "statements[1].speakerName";
      expect([place, isThere]).toEqual([place, true]);
    }
    expect(fields.length).toBeGreaterThan(30);
  });

  it("is refused with another type", () => {
    for (const { path, place, types } of fields) {
      for (const [type, value] of Object.entries(OF_TYPE)) {
        if (types.includes(type)) continue;
        const told = verdict(() => parse(withField(whole(), path, value)));
        const isNamed = told.startsWith("bad-schema: ") && told.includes(`${place}: must be`);
        expect([place, type, isNamed ? "named" : told]).toEqual([place, type, "named"]);
      }
    }
  });

  it("may be missing if it is optional, and is missed by name if not", () => {
    for (const { path, place, required } of fields) {
      if (typeof path.at(-1) === "number" || ONE_OF_TWO.test(place)) continue;
      const told = verdict(() => parse(withField(whole(), path, undefined)));
      const expected = required ? `${place}: is missing` : "accepted";
      expect([place, told.includes(expected) ? expected : told]).toEqual([place, expected]);
    }
  });

  it("is refused when too long, and accepted at its bound", () => {
    for (const { path, place, types, most, isFree } of fields) {
      if (most === undefined) continue;
      const isText = types.includes("string");
      const item = most > 10_000 ? 0 : get(whole(), [...path, 0]);
      const tooMuch = isText ? "a".repeat(most + 1) : new Array(most + 1).fill(item);
      const told = verdict(() => parse(withField(whole(), path, tooMuch)));
      const expected = new RegExp(`${inPattern(place)}: must have at most ${most} (characters|items), has ${most + 1}`);
      expect([place, told]).toEqual([place, expect.stringMatching(expected)]);
      if (!isText || !isFree) continue;
      expect([place, verdict(() => parse(withField(sampleFor(whole, path), path, "a".repeat(most))))]).toEqual([
        place,
        "accepted",
      ]);
    }
  });

  it("is refused as a number that is no count", () => {
    for (const { path, place, types } of fields) {
      if (!types.includes("number")) continue;
      for (const value of [0, -1, 1.5, 2 ** 53, 1e308]) {
        const told = verdict(() => parse(withField(whole(), path, value)));
        expect([place, value, told.includes(`${place}: must be`)]).toEqual([place, value, true]);
      }
    }
  });

  it("holds a script as plain text, or refuses it: never anything in between", () => {
    for (const { path, place, types, isFree } of fields) {
      if (!types.includes("string")) continue;

      const value = withField(sampleFor(whole, path), path, SCRIPT);
      if (isFree || place === "publisher") expect([place, get(parse(value), path)]).toEqual([place, SCRIPT]);
      else expect([place, verdict(() => parse(value)).includes(place)]).toEqual([place, true]);
    }
  });

  it("refuses links that are none, and links that run or hide something", () => {
    const links = fields.filter(({ place }) => /url$|archivedUrl$|sameAs\[0\]$/i.test(place));
    expect(links.length).toBeGreaterThan(0);
    for (const { path, place } of links) {
      for (const link of BAD_LINKS) {
        const told = verdict(() => parse(withField(whole(), path, link)));
        expect([place, link, told.includes(place)]).toEqual([place, link, true]);
      }
    }
  });

  it("refuses dates that do not exist, wherever one stands", () => {
    const dates = fields.filter(({ place }) =>
      /(date|from|to)\.value$|asOf$|(^|\.)(updated|expires|created|retired|date)$/.test(place),
    );
    for (const { path, place, types } of dates) {
      if (!types.includes("string")) continue;
      for (const value of ["2017-02-29", "2017-13-01", "2017-00-10", "2017-04-31", "0000-01-01", "2017-01-00"]) {
        const told = verdict(() => parse(withField(whole(), path, value)));
        expect([place, value, told.includes(`${place}: there is no such date`)]).toEqual([place, value, true]);
      }
      for (const value of ["yesterday", "01/02/2017", "2017-1-2", "2017-01-01 ", "+002017-01-01", "2017-W01"]) {
        expect([place, value, verdict(() => parse(withField(whole(), path, value))).includes(place)]).toEqual([
          place,
          value,
          true,
        ]);
      }
    }
  });

  it("refuses keys that objects own, at every depth, without touching a prototype", () => {
    const objects = [[], ...fields.filter(({ types }) => types.includes("object")).map(({ path }) => path)];
    for (const path of objects) {
      for (const key of ["__proto__", "constructor", "prototype"]) {
        const marked = path.length
          ? withField(whole(), [...path, "MARK"], { polluted: true })
          : { ...whole(), MARK: { polluted: true } };
        const text = JSON.stringify(marked).replace('"MARK"', JSON.stringify(key));
        const parseText = (): unknown => (parse === FILES[1]!.parse ? parseFeed(text) : parseDossier(text));
        const told = verdict(parseText);
        expect([path, key, told]).toEqual([path, key, expect.stringContaining(`${key}: this key is not allowed`)]);
      }
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.prototype.constructor).toBe(Object);
  });

  it("refuses half characters in texts and keys", () => {
    for (const { path, place, types } of fields) {
      if (!types.includes("string")) continue;
      const told = verdict(() => parse(withField(whole(), path, "Ada\ud800 Lindqvist")));
      expect([place, told.includes(`${place}: holds half a character`)]).toEqual([place, true]);
    }
    expect(verdict(() => parse({ ...whole(), "a\udc00": 1 }))).toContain("holds half a character");
  });
});

/** The sample, without the field that the one at `path` must not stand beside. */
function sampleFor(whole: () => Record<string, unknown>, path: readonly (string | number)[]): Record<string, unknown> {
  return path.at(-1) === "speakerName" ? withField(whole(), [...path.slice(0, -1), "speaker"], undefined) : whole();
}

function inPattern(text: string): string {
  return text.replace(/[.[\]]/g, "\\$&");
}

const BAD_LINKS = [
  "javascript:alert(1)",
  "JAVASCRIPT:alert(1)",
  "java\nscript:alert(1)",
  " javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://a.example/x",
  "//evil.example/a",
  "https:\\\\evil.example",
  "https://",
  "https://user:pw@a.example/",
  "https://a.example/\u202egnp.exe",
  "https://a.example/a b",
  "ftp://a.example/a",
  "",
];
