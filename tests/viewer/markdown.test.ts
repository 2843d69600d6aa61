import { expect, test } from "vitest";
import { escapeMarkdown, personMarkdown } from "../../src/viewer/model/markdown.ts";
import { bundled, odd, story } from "./fixture.ts";

const words = {
  date: (date: { value: string } | undefined) => date?.value ?? "no date",
  word: (key: string, ...args: (string | number)[]) => [key, ...args].join(" "),
};

test("markup in a dossier stays text in Markdown", () => {
  expect(escapeMarkdown("*a* [b](c) <i> `d` #e")).toBe("\\*a\\* \\[b\\](c) \\<i\\> \\`d\\` #e");
  expect(escapeMarkdown("# not a heading\n- nor a list")).toBe("\\# not a heading \\- nor a list");
});

test("the export holds every statement of the person with its sources, relations and the licence", () => {
  const text = personMarkdown(story, "jeff-sessions", words)!;
  for (const { quote, paraphrase } of bundled.statements.filter(({ speaker }) => speaker === "jeff-sessions")) {
    if (quote) expect(text).toContain(`> “${escapeMarkdown(quote)}”`);
    if (paraphrase) expect(text).toContain(`paraphrase ${escapeMarkdown(paraphrase)}`);
  }
  expect(text).toContain("**relation_disputes_from**");
  expect(text).toContain("**relation_atoddswith_to**");
  expect(text).toMatch(/^1\. .+$/m);
  expect(text.trimEnd().split("\n").at(-1)).toContain(bundled.license);
  const cited = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
  for (const number of cited) expect(text).toMatch(new RegExp(`^${number}\\. `, "m"));
});

test("a withdrawn statement is exported with its reason, a source with both of its addresses", () => {
  const text = personMarkdown(odd, "long", words)!;
  expect(text).toContain("**withdrawn** 2020-03-01: The letter is a forgery.");
  expect(text).toContain("<https://example.org/a/very/long");
  expect(text).toContain("archived: <https://archive.example.org/");
});

test("nobody has no export", () => expect(personMarkdown(story, "nobody", words)).toBeUndefined());

test("a withdrawn statement says so in the timeline and in what it stands against, too", () => {
  const lines = personMarkdown(odd, "long", words)!
    .split("\n")
    .filter((line) => line.includes("لم أقل ذلك قط"));
  expect(lines.filter((line) => line.startsWith("- "))).not.toHaveLength(0);
  for (const line of lines.filter((one) => one.startsWith("- "))) expect(line).toContain("**withdrawn:**");
});
