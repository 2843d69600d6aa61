import { describe, expect, it } from "vitest";
import { buildCard, type CardOptions } from "../../src/dossier/card.ts";
import { CARD_LIMITS } from "../../src/dossier/card-limits.ts";
import { memoryReader } from "../../src/dossier/reader.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import type { CardView } from "../../src/dossier/views.ts";
import { head } from "./make.ts";

const day = (value: string) => ({ value, precision: "day" });
const said = (id: string, speaker: string, more: object) => ({ id, speaker, kind: "said", sources: ["a"], ...more });

const dossier = parseDossier(
  JSON.stringify({
    ...head(),
    sources: [{ id: "a", title: "A report", url: "https://a.example/1" }],
    people: [
      {
        id: "ada",
        name: "Ada Lindqvist",
        roles: [
          { title: "Clerk", from: day("2010-01-01"), to: day("2015-12-31") },
          { title: "Harbour Master", org: "Port Ellery", from: day("2016-01-01") },
          { title: "Mayor", from: day("2017-06-01") },
        ],
      },
      { id: "tom", name: "Tomas Oduya", roles: [{ title: "Councillor", to: day("2016-12-31") }] },
      { id: "mei", name: "Mei Farrow" },
    ],
    events: [
      {
        id: "ev",
        date: day("2017-01-10"),
        title: "The hearing",
        people: [{ id: "ada", part: "witness" }, { id: "mei" }],
        sources: ["a"],
      },
    ],
    statements: [
      said("plain", "ada", { paraphrase: "She agreed.", date: day("2017-02-01") }),
      said("quoted", "ada", { quote: "I agree.", date: day("2017-01-11") }),
      said("disputed", "ada", { quote: "It was so.", date: day("2017-01-10"), event: "ev" }),
      said("undated", "ada", { paraphrase: "Some time." }),
      said("denial", "tom", {
        quote: "It was not.",
        date: day("2017-01-12"),
        about: ["ada"],
        inReplyTo: "disputed",
        relations: [
          { kind: "disputes", target: "disputed", basis: "He denies it." },
          { kind: "atOddsWith", target: "ev", basis: "He says that there was none." },
        ],
      }),
    ],
  }),
);

async function card(person: string, options?: CardOptions): Promise<CardView> {
  return (await buildCard(memoryReader(dossier), { dossier: "feed#story", person }, options))!;
}

describe("buildCard", () => {
  it("knows nobody who is not there", async () => {
    expect(await buildCard(memoryReader(dossier), { dossier: "story", person: "constructor" })).toBeUndefined();
  });

  it("shows the role held on asOf, and one that has ended as such", async () => {
    expect(await card("ada")).toMatchObject({ name: "Ada Lindqvist", role: "Harbour Master, Port Ellery" });
    expect((await card("ada")).roleUntil).toBeUndefined();
    expect(await card("tom")).toMatchObject({ role: "Councillor", roleUntil: { value: "2016-12-31" } });
    expect((await card("mei")).role).toBeUndefined();
  });

  it("lists what is disputed and quoted first, then by date, undated last", async () => {
    const { statements, statementCount } = await card("ada");
    expect(statements.map((statement) => statement.id)).toEqual(["disputed", "quoted", "plain", "undated"]);
    expect(statementCount).toBe(4);
    expect((await card("ada", { limit: 1 })).statements.map((one) => one.id)).toEqual(["disputed"]);
    expect((await card("ada", { limit: 1 })).statementCount).toBe(4);
  });

  it("sets a denial beside what it denies, from both sides", async () => {
    const [disputed] = (await card("ada")).statements;
    expect(disputed!.relations).toEqual([
      {
        kind: "disputes",
        direction: "from",
        basis: "He denies it.",
        target: {
          type: "statement",
          id: "denial",
          label: "It was not.",
          verbatim: true,
          speakerName: "Tomas Oduya",
          date: day("2017-01-12"),
        },
      },
    ]);
    const [denial] = (await card("tom")).statements;
    expect(denial!.relations.map(({ kind, direction, target }) => [kind, direction, target.type, target.id])).toEqual([
      ["disputes", "to", "statement", "disputed"],
      ["atOddsWith", "to", "event", "ev"],
    ]);
    expect(denial!.inReplyTo).toMatchObject({ id: "disputed", speakerName: "Ada Lindqvist", verbatim: true });
  });

  it("shows what others said of a person apart, with source and link", async () => {
    const { about } = await card("ada");
    expect(about!.map((statement) => statement.id)).toEqual(["denial"]);
    expect(about![0]).toMatchObject({
      speaker: { dossier: "feed#story", person: "tom" },
      sources: [{ id: "a", url: "https://a.example/1" }],
    });
  });

  it("orders the timeline by date, with the part taken", async () => {
    const { timeline } = await card("ada");
    expect(timeline.map((item) => item.id)).toEqual(["ev", "disputed", "quoted", "plain", "undated"]);
    expect(timeline[0]).toMatchObject({ type: "event", title: "The hearing", part: "witness" });
    expect(timeline[1]).toMatchObject({ title: "It was so.", verbatim: true });
    expect(timeline[3]!.title).toBe("She agreed.");
    expect(timeline[3]!.verbatim).toBeUndefined();
  });

  it("links to the people met most, under the id by which the dossier is installed", async () => {
    const { people, dossier: shown } = await card("ada", { feedTitle: "The feed" });
    expect(people).toEqual([
      { ref: { dossier: "feed#story", person: "tom" }, name: "Tomas Oduya", role: "Councillor" },
      { ref: { dossier: "feed#story", person: "mei" }, name: "Mei Farrow" },
    ]);
    expect(shown).toMatchObject({ id: "feed#story", title: "A story", publisher: "The Desk", feedTitle: "The feed" });
  });

  it("marks what is new, and only that", async () => {
    const { statements, timeline } = await card("ada", {
      isNew: (type, id) => type === "statement" && id === "quoted",
    });
    expect(statements.filter((statement) => statement.isNew).map((statement) => statement.id)).toEqual(["quoted"]);
    expect(timeline.filter((item) => item.isNew).map((item) => item.id)).toEqual(["quoted"]);
  });
});

describe("the card of somebody in the middle of a huge dossier", () => {
  const MANY = 40_000;
  const people = [{ id: "ada", name: "Ada Lindqvist" }];
  for (let n = 0; n < 100; n++) people.push({ id: `p${n}`, name: `Mei Farrow` });
  const reader = memoryReader({
    ...dossier,
    people: people.map((person) => ({ ...dossier.people[1]!, ...person })),
    events: Array.from({ length: 1000 }, (_, n) => ({ ...dossier.events[0]!, id: `ev${n}`, people: [{ id: "ada" }] })),
    statements: Array.from({ length: MANY }, (_, n) => ({
      ...dossier.statements[0]!,
      id: `s${n}`,
      speaker: n === 0 ? "ada" : `p${n % 100}`,
      about: [],
      relations: n === 0 ? [] : [{ kind: n % 2 ? "repeats" : "disputes", target: "s0", basis: "He said so." }],
    })),
  } as unknown as Parameters<typeof memoryReader>[0]);

  // 60 s were the cost of work that grows with the square of the statements: far beyond the time a test has.
  it("is made at once, holds a bounded part of it, what stands against first, and counts the rest", async () => {
    const card = await buildCard(reader, { dossier: "x", person: "ada" });
    const [statement] = card!.statements;
    expect(statement?.relations).toHaveLength(CARD_LIMITS.relations);
    expect(new Set(statement?.relations.map(({ kind }) => kind))).toEqual(new Set(["disputes"]));
    expect(statement?.moreRelations).toBe(MANY - 1 - CARD_LIMITS.relations);
    expect(card?.people).toHaveLength(CARD_LIMITS.people);
    expect(card?.timeline).toHaveLength(CARD_LIMITS.timeline);
    expect(card?.moreTimeline).toBe(1001 - CARD_LIMITS.timeline);
    expect(JSON.stringify(card).length).toBeLessThan(100_000);
  });
});
