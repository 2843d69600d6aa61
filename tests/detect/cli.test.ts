import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CAST } from "./cast.ts";

const DOSSIER = {
  format: "dramatis-dossier/1",
  id: "invented",
  version: 1,
  title: "Invented",
  summary: "A cast for tests.",
  language: "en",
  asOf: "2020-01-01",
  publisher: { name: "Test" },
  license: "none",
  updated: "2020-01-01",
  changes: [{ version: 1, text: "First." }],
  context: [],
  sources: [],
  people: CAST.map((person) => ({ ...person, summary: person.name })),
  events: [],
  statements: [],
};

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "detect-"));
  writeFileSync(at("dossier.json"), JSON.stringify(DOSSIER));
  writeFileSync(at("broken.json"), "{");
  writeFileSync(at("other.json"), "{}");
  writeFileSync(at("empty.txt"), "");
  writeFileSync(at("empty.jsonl"), "\n\n");
  writeFileSync(at("page.txt"), "Mara Ellingworth spoke.\n\nThen Ellingworth left.\n");
  writeFileSync(at("two.jsonl"), '{"doc":"a","text":"Clara Ellingworth"}\n\n{"doc":"b","text":"Mara Ellingworth"}\n');
  writeFileSync(at("bad-line.jsonl"), '{"doc":"a","text":"x"}\n{"doc":"b",\n');
  writeFileSync(at("bad-row.jsonl"), '{"doc":"a","text":"x"}\n\n{"doc":"b"}\n');
  writeFileSync(at("page.pdf"), "");
  writeFileSync(at("marked.jsonl"), '\uFEFF{"doc":"a","text":"Mara Ellingworth"}\n');
  writeFileSync(at("wide.txt"), Buffer.from("\uFEFFMara Ellingworth", "utf16le"));
  writeFileSync(at("binary.txt"), Buffer.from([1, 0, 2, 0]));
  writeFileSync(at("many.jsonl"), '{"doc":"a","text":"Mara Ellingworth"}\n'.repeat(20_000));
  mkdirSync(at("folder.txt"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function detect(...args: string[]) {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["src/cli/detect.ts", ...args], { encoding: "utf8" });
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}
const detectIn = (...names: string[]) => detect("--dossier", at("dossier.json"), ...names.map(at));

test("prints one line a document, with offsets in UTF-16 code units and the dossier's ids", () => {
  const { status, stderr, lines } = detectIn("page.txt", "two.jsonl", "empty.txt", "empty.jsonl");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(lines).toEqual([
    {
      doc: "page.txt",
      mentions: [
        { start: 0, end: 16, text: "Mara Ellingworth", person: "mara" },
        { start: 30, end: 41, text: "Ellingworth", person: "mara" },
      ],
    },
    { doc: "a", mentions: [] },
    { doc: "b", mentions: [{ start: 0, end: 16, text: "Mara Ellingworth", person: "mara" }] },
    { doc: "empty.txt", mentions: [] },
  ]);
});

describe("bad input ends in one sentence and status 2", () => {
  test.each([
    ["no such file", ["missing.txt"], /Cannot read .*missing\.txt: there is no such file\.\n$/],
    ["no such HTML file", ["missing.html"], /Cannot read .*missing\.html: there is no such file\.\n$/],
    ["a folder", ["folder.txt"], /Cannot read .*folder\.txt: it is a folder\.\n$/],
    ["a line that is not JSON", ["bad-line.jsonl"], /^Line 2 of .*bad-line\.jsonl is not JSON\.\n$/],
    [
      "a line of another shape",
      ["bad-row.jsonl"],
      /^Line 3 of .*bad-row\.jsonl must be \{"doc": "…", "text": "…"\}\.\n$/,
    ],
    ["another kind of file", ["page.pdf"], /page\.pdf: only \.jsonl, \.txt and \.html files can be read\.\n$/],
  ])("%s", (_name, inputs, sentence) => {
    const { status, stderr } = detectIn(...inputs);
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test.each([
    ["a dossier that is not there", "missing.json", /Cannot read .*missing\.json: there is no such file\.\n$/],
    ["a dossier that is not JSON", "broken.json", /broken\.json is not JSON\.\n$/],
    ["JSON that is no dossier", "other.json", /other\.json is not a dossier: .+\n$/],
  ])("%s", (_name, dossier, sentence) => {
    const { status, stderr, lines } = detect("--dossier", at(dossier), at("page.txt"));
    expect({ status, lines }).toEqual({ status: 2, lines: [] });
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  test.each([[[]], [["--dossier", "x.json"]], [["page.txt"]]])("usage: %j", (args) => {
    const { status, stderr } = detect(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^usage: npm run detect -- --dossier/);
  });

  test("an option that does not exist", () => {
    const { status, stderr } = detect("--nonsense", at("page.txt"));
    expect(status).toBe(2);
    expect(stderr).toMatch(/--nonsense/);
  });
});

test("reads files with a byte order mark, and says of a binary one that it is no text", () => {
  const { lines } = detectIn("marked.jsonl", "wide.txt");
  expect(lines.map(({ mentions }) => mentions[0]?.text)).toEqual(["Mara Ellingworth", "Mara Ellingworth"]);
  const { status, stderr } = detectIn("binary.txt");
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `${at("binary.txt")} is no text file: it holds NUL characters.\n`,
  });
});

test("ends quietly when nobody reads on, and tells its usage when asked", () => {
  const command = `"${process.execPath}" src/cli/detect.ts --dossier "${at("dossier.json")}" "${at("many.jsonl")}" | head -c 10`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect({ stdout: stdout.length, stderr }).toEqual({ stdout: 10, stderr: "" });
  expect(spawnSync(process.execPath, ["src/cli/detect.ts", "--help"], { encoding: "utf8" }).stdout).toMatch(/^usage: /);
});
