import { expect, test } from "vitest";
import { exportText } from "../../src/background/export-text.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { importFiles } from "../../src/options/import-files.ts";
import type { ImportLine } from "../../src/options/state.ts";
import { dossier, text } from "../sync/publisher.ts";

const MIB = 1024 * 1024;
const story = parseDossier(text(dossier({ version: 1, words: "“Ça”, she said." })));
const bytes = (file: string) => Buffer.byteLength(file);

test("a file is indented as long as a message holds it, then in one line, then refused with the limit", () => {
  const indented = exportText(story);
  expect(indented).toContain('\n  "version": 1');
  expect(parseDossier(indented)).toEqual(story);
  expect(exportText(story, bytes(indented))).toBe(indented);
  const short = exportText(story, bytes(indented) - 1);
  expect(short.trimEnd()).not.toContain("\n");
  expect(parseDossier(short)).toEqual(story);
  expect(() => exportText(story, bytes(short) - 1)).toThrow("large-export");
});

test("what is exported can be imported, and a message never grows beyond what Chromium sends", async () => {
  const lines: ImportLine[] = [];
  const asked: string[] = [];
  const transport = async (message: unknown) => {
    asked.push(JSON.stringify(message));
    return { ok: true, value: { title: "Quotes", version: 1 } };
  };
  const quotes = (size: number) => new File([Buffer.alloc(size, '"')], `${size}.json`);
  const controls = new File([Buffer.alloc(30 * MIB, "\u0001")], "controls.json");
  await importFiles(
    [quotes(30 * MIB), quotes(30 * MIB + 1), controls],
    transport as never,
    0,
    (line) => void lines.push(line),
  );
  const outcomes = lines.filter(({ outcome }) => outcome.type !== "reading").map(({ outcome }) => outcome);
  expect(outcomes).toMatchObject([
    { type: "done" },
    { type: "failed", error: { code: "large-import", details: ["30", "64"] } },
    { type: "failed", error: { code: "binary-file" } },
  ]);
  expect(asked).toHaveLength(1);
  expect(bytes(asked[0]!)).toBeLessThan(64 * MIB);
});
