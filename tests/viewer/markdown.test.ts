import { expect, test } from "vitest";
import { buildIndex } from "../../src/viewer/model/index.ts";
import { personMarkdown } from "../../src/viewer/model/markdown.ts";
import { escapeMarkdown, markdownAddress } from "../../src/viewer/model/markdown-text.ts";
import { bareReplies } from "../../src/viewer/model/relations.ts";
import { bundled, odd, story } from "./fixture.ts";

const words = {
  date: (date: { value: string } | undefined) => date?.value ?? "no date",
  word: (key: string, ...args: (string | number)[]) => [key, ...args].join(" "),
};

test("markup in a dossier stays text in Markdown", () => {
  expect(escapeMarkdown("*a* [b](c) <i> `d` #e")).toBe("\\*a\\* \\[b\\](c) \\<i\\> \\`d\\` #e");
  expect(escapeMarkdown("# not a heading\n- nor a list")).toBe("\\# not a heading - nor a list");
});

test.each([
  ["2016. A year.", "2016\\. A year."],
  ["1) first", "1\\) first"],
  ["## no heading ##", "\\## no heading \\##"],
  ["#", "\\#"],
  ["---", "\\---"],
  ["===", "\\==="],
  ["- no item", "\\- no item"],
  ["    no code", "no code"],
  ["AT&amp;T says &lt;b&gt;", "AT\\&amp;T says \\&lt;b\\&gt;"],
  ["on 3 March 2017. Then", "on 3 March 2017. Then"],
])("%s stays %s in Markdown", (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

test("an address is one link, whatever stands in it", () => {
  expect(markdownAddress("https://a.example/x>[click](https://evil.example)")).toBe(
    "<https://a.example/x%3E[click](https://evil.example)>",
  );
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

test("the export tells offices with their dates, other spellings and who else is met", () => {
  const flynn = personMarkdown(story, "michael-flynn", words)!;
  expect(flynn).toMatch(/\*\*former_roles:\*\* National Security Adviser.* \(from_to \S* \S+\)/);
  const sessions = personMarkdown(story, "jeff-sessions", words)!;
  const { aliases, sameAs } = story.people.get("jeff-sessions")!;
  const spellings = sessions.split("\n").find((line) => line.startsWith("- **spellings:**"));
  for (const { text } of aliases.filter(({ kind, text }) => kind !== "surname" && text !== "Jeff Sessions"))
    expect(spellings).toContain(escapeMarkdown(text));
  for (const url of sameAs) expect(sessions).toContain(`<${url}>`);
  expect(sessions).toMatch(/^- \*\*with:\*\* .*Sergey Kislyak/m);
});

test("the export says of every date that it was inferred, and from what", () => {
  const inferred = bundled.statements.filter(({ date, speaker }) => speaker && date?.basis === "inferred");
  expect(inferred.length).toBeGreaterThan(0);
  for (const { speaker, date } of inferred)
    expect(personMarkdown(story, speaker!, words)).toContain(
      `date_inferred: ${escapeMarkdown(date!.note ?? "date_inferred_bare")}`,
    );
  const events = bundled.events.filter(({ date, people }) => people.length && date.basis === "inferred");
  for (const { people, date } of events)
    expect(personMarkdown(story, people[0]!.id, words)).toContain(
      `date_inferred: ${escapeMarkdown(date.note ?? "date_inferred_bare")}`,
    );
});

test("the export tells what replies to a statement, whom it is about and where it was said", () => {
  expect(bareReplies(odd, "first")).toHaveLength(1);
  const text = personMarkdown(odd, "long", words)!;
  expect(text).toContain("- **reply** An office: The office said that it had no comment. (no date)");
  expect(text).toContain("about: Ann Silent");
  expect(text).toContain("at_event: Everything happens on one day");
});

test("no address of a dossier becomes a second link", () => {
  const index = buildIndex({
    ...odd.dossier,
    sources: odd.dossier.sources.map((source) => ({
      ...source,
      url: "https://a.example/x>[click](https://evil.example)",
    })),
  });
  expect(personMarkdown(index, "long", words)).not.toContain(">[click]");
});
