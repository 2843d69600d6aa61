/** Card views for tests and for the gallery: the bundled dossier's own, and made-up ones for what it does not have. */
import { readFileSync } from "node:fs";
import type { Dossier, Statement } from "../../src/dossier/schema.ts";
import type { CardView, RelationView, SourceView, StatementView, TimelineItem } from "../../src/dossier/views.ts";

const dossier = JSON.parse(
  readFileSync(new URL("../../assets/dossiers/sessions-kislyak.json", import.meta.url), "utf8"),
) as Dossier;

const nameOf = (id: string | undefined) => dossier.people.find((person) => person.id === id)?.name;
const speakerOf = ({ speaker, speakerName }: Statement) => nameOf(speaker) ?? speakerName ?? "?";
const labelOf = ({ quote, paraphrase }: Statement) => quote ?? paraphrase ?? "";

function relationsOf(statement: Statement): RelationView[] {
  const view = (kind: RelationView["kind"], direction: "to" | "from", basis: string, id: string): RelationView => {
    const other = dossier.statements.find((candidate) => candidate.id === id);
    const event = dossier.events.find((candidate) => candidate.id === id);
    return {
      kind,
      direction,
      basis,
      target: other
        ? {
            type: "statement",
            id,
            label: labelOf(other),
            verbatim: other.quote !== undefined,
            speakerName: speakerOf(other),
            ...(other.date ? { date: other.date } : {}),
          }
        : { type: "event", id, label: event!.title, verbatim: false, date: event!.date },
    };
  };
  return [
    ...statement.relations.map((relation) => view(relation.kind, "to", relation.basis, relation.target)),
    ...dossier.statements.flatMap((other) =>
      other.relations
        .filter((relation) => relation.target === statement.id)
        .map((relation) => view(relation.kind, "from", relation.basis, other.id)),
    ),
  ];
}

function statementView(statement: Statement): StatementView {
  const { id, kind, date, venue, quote, paraphrase, speaker, inReplyTo, correction } = statement;
  const question = dossier.statements.find((candidate) => candidate.id === inReplyTo);
  return {
    id,
    kind,
    speakerName: speakerOf(statement),
    relations: relationsOf(statement),
    sources: statement.sources.map((source) => dossier.sources.find((known) => known.id === source) as SourceView),
    ...(speaker ? { speaker: { dossier: dossier.id, person: speaker } } : {}),
    ...(date ? { date } : {}),
    ...(venue ? { venue } : {}),
    ...(quote ? { quote } : {}),
    ...(paraphrase ? { paraphrase } : {}),
    ...(correction ? { correction } : {}),
    ...(question
      ? {
          inReplyTo: {
            id: question.id,
            speakerName: speakerOf(question),
            label: labelOf(question),
            verbatim: question.quote !== undefined,
          },
        }
      : {}),
  };
}

/** The card of a person of the bundled dossier. */
export function bundledView(person: string): CardView {
  const { id, name, summary, roles, sameAs } = dossier.people.find((candidate) => candidate.id === person)!;
  const mine = dossier.statements.filter((statement) => statement.speaker === id).reverse();
  const timeline: TimelineItem[] = [
    ...dossier.events.flatMap((event): TimelineItem[] => {
      const part = event.people.find((someone) => someone.id === id);
      return part
        ? [
            {
              type: "event",
              id: event.id,
              date: event.date,
              title: event.title,
              ...(part.part ? { part: part.part } : {}),
            },
          ]
        : [];
    }),
    ...mine.map(
      (statement): TimelineItem => ({
        type: "statement",
        id: statement.id,
        title: labelOf(statement).slice(0, 90),
        ...(statement.date ? { date: statement.date } : {}),
      }),
    ),
  ].sort((a, b) => (a.date?.value ?? "").localeCompare(b.date?.value ?? ""));
  const role = roles[0] && [roles[0].title, roles[0].org].filter(Boolean).join(", ");
  return {
    ref: { dossier: dossier.id, person: id },
    name,
    dossier: {
      id: dossier.id,
      title: dossier.title,
      version: dossier.version,
      asOf: dossier.asOf,
      publisher: dossier.publisher.name,
    },
    statements: mine.map(statementView),
    statementCount: mine.length,
    timeline,
    people: dossier.people
      .filter((other) => other.id !== id)
      .map((other) => ({ ref: { dossier: dossier.id, person: other.id }, name: other.name })),
    sameAs: sameAs ?? [],
    ...(role ? { role } : {}),
    ...(summary ? { summary } : {}),
  };
}

export function bundledViews(): Record<string, CardView> {
  return Object.fromEntries(dossier.people.map(({ id }) => [id, bundledView(id)]));
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
    dossier: { id: "harbour", title: "The crane contract", version: 3, asOf: "2019-06-01", publisher: "Port Register" },
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
        version: 1,
        asOf: "2018-02-01",
        publisher: "Night Desk",
        feedTitle: "Coast feed",
      },
      statements: [madeUpStatement("z", { quote: "It left at ten past two.", kind: "testified" })],
      statementCount: 1,
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
