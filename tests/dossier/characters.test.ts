import { describe, expect, it, vi } from "vitest";
import { isPlainReference, isPlainWebAddress } from "../../src/dossier/address.ts";
import { codePoint, hasTwoLetters, hiddenInLine, hiddenInText } from "../../src/dossier/characters.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

/** Every code point, but surrogates: those are refused before. */
function* allCharacters(): Generator<string> {
  for (let code = 0; code <= 0x10ffff; code++) if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

describe("hiddenInLine", () => {
  it("lets through every letter, mark, number, punctuation and symbol but the invisible ones", () => {
    const refused: string[] = [];
    for (const character of allCharacters()) {
      const isHidden = hiddenInLine(`a${character}b`) !== undefined;
      const isVisible = /[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Zs}]/u.test(character);
      if (isHidden && isVisible) refused.push(codePoint(character));
      if (!isHidden && /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(character)) throw new Error(codePoint(character));
    }
    // Letters and marks that draw nothing by definition of Unicode, and variation selectors out of place.
    for (const code of refused) {
      expect(/\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(Number.parseInt(code.slice(2), 16)))).toBe(
        true,
      );
    }
    expect(refused).toContain("U+3164");
  });

  it("names the first of several, and is quick with many", () => {
    expect(hiddenInLine("a\u200Bb\u202Ec")).toBe("U+200B");
    expect(hiddenInLine(`${"ب\u200C".repeat(5_000)}ب\u200B`)).toBe("U+200B");
  });
});

describe("hiddenInText", () => {
  it("refuses controls, overrides, tags and nothing that writing needs", () => {
    for (const character of allCharacters()) {
      const allowed = "\t\n\r".includes(character);
      const isBad =
        /[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u206A-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u.test(
          character,
        );
      if ((hiddenInText(`a${character}b`) !== undefined) !== (isBad && !allowed)) throw new Error(codePoint(character));
    }
  });
});

describe("hasTwoLetters", () => {
  it.each([["Al"], ["A. B"], ["U2"], ["李明"], ["O’B"], ["\n a \n b"]])("%j has", (text) =>
    expect(hasTwoLetters(text)).toBe(true),
  );
  it.each([[""], ["A"], ["A."], ["  "], ["é"], ["–––"], ["’’"], ["😀😀"]])("%j has not", (text) => {
    expect(hasTwoLetters(text)).toBe(false);
  });
});

describe("web addresses", () => {
  it.each([["https://a.example"], ["http://127.0.0.1:8080/x?y#z"], ["https://müller.example/ä"]])(
    "%s is plain",
    (address) => {
      expect([isPlainWebAddress(address), isPlainReference(address)]).toEqual([true, true]);
    },
  );
  it.each([
    ["javascript:alert(1)"],
    ["https://bank.example@evil.example/"],
    ["https://a.example/\u200B"],
    ["mailto:a@b.example"],
  ])("%s is not", (address) => expect([isPlainWebAddress(address), isPlainReference(address)]).toEqual([false, false]));
  it("may be relative for an entry only", () => {
    expect([isPlainWebAddress("story.json"), isPlainReference("story.json")]).toEqual([false, true]);
  });
});
