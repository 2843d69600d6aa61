/** Card views for tests and for the gallery: the bundled dossier's own, and made-up ones for what it does not have. */
import { readFileSync } from "node:fs";
import { buildCard } from "../../src/dossier/card.ts";
import { memoryReader } from "../../src/dossier/reader.ts";
import type { Dossier } from "../../src/dossier/schema.ts";
import type { CardView, SourceView, StatementView } from "../../src/dossier/views.ts";

const dossier = JSON.parse(
  readFileSync(new URL("../../assets/dossiers/sessions-kislyak.json", import.meta.url), "utf8"),
) as Dossier;

const reader = memoryReader(dossier);
const views = new Map<string, CardView>();
for (const { id } of dossier.people) {
  views.set(id, (await buildCard(reader, { dossier: dossier.id, person: id }))!);
}

/** The card of a person of the bundled dossier. */
export function bundledView(person: string): CardView {
  return views.get(person)!;
}

export function bundledViews(): Record<string, CardView> {
  return Object.fromEntries(views);
}

const SOURCE: SourceView = {
  id: "src",
  title: "Minutes of the harbour board",
  publisher: "Port Register",
  url: "https://example.org/minutes",
  archivedUrl: "https://archive.example.org/minutes",
  date: { value: "2019-05-04", precision: "day" },
};

/** A made-up person, with `changes` over a plain card. */
export function madeUp(changes: Partial<CardView> = {}): CardView {
  return {
    ref: { dossier: "harbour", person: "ida-bergstrand" },
    name: "Ida Bergstrand",
    role: "Harbour master, Port of Lindhamn",
    summary: "Ran the harbour when the crane contract was signed.",
    dossier: {
      id: "harbour",
      title: "The crane contract",
      version: 3,
      language: "en",
      asOf: "2019-06-01",
      publisher: "Port Register",
    },
    statements: [],
    statementCount: 0,
    timeline: [],
    people: [],
    sameAs: [],
    ...changes,
  };
}

export function madeUpStatement(id: string, changes: Partial<StatementView> = {}): StatementView {
  return {
    id,
    kind: "said",
    speakerName: "Ida Bergstrand",
    quote: "The contract was open on my desk for anyone to read.",
    relations: [],
    sources: [SOURCE],
    ...changes,
  };
}

export const VARIANTS: Record<string, CardView[]> = {
  "no-statements": [madeUp()],
  "long-names": [
    madeUp({
      name: "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Maria Magdalena Theresia the Younger",
      role: "Deputy Under-Secretary of State for Interdepartmental Waterways Coordination and Inland Navigation",
      statements: [
        madeUpStatement("a", {
          venue: "Extraordinary joint meeting of the harbour board and its three standing subcommittees",
        }),
      ],
      statementCount: 1,
    }),
  ],
  "forty-statements": [
    madeUp({
      statements: Array.from({ length: 40 }, (_, i) =>
        madeUpStatement(`s${i}`, {
          quote: `Answer number ${i + 1} to the board.`,
          date: { value: `2019-04-${String(30 - (i % 30)).padStart(2, "0")}`, precision: "day" },
        }),
      ),
      statementCount: 52,
      timeline: Array.from({ length: 25 }, (_, i) => ({
        type: "event" as const,
        id: `e${i}`,
        title: `Meeting ${i + 1} of the harbour board`,
        date: { value: `2019-03-${String(i + 1).padStart(2, "0")}`, precision: "day" as const },
      })),
    }),
  ],
  "no-dates": [
    madeUp({
      statements: [madeUpStatement("a", { isNew: true }), madeUpStatement("b", { kind: "wrote" })],
      statementCount: 2,
      timeline: [
        { type: "event", id: "e", title: "The contract is signed", isNew: true },
        { type: "statement", id: "a", title: "The contract was open" },
      ],
    }),
  ],
  "approximate-dates": [
    madeUp({
      statements: [
        madeUpStatement("a", { date: { value: "2019-05", precision: "month", approximate: true, basis: "inferred" } }),
        madeUpStatement("b", { date: { value: "2018", precision: "year", approximate: true } }),
      ],
      statementCount: 2,
      timeline: [
        { type: "event", id: "e", title: "Talks begin", date: { value: "2018", precision: "year", approximate: true } },
        { type: "statement", id: "b", title: "The contract was open", date: { value: "2018", precision: "year" } },
        {
          type: "statement",
          id: "a",
          title: "Said again",
          date: { value: "2019-05", precision: "month", approximate: true },
        },
      ],
    }),
  ],
  corrected: [
    madeUp({
      statements: [
        madeUpStatement("a", {
          date: { value: "2019-05-02", precision: "day" },
          correction: {
            kind: "withdrawn",
            date: "2019-05-20",
            reason: "The register took the words from a draft that was never read out.",
          },
        }),
        madeUpStatement("b", {
          date: { value: "2019-04-02", precision: "day" },
          paraphrase: "She took no part in choosing the bidder.",
          correction: { kind: "corrected", date: "2019-05-21", reason: "An earlier version gave the wrong venue." },
        }),
      ],
      statementCount: 2,
    }),
  ],
  news: [
    madeUp({
      statements: [
        madeUpStatement("a", {
          isNew: true,
          date: { value: "2019-05-02", precision: "day" },
          venue: "Harbour board",
          relations: [
            {
              kind: "disputes",
              direction: "from",
              basis: "The minutes of the meeting name no contract among the papers on the table.",
              target: {
                type: "statement",
                id: "q",
                label: "There was no contract on that desk, and nobody read it.",
                verbatim: true,
                speakerName: "Nils Forsell",
                date: { value: "2019-05-09", precision: "day" },
              },
            },
          ],
        }),
        madeUpStatement("b", { kind: "wrote", date: { value: "2019-03-11", precision: "day" } }),
      ],
      statementCount: 2,
      timeline: [
        { type: "event", id: "e", title: "The contract is signed", date: { value: "2019-01", precision: "month" } },
        {
          type: "event",
          id: "f",
          title: "The board hears both sides",
          date: { value: "2019-05-02", precision: "day" },
          isNew: true,
        },
        {
          type: "statement",
          id: "a",
          title: "“The contract was open on my desk for anyone to read.”",
          date: { value: "2019-05-02", precision: "day" },
          isNew: true,
        },
      ],
    }),
  ],
  "two-dossiers": [
    madeUp({
      statements: [madeUpStatement("a", { date: { value: "2019-05-02", precision: "day" } })],
      statementCount: 1,
    }),
    madeUp({
      ref: { dossier: "ferry", person: "ida" },
      role: "Witness",
      summary: "Saw the ferry leave.",
      dossier: {
        id: "ferry",
        title: "The night ferry",
        language: "en",
        version: 1,
        asOf: "2018-02-01",
        publisher: "Night Desk",
        feedTitle: "Coast feed",
      },
      statements: [madeUpStatement("z", { quote: "It left at ten past two.", kind: "testified" })],
      statementCount: 1,
    }),
  ],
  changed: [
    madeUp({
      statements: [
        madeUpStatement("a", {
          isNew: true,
          date: { value: "2019-05-02", precision: "day" },
          correction: { kind: "withdrawn", date: "2019-05-20", reason: "The draft was never read out." },
        }),
        madeUpStatement("b", {
          isNew: true,
          date: { value: "2019-04-02", precision: "day" },
          correction: { kind: "corrected", date: "2019-05-21", reason: "An earlier version gave the wrong venue." },
        }),
      ],
      statementCount: 2,
      timeline: [
        {
          type: "statement",
          id: "b",
          title: "“The contract was open on my desk for anyone to read.”",
          date: { value: "2019-04-02", precision: "day" },
          correction: "corrected",
          isNew: true,
        },
        {
          type: "statement",
          id: "a",
          title: "“The contract was open on my desk for anyone to read.”",
          date: { value: "2019-05-02", precision: "day" },
          correction: "withdrawn",
          isNew: true,
        },
      ],
    }),
  ],
  /** As the card of a huge dossier arrives: bounded, with the number of what is left out. */
  bounded: [
    madeUp({
      statements: Array.from({ length: 50 }, (_, i) =>
        madeUpStatement(`s${i}`, { quote: `Answer number ${i + 1} to the board.` }),
      ),
      statementCount: 9_312,
      timeline: Array.from({ length: 50 }, (_, i) => ({
        type: "event" as const,
        id: `e${i}`,
        title: `Meeting ${i + 1} of the harbour board`,
        date: { value: `2019-03-${String((i % 28) + 1).padStart(2, "0")}`, precision: "day" as const },
      })),
      moreTimeline: 11_840,
    }),
  ],
  "right-to-left": [
    madeUp({
      name: "سلمى الخطيب",
      role: "مديرة الميناء",
      summary: "أدارت الميناء حين وُقّع العقد.",
      statements: [
        madeUpStatement("a", {
          quote: "كان العقد مفتوحا على مكتبي لمن أراد أن يقرأه.",
          speakerName: "سلمى الخطيب",
          date: { value: "2019-05-02", precision: "day" },
          relations: [
            {
              kind: "disputes",
              direction: "from",
              basis: "محضر الجلسة",
              target: { type: "statement", id: "q", label: "لم يكن العقد هناك", verbatim: true, speakerName: "نادر" },
            },
          ],
        }),
      ],
      statementCount: 1,
      timeline: [
        { type: "statement", id: "a", title: "كان العقد مفتوحا", date: { value: "2019-05-02", precision: "day" } },
      ],
    }),
  ],
};
