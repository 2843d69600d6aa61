import { describe, expect, test } from "vitest";
import { buildCard } from "../../src/dossier/card.ts";
import { memoryReader } from "../../src/dossier/reader.ts";
import type { Dossier, Role } from "../../src/dossier/schema.ts";
import { citation, quoted, safeUrl } from "../../src/viewer/model/citation.ts";
import { filterEntries, filterStatements, NO_FILTER } from "../../src/viewer/model/filter.ts";
import { fold, highlight } from "../../src/viewer/model/fold.ts";
import { buildIndex, speakerName } from "../../src/viewer/model/index.ts";
import { personPage } from "../../src/viewer/model/person.ts";
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
  test("a role is current only between its dates, and one that began later is none from before", () => {
    const year = (value: string) => ({ value, precision: "year" as const });
    const rolesOn = (asOf: string, dates: Pick<Role, "from" | "to">) => {
      const people = [{ ...odd.dossier.people[0]!, roles: [{ title: "x", ...dates }] }];
      const page = personPage(buildIndex({ ...odd.dossier, asOf, people }), people[0]!.id)!;
      return [page.formerRoles, page.currentRoles, page.laterRoles].map((roles) => roles.length);
    };
    expect(rolesOn("2018-12-31", { from: year("2019") })).toEqual([0, 0, 1]);
    expect(rolesOn("2019-12-31", { from: year("2019"), to: year("2019") })).toEqual([0, 1, 0]);
    expect(rolesOn("2020-01-01", { to: year("2019") })).toEqual([1, 0, 0]);
  });
  test("a person's days come in the order of the card", async () => {
    const dates = ["2016", "2016-01", "2016-01-01", "2015-12-31"].map((value) => ({
      value,
      precision: ({ 4: "year", 7: "month", 10: "day" } as const)[value.length as 4 | 7 | 10],
    }));
    const dossier: Dossier = {
      ...odd.dossier,
      statements: [],
      events: dates.flatMap((date, at) =>
        [true, false].map((approximate) => ({
          ...odd.dossier.events[0]!,
          id: `event-${at}-${approximate}`,
          date: { ...date, approximate },
        })),
      ),
    };
    const card = await buildCard(memoryReader(dossier), { dossier: "odd", person: "long" });
    const page = personPage(buildIndex(dossier), "long")!;
    expect(page.timeline).toHaveLength(8);
    expect(page.timeline.map(({ record }) => record.id)).toEqual(card!.timeline.map(({ id }) => id));
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
  const words = {
    date: ({ value }: { value: string }) => value,
    paraphrased: "paraphrased",
    correction: (kind: string) => kind,
  };
  test("a citation of what was withdrawn or corrected says so first, with the reason", () => {
    expect(citation(odd, odd.statements.get("withdrawn")!, words)).toMatch(
      /^\[withdrawn 2020-03-01: The letter is a forgery\.\] /,
    );
    expect(citation(odd, odd.statements.get("undated")!, words)).toMatch(
      /^\[corrected 2020-03-01: An earlier version named the wrong office\.\] /,
    );
    expect(citation(odd, odd.statements.get("first")!, words)).toMatch(/^“/);
  });
  test("a citation names the archived copy of a source that has no other address", () => {
    const sources = odd.dossier.sources.map(({ url, ...source }) => source);
    const index = buildIndex({ ...odd.dossier, sources });
    expect(citation(index, index.statements.get("first")!, words)).toContain("https://archive.example.org/");
  });
  test("only http(s) addresses become links", () => {
    expect(safeUrl("https://example.org/")).toBe("https://example.org/");
    expect(safeUrl("javascript:alert(1)")).toBeUndefined();
  });
  test("a citation says who, when, where and from which source, and calls a paraphrase one", () => {
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
