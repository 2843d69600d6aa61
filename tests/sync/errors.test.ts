import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../src/dossier/errors.ts";
import { SENTENCES } from "./sentences.ts";

const keyOf = (code: string) => `error_${code.replaceAll("-", "_")}`;

/** The codes that the sources throw. */
function thrown(): string[] {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const source = readFileSync(`src/${file}`, "utf8");
    const calls = source.matchAll(/new (?:DramatisError|HttpFailure)\(\s*"([a-z-]+)"/g);
    return [...calls].map((call) => call[1] as string);
  });
}

describe("every code has a sentence", () => {
  test("and every sentence a code", () => {
    expect(Object.keys(SENTENCES).sort()).toEqual(ERROR_CODES.map(keyOf).sort());
  });

  test.each(ERROR_CODES)("%s: says what happened, and what to do or that nothing is lost", (code) => {
    const text = SENTENCES[keyOf(code)] ?? "";
    expect(text).toMatch(/^[“A-Z$].*[.!]$/s);
    expect(text.length).toBeGreaterThan(30);
    expect(text).not.toMatch(/\b(null|undefined|NaN|exception|TypeError)\b/);
    // What follows for the reader: what to do, what happens by itself, or that all is as it was.
    const follows =
      /\b(check|checked|try|tried|tell|ask|asked|choose|give|set|update|free|remove|add|correct|enter|report|wait|cause|used|you have|nothing was (changed|lost)|no earlier)\b/i;
    expect(text).toMatch(follows);
  });

  test("places are numbered from $1 without a gap", () => {
    for (const [key, text] of Object.entries(SENTENCES)) {
      const places = [...new Set([...text.matchAll(/\$(\d)/g)].map((match) => Number(match[1])))].sort();
      expect(places, key).toEqual(places.map((_, i) => i + 1));
    }
  });

  test("and every code that is thrown is in the list", () => {
    const codes = new Set(thrown());
    expect(codes.size).toBeGreaterThan(20);
    for (const code of codes) expect(ERROR_CODES).toContain(code);
  });
});
