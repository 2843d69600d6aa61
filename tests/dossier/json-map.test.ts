import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { placeIn } from "../../src/dossier/faults.ts";
import { mapJson } from "../../src/dossier/json-map.ts";
import { findJsonFlaw } from "../../src/dossier/json-place.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const TEXT = `{
 "a": [1, {"b\\"x": "y:", "c": {}}],
 "a-b c": "q\\\\", "d": 1, "d": {"d" : 2, "d":3}
}`;

describe("mapJson", () => {
  it.each([
    ["", 1, 1],
    ["a", 2, 7],
    ["a[0]", 2, 8],
    ["a[1]", 2, 11],
    ['a[1]["b\\"x"]', 2, 20],
    ['["a-b c"]', 3, 11],
    ["d.d", 3, 45],
  ])("finds %s at %i:%i", (place, line, column) => {
    expect(mapJson(TEXT, [place]).positions.get(place)).toEqual({ line, column });
  });

  it("gives the nearest thing around what is missing", () => {
    const { positions } = mapJson(TEXT, ["a[1].c.missing", "a[7]", "e.f.g"]);
    expect([...positions.values()]).toEqual([
      { line: 2, column: 31 },
      { line: 2, column: 7 },
      { line: 1, column: 1 },
    ]);
  });

  it("names keys that stand twice", () => {
    expect(mapJson(TEXT, []).repeated.map((one) => one.place)).toEqual(["d", "d.d"]);
  });

  it("finds every value of any JSON text, however it is spaced", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }),
        fc.constantFrom(undefined, 1, "\t"),
        (value, space) => {
          const text = JSON.stringify(value, null, space as string);
          const places = new Map<string, unknown>();
          const walk = (node: unknown, place: string): void => {
            places.set(place, node);
            if (typeof node !== "object" || node === null) return;
            for (const [key, child] of Object.entries(node))
              walk(child, placeIn(place, Array.isArray(node) ? Number(key) : key));
          };
          walk(value, "");
          const lines = text.split("\n");
          const { positions } = mapJson(text, places.keys());
          for (const [place, node] of places) {
            // Two long keys may be cut to one place: then either will do.
            if (place.includes("…")) continue;
            const { line, column } = positions.get(place)!;
            const start = JSON.stringify(node)[0]!;
            expect([place, lines[line - 1]![column - 1]]).toEqual([place, start]);
          }
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("is linear in quotes and backslashes", () => {
    const slashes = JSON.stringify(["\\".repeat(300_000), '"'.repeat(300_000), "end"]);
    expect(mapJson(slashes, ["[2]"]).positions.get("[2]")).toEqual({ line: 1, column: slashes.length - 5 });
  });
});

describe("findJsonFlaw", () => {
  it("finds a flaw in exactly those texts that JSON.parse refuses", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '"',
      "1",
      "-",
      "01",
      "1.5e3",
      "1.",
      "true",
      "nul",
      "null",
      " ",
      "\n",
      "\u0007",
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect([text, findJsonFlaw(text) === undefined]).toEqual([text, parses]);
      }),
      { seed: 8259, numRuns: 20_000 },
    );
  });

  it.each([
    ['{"a": 1,}', 1, 9, "expected a key in double quotes"],
    ["{\n'a': 1}", 2, 1, "expected a key in double quotes"],
    ['["a" "b"]', 1, 6, "expected a comma or ]"],
    ['{"a" 1}', 1, 6, "expected a colon"],
    ['["tab\there"]', 1, 6, "a string must end on its line"],
    ['["a', 1, 4, "expected the end of a string"],
    ["// a comment\n{}", 1, 1, "expected a value"],
    ["{} x", 1, 4, "expected the end of the file"],
  ])("says of %j where and what", (text, line, column, what) => {
    expect(findJsonFlaw(text)).toMatchObject({ line, column, text: expect.stringContaining(what) });
  });
});
