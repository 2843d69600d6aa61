import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../src/dossier/bytes.ts";
import { canonicalize } from "../../src/dossier/canonical.ts";

/** RFC 8785, appendix B: bits of an IEEE 754 double and its text. */
const NUMBERS: [string, string][] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

function fromBits(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

/** What keys and texts are made of: characters whose order or escape differs between naive orders. */
const UNIT = fc.constantFrom(
  "a",
  "B",
  "1",
  "é",
  "\u0080",
  "€",
  "\ufb33",
  "😀",
  "\r",
  "\u000f",
  '"',
  "\\",
  "/",
  "__proto__",
);

describe("canonicalize (RFC 8785)", () => {
  it.each(NUMBERS)("writes the double %s as %s", (bits, text) => {
    expect(canonicalize(fromBits(bits))).toBe(text);
  });

  it.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("refuses the double %s", (bits) => {
    expect(() => canonicalize(fromBits(bits))).toThrow("no JSON number");
  });

  it("writes the RFC's example of section 3.2.2", () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalize(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it("sorts keys by UTF-16 code units, as in section 3.2.3", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      1: "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      ö: "Latin Small Letter O With Diaeresis",
    };
    expect(Object.values(JSON.parse(canonicalize(value).replace('"1"', '"one"')))).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("refuses lone surrogates in keys and values, and what is no JSON", () => {
    expect(() => canonicalize("\ud800")).toThrow("lone surrogate");
    expect(() => canonicalize({ "a\udc00": 1 })).toThrow("lone surrogate");
    expect(() => canonicalize([() => 1])).toThrow("no JSON value");
    expect(() => canonicalize(1n)).toThrow("no JSON value");
    const circle: unknown[] = [];
    circle.push(circle);
    expect(() => canonicalize(circle)).toThrow("nested too deep");
  });

  it("is the same for any order of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: UNIT }), (value) => {
        const text = canonicalize(value);
        return canonicalize(shuffled(value)) === text && canonicalize(JSON.parse(JSON.stringify(value))) === text;
      }),
      { seed: 8785, numRuns: 200 },
    );
  });
});

describe("sha256Hex", () => {
  it("agrees with Node's own", async () => {
    expect(await sha256Hex(utf8(""))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const bytes = utf8("Dramatis: €".repeat(1000));
    expect(await sha256Hex(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
}
