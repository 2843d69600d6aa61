/** A large dossier, made up and always the same: people with aliases, statements that answer one another. */
export function makeLargeDossier(people: number, statements: number): Record<string, unknown> {
  const source = { id: "src-1", title: "A paper", publisher: "The Paper", url: "https://example.org/a" };
  return {
    ...head(),
    sources: [source],
    people: Array.from({ length: people }, (_, index) => ({
      id: `person-${index}`,
      name: `Given${index} Family${index}`,
      aliases: [
        { text: `Given${index} Family${index}`, kind: "full" },
        { text: `Family${index}`, kind: "surname" },
      ],
      titles: ["Senator"],
      roles: [{ title: "Senator", from: { value: "2001", precision: "year" } }],
      summary: "Someone in the story, described in a sentence of ordinary length.",
    })),
    events: Array.from({ length: Math.ceil(people / 10) }, (_, index) => ({
      id: `event-${index}`,
      date: { value: "2017-01", precision: "month" },
      title: `Event ${index}`,
      people: [{ id: `person-${index}`, part: "host" }],
      sources: ["src-1"],
    })),
    statements: Array.from({ length: statements }, (_, index) => ({
      id: `st-${index}`,
      speaker: `person-${index % people}`,
      kind: "said",
      date: { value: `2017-01-${String((index % 28) + 1).padStart(2, "0")}`, precision: "day" },
      venue: "Hearing",
      quote: `These are the words of statement ${index}, and there are quite a few of them, as people are wont to speak.`,
      about: [`person-${(index + 1) % people}`],
      relations: index > 0 ? [{ kind: "answers", target: `st-${index - 1}`, basis: "Said right after it." }] : [],
      sources: ["src-1"],
    })),
  };
}

/** The smallest head of a valid dossier. */
export function head(): Record<string, unknown> {
  return {
    format: "dramatis-dossier/1",
    id: "story",
    version: 1,
    title: "A story",
    language: "en",
    asOf: "2017-03-02",
    publisher: { name: "The Desk" },
    license: "CC0-1.0",
    updated: "2017-03-03",
    sources: [],
    people: [],
    events: [],
    statements: [],
  };
}
