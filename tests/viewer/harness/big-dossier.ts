import type { Dossier, Statement } from "../../../src/dossier/schema.ts";

/** Numbers that look random and are the same in every run (a linear congruential generator, Numerical Recipes). */
export function sequence(seed = 1): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FIRST =
  "Ada Béla Chiara Dragan Elif Fatou Goran Hana Ines Jürgen Kofi Léa Milan Nadia Øyvind Priya Quinn Rosa Sven Tariq".split(
    " ",
  );
const WORDS =
  "budget bridge committee contract council deadline delay engineer evidence harbour hearing inspection letter meeting minister order permit report safety tender vote witness steel tunnel river payment audit".split(
    " ",
  );
const KINDS = ["said", "testified", "wrote", "posted", "spokesperson"] as const;
const RELATIONS = ["answers", "disputes", "atOddsWith", "repeats"] as const;
/** Who speaks far more than the others, as somebody does in every story: each hundredth statement. */
const LEAD = "person-1";
const LEAD_EVERY = 100;
const DAY_MS = 86_400_000;
const START = Date.UTC(2009, 0, 1);

function sentence(next: (below: number) => number, words: number): string {
  const text = Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(" ");
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** A made-up story of any size, told over ten years: valid, with every kind of date, relation and correction. */
export function bigDossier(people = 1_000, statements = 10_000, events = 2_000, sources = 500): Dossier {
  const next = sequence();
  const date = (share: number) => {
    const value = new Date(START + Math.floor(share * 3_650) * DAY_MS).toISOString().slice(0, 10);
    const kind = next(10);
    if (kind === 0) return { value: value.slice(0, 4), precision: "year" as const, approximate: true };
    if (kind < 3) return { value: value.slice(0, 7), precision: "month" as const };
    return { value, precision: "day" as const };
  };
  const person = () => `person-${next(people)}`;
  const speaker = (i: number) => {
    // Drawn in any case, so that all that is drawn later stays what it is.
    const drawn = person();
    return i % LEAD_EVERY ? drawn : LEAD;
  };
  const source = () => `source-${next(sources)}`;
  const statement = (i: number): Statement => ({
    id: `statement-${i}`,
    speaker: speaker(i),
    kind: KINDS[next(KINDS.length)]!,
    date: date(i / statements),
    venue: sentence(next, 4).slice(0, -1),
    ...(next(3) ? { quote: sentence(next, 12 + next(30)) } : { paraphrase: sentence(next, 15 + next(20)) }),
    about: next(2) ? [person()] : [],
    event: `event-${Math.floor((i / statements) * events)}`,
    relations:
      i > 10 && !next(4)
        ? [{ kind: RELATIONS[next(4)]!, target: `statement-${i - 1 - next(9)}`, basis: sentence(next, 10) }]
        : [],
    sources: [source()],
    ...(next(200) ? {} : { correction: { kind: "withdrawn" as const, date: "2019-05-02", reason: sentence(next, 8) } }),
  });
  return {
    format: "dramatis-dossier/1",
    id: "big",
    version: 3,
    title: "The harbour bridge",
    summary: "A made-up story, as large as the viewer is built for.",
    language: "en",
    asOf: "2019-06-01",
    publisher: { name: "Test press", url: "https://example.org/" },
    license: "CC0-1.0",
    updated: "2019-06-01",
    changes: [1, 2, 3].map((version) => ({ version, date: `2019-0${version}-01`, text: sentence(next, 6) })),
    context: [],
    sources: Array.from({ length: sources }, (_, i) => ({
      id: `source-${i}`,
      title: sentence(next, 6),
      publisher: "The Harbour Times",
      date: date(i / sources),
      url: `https://example.org/${i}`,
    })),
    people: Array.from({ length: people }, (_, i) => ({
      id: `person-${i}`,
      name: `${FIRST[i % FIRST.length]} ${FIRST[Math.floor(i / FIRST.length) % FIRST.length]}sen ${i}`,
      aliases: [],
      blocked: [],
      titles: [],
      roles: [{ title: sentence(next, 3).slice(0, -1), org: "Harbour board" }],
      summary: sentence(next, 20),
      sameAs: [],
    })),
    events: Array.from({ length: events }, (_, i) => ({
      id: `event-${i}`,
      date: date(i / events),
      title: sentence(next, 6).slice(0, -1),
      text: sentence(next, 30),
      people: [{ id: person(), part: sentence(next, 4) }],
      sources: [source()],
    })),
    statements: Array.from({ length: statements }, (_, i) => statement(i)),
  };
}
