import type { Dossier } from "../../../src/dossier/schema.ts";

const LONG =
  "Maximiliane-Alexandrina Wolfeschlegelsteinhausenbergerdorff-Oppenheimer von und zu Hohenlohe-Schillingsfürst";

/** What real dossiers have rarely: long names, no dates, corrections, markup in texts, another script. */
export function oddDossier(): Dossier {
  const person = (id: string, name: string) => ({
    id,
    name,
    aliases: [],
    blocked: [],
    titles: [],
    roles: [],
    sameAs: [],
  });
  return {
    format: "dramatis-dossier/1",
    id: "odd",
    version: 2,
    title: "Odd cases",
    language: "en",
    asOf: "2020-02-29",
    publisher: { name: "Test press" },
    license: "CC0-1.0",
    updated: "2020-03-01",
    changes: [
      { version: 1, date: "2020-02-01", text: "First version." },
      { version: 2, date: "2020-03-01", text: "Withdraws one statement, corrects another." },
    ],
    context: [],
    sources: [
      {
        id: "src-web",
        title: "A page on the web",
        publisher: "Example",
        date: { value: "2020-02", precision: "month" },
        url: "https://example.org/a/very/long/path/that/goes/on/and/on/and/on?with=a&query=too",
        archivedUrl: "https://archive.example.org/20200229/https://example.org/a",
      },
      { id: "src-bare", title: "A letter" },
    ],
    people: [
      {
        ...person("long", LONG),
        roles: [{ title: "Envoy", org: "Principality", from: { value: "2019", precision: "year" } }],
      },
      person("silent", "Ann Silent"),
      person("rtl", "سيرغي كيسلياك"),
    ],
    events: [
      {
        id: "day",
        date: { value: "2020-02-29", precision: "day" },
        title: "Everything happens on one day",
        people: [{ id: "long", part: "Speaks" }, { id: "rtl" }],
        sources: ["src-web"],
      },
    ],
    statements: [
      {
        id: "first",
        speaker: "long",
        kind: "said",
        date: { value: "2020-02-29", precision: "day" },
        quote: "I never said <b>that</b> & I never will.",
        about: ["silent"],
        event: "day",
        relations: [],
        sources: ["src-web", "src-bare"],
      },
      {
        id: "withdrawn",
        speaker: "rtl",
        kind: "wrote",
        date: {
          value: "2020-02-29",
          precision: "day",
          approximate: true,
          basis: "inferred",
          note: "From the postmark.",
        },
        quote: "لم أقل ذلك قط.",
        about: ["long"],
        relations: [{ kind: "disputes", target: "first", basis: "It says the opposite of the same evening." }],
        sources: ["src-bare"],
        correction: { kind: "withdrawn", date: "2020-03-01", reason: "The letter is a forgery." },
      },
      {
        id: "undated",
        speakerName: "An office",
        kind: "spokesperson",
        paraphrase: "The office said that it had no comment.",
        about: ["long"],
        inReplyTo: "first",
        relations: [],
        sources: ["src-bare"],
        correction: { kind: "corrected", date: "2020-03-01", reason: "An earlier version named the wrong office." },
      },
    ],
  };
}
