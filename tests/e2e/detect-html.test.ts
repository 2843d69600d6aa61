import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CAST } from "../detect/cast.ts";

const folder = mkdtempSync(join(tmpdir(), "detect-html-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dossierOf = (id: string, people: typeof CAST) => ({
  format: "dramatis-dossier/1",
  id,
  version: 1,
  title: id,
  summary: "A cast for tests.",
  language: "en",
  asOf: "2020-01-01",
  publisher: { name: "Test" },
  license: "none",
  updated: "2020-01-01",
  changes: [{ version: 1, text: "First." }],
  context: [],
  sources: [],
  people: people.map((person) => ({ ...person, summary: person.name })),
  events: [],
  statements: [],
});
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test("an HTML file is read in the built extension: offsets of the page's text, people of several dossiers", () => {
  const one = write(
    "one.json",
    JSON.stringify(
      dossierOf(
        "one",
        CAST.filter(({ id }) => id === "mara"),
      ),
    ),
  );
  const two = write(
    "two.json",
    JSON.stringify(
      dossierOf(
        "two",
        CAST.filter(({ id }) => /daniel|helen/.test(id)),
      ),
    ),
  );
  const first = write(
    "first.html",
    "<title>Mara Ellingworth</title><script>var a</script><p>When <b>Mara</b> <i>Elling</i>worth met</p>" +
      "<textarea>Helen Marlowe</textarea><p>Helen Marlowe, Mr. Daniel Marlowe left.</p>",
  );
  const second = write("second.html", "<p>Clara Ellingworth was here.</p>");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["src/cli/detect.ts", "--dossier", one, "--dossier", two, first, second],
    { encoding: "utf8" },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const text = "When Mara Ellingworth metHelen Marlowe, Mr. Daniel Marlowe left.";
  const mention = (name: string, person: string) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, text: name, person };
  };
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      doc: "first.html",
      mentions: [
        mention("Mara Ellingworth", "mara"),
        mention("Helen Marlowe", "helen"),
        mention("Daniel Marlowe", "daniel"),
      ],
    },
    { doc: "second.html", mentions: [] },
  ]);
}, 120_000);
