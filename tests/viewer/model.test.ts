import { describe, expect, test } from "vitest";
import { citation, quoted, safeUrl } from "../../src/viewer/model/citation.ts";
import { filterEntries, filterStatements, NO_FILTER } from "../../src/viewer/model/filter.ts";
import { fold, highlight } from "../../src/viewer/model/fold.ts";
import { speakerName } from "../../src/viewer/model/index.ts";
import { isCurrent, personPage } from "../../src/viewer/model/person.ts";
import { bareReplies, bareReply, isAgainst, relationsOf } from "../../src/viewer/model/relations.ts";
import { bundled, odd, story } from "./fixture.ts";

describe("relations", () => {
  test("every relation of the dossier is seen from both of its ends", () => {
    for (const statement of bundled.statements) {
      for (const { target, kind } of statement.relations) {
        const out = relationsOf(story, statement.id).filter((end) => end.direction === "to" && end.kind === kind);
        expect(out.map((end) => end.other.record.id)).toContain(target);
        const back = relationsOf(story, target).filter((end) => end.direction === "from" && end.kind === kind);
        expect(back.map((end) => end.other.record.id)).toContain(statement.id);
      }
    }
  });
  test("what stands against a statement comes first", () => {
    const flags = relationsOf(story, "st-sessions-testimony").map(isAgainst);
    expect(flags.indexOf(false) === -1 || !flags.slice(flags.indexOf(false)).includes(true)).toBe(true);
    expect(flags[0]).toBe(true);
  });
  test("a reply is told once: not beside an answer that says the same", () => {
    const answer = story.statements.get("st-sessions-written-answer")!;
    expect(answer.inReplyTo).toBe("st-leahy-question");
    expect(bareReply(story, answer)).toBeUndefined();
    expect(bareReplies(story, "st-leahy-question")).toEqual([]);
    expect(bareReplies(odd, "first").map(({ id }) => id)).toEqual(["undated"]);
  });
});

describe("people", () => {
  test("what others said of somebody does not hold their own words", () => {
    const page = personPage(story, "jeff-sessions")!;
    expect(page.statements.every(({ speaker }) => speaker === "jeff-sessions")).toBe(true);
    expect(page.about.some(({ speaker }) => speaker === "jeff-sessions")).toBe(false);
    expect(page.people.map(({ person }) => person.id)).not.toContain("jeff-sessions");
  });
  test("a role is current only between its dates", () => {
    const year = (value: string) => ({ value, precision: "year" as const });
    expect(isCurrent({ title: "x", from: year("2019") }, "2018-12-31")).toBe(false);
    expect(isCurrent({ title: "x", from: year("2019"), to: year("2019") }, "2019-12-31")).toBe(true);
    expect(isCurrent({ title: "x", to: year("2019") }, "2020-01-01")).toBe(false);
  });
  test("an unknown id has no page", () => expect(personPage(story, "nobody")).toBeUndefined());
});

describe("filter", () => {
  test("by person: what they said and what was said of them", () => {
    const rows = filterStatements(story, { ...NO_FILTER, people: ["al-franken"] });
    const expected = bundled.statements.filter(
      (one) => one.speaker === "al-franken" || one.about.includes("al-franken"),
    );
    expect(new Set(rows)).toEqual(new Set(expected));
  });
  test("verbatim only leaves no paraphrase and no event", () => {
    const rows = filterEntries(story, { ...NO_FILTER, verbatimOnly: true });
    expect(rows.length).toBe(bundled.statements.filter(({ quote }) => quote).length);
    expect(rows.every(({ type }) => type === "statement")).toBe(true);
  });
  test("undated statements stand at the end", () => {
    expect(filterEntries(odd, NO_FILTER).at(-1)?.record.id).toBe("undated");
  });
});

describe("texts", () => {
  test.each([
    ["Kisľák", "kislak"],
    ["Øyvind Łódź", "oyvind lodz"],
    ["Straße", "strasse"],
    ["ﬁnal", "final"],
  ])("%s folds to %s", (text, folded) => expect(fold(text)).toBe(folded));

  test("highlight marks whole words only and loses no letter", () => {
    const segments = highlight("Kislyák met Kislyakov, kislyak.", new Set(["kislyak"]));
    expect(segments.map(({ text }) => text).join("")).toBe("Kislyák met Kislyakov, kislyak.");
    expect(segments.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["Kislyák", "kislyak"]);
  });
  test("only http(s) addresses become links", () => {
    expect(safeUrl("https://example.org/")).toBe("https://example.org/");
    expect(safeUrl("javascript:alert(1)")).toBeUndefined();
  });
  test("a citation says who, when, where and from which source, and calls a paraphrase one", () => {
    const words = { date: ({ value }: { value: string }) => value, paraphrased: "paraphrased" };
    const quote = citation(odd, odd.statements.get("first")!, words);
    expect(quote).toContain(quoted("I never said <b>that</b> & I never will.", "en"));
    expect(quote).toContain("2020-02-29");
    expect(quote).toContain("https://example.org/");
    const paraphrase = citation(odd, odd.statements.get("undated")!, words);
    expect(paraphrase).toContain("(paraphrased)");
    expect(paraphrase).not.toContain("“");
    expect(speakerName(odd, odd.statements.get("undated")!)).toBe("An office");
  });
});
