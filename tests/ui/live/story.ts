/** A small invented story in three versions, as a publisher would write it. */
type Json = Record<string, unknown>;

export interface Cast {
  /** Id and title of the dossier. */
  id: string;
  title: string;
  /** Two people who are in it, by full name. */
  speaker: string;
  other: string;
}

export const CASTS: [Cast, Cast] = [
  { id: "bridge", title: "The harbour bridge", speaker: "Ada Lindqvist", other: "Tomas Okafor" },
  { id: "school", title: "The school roof", speaker: "Greta Halloran", other: "Milo Petrescu" },
];

const idOf = (name: string) => name.toLowerCase().replaceAll(" ", "-");

/** What each version says, so that a test can look for it. */
export const WORDS = {
  kept: "The bridge will open in the spring.",
  withdrawn: "I have never seen that invoice.",
  reason: "The newspaper that printed it has named another speaker.",
  added: "There were two invoices, and I signed one of them.",
  third: "I shall answer every question the council has.",
} as const;

const STATEMENTS = (cast: Cast, version: number): Json[] => {
  const said = (id: string, quote: string, day: string): Json => ({
    id,
    speaker: idOf(cast.speaker),
    kind: "said",
    date: { value: day, precision: "day" },
    venue: "Town council",
    quote,
    about: [idOf(cast.other)],
    sources: ["gazette"],
  });
  const doubtful = said("invoice", WORDS.withdrawn, "2024-03-02");
  return [
    said("opening", WORDS.kept, "2024-02-10"),
    version < 2
      ? doubtful
      : { ...doubtful, correction: { kind: "withdrawn", date: "2024-04-02", reason: WORDS.reason } },
    ...(version < 2 ? [] : [said("two-invoices", WORDS.added, "2024-04-01")]),
    ...(version < 3 ? [] : [said("questions", WORDS.third, "2024-05-01")]),
  ];
};

/** Version 2 adds a statement, changes the event and withdraws a statement; version 3 adds one more. */
export function story(cast: Cast, version: number): Json {
  return {
    format: "dramatis-dossier/1",
    id: cast.id,
    version,
    title: cast.title,
    summary: "Who ordered the bridge, who paid for it, and what they told the council.",
    language: "en",
    asOf: `2024-0${version + 2}-10`,
    publisher: { name: "Harbour Gazette" },
    license: "CC0-1.0",
    updated: `2024-0${version + 2}-11`,
    changes: Array.from({ length: version }, (_, n) => ({ version: n + 1, text: `What version ${n + 1} brought.` })),
    context: ["town council", "harbour bridge"],
    sources: [{ id: "gazette", title: "Council minutes", publisher: "Harbour Gazette" }],
    people: [cast.speaker, cast.other].map((name) => ({
      id: idOf(name),
      name,
      aliases: [{ text: name.split(" ").at(-1), kind: "surname" }],
      roles: [{ title: "Member of the town council" }],
      summary: `${name} sits on the town council.`,
    })),
    events: [
      {
        id: "hearing",
        date: { value: "2024-03-02", precision: "day" },
        title: version < 2 ? "A hearing on the bridge" : "The first hearing on the bridge",
        people: [{ id: idOf(cast.speaker), part: "witness" }],
        sources: ["gazette"],
      },
    ],
    statements: STATEMENTS(cast, version),
  };
}

/** A news page that names both. */
export function newsPage({ speaker, other }: Cast): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The bridge</title>
<body style="font:18px/1.6 Georgia,serif;max-width:38em;margin:3em auto"><h1>Questions about the harbour bridge</h1>
<p>${speaker} spoke to the town council on Tuesday.</p><p>${other} listened from the gallery, and said nothing.</p>
<p>The council meets again next week to go through the accounts of the harbour bridge.</p></body></html>`;
}
