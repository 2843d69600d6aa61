/** A dossier and a feed in which every field of the format stands once. */

const date = (value: string) => ({ value, precision: "day", approximate: false, basis: "stated", note: "As printed." });

export function fullDossier(): Record<string, unknown> {
  return {
    format: "dramatis-dossier/1",
    id: "story",
    version: 3,
    title: "A story",
    summary: "What it is about.",
    language: "en-GB",
    asOf: "2017-03-02",
    publisher: { name: "The Desk", url: "https://desk.example/about" },
    license: "CC0-1.0",
    updated: "2017-03-03T10:00:00+01:00",
    changes: [{ version: 3, date: "2017-03-03", text: "One statement more." }],
    minAppVersion: "0.1",
    context: ["hearing"],
    sources: [
      {
        id: "src-1",
        title: "A report",
        publisher: "The Paper",
        author: "A. Writer",
        date: date("2017-03-01"),
        url: "https://paper.example/a",
        archivedUrl: "https://archive.example/a",
        note: "Seen in print.",
      },
    ],
    people: [
      {
        id: "p1",
        name: "Ada Lindqvist",
        aliases: [{ text: "Lindqvist", kind: "surname", case: "exact" }],
        blocked: ["Lindqvist Boatyard"],
        titles: ["Captain"],
        roles: [{ title: "Harbour Master", org: "Port Ellery", from: date("2016-01-01"), to: date("2017-01-01") }],
        summary: "Signed the lease.",
        sameAs: ["https://www.wikidata.org/wiki/Q1"],
      },
      { id: "p2", name: "Tomas Oduya" },
    ],
    events: [
      {
        id: "e1",
        date: date("2017-01-10"),
        title: "The hearing",
        text: "It took place.",
        people: [{ id: "p1", part: "witness" }],
        sources: ["src-1"],
      },
    ],
    statements: [
      { id: "s1", speakerName: "The Board", kind: "wrote", paraphrase: "It was so.", sources: ["src-1"] },
      {
        id: "s2",
        speaker: "p1",
        kind: "said",
        date: date("2017-01-10"),
        venue: "Hearing",
        quote: "It was not so.",
        paraphrase: "She denied it.",
        about: ["p2"],
        event: "e1",
        inReplyTo: "s1",
        relations: [{ kind: "disputes", target: "s1", basis: "She denies it." }],
        sources: ["src-1"],
        correction: { kind: "corrected", date: "2017-03-03", reason: "The venue was wrong." },
      },
    ],
  };
}

const KEY = `${"A".repeat(43)}=`;
const signature = () => ({ key: KEY, value: `${"B".repeat(86)}==` });

export function fullFeed(): Record<string, unknown> {
  return {
    format: "dramatis-feed/1",
    title: "A feed",
    publisher: { name: "The Desk", url: "https://desk.example" },
    summary: "Stories.",
    sequence: 4,
    updated: "2017-03-03T10:00:00Z",
    expires: "2017-06-03",
    keys: [{ key: KEY, use: "sign", created: "2017-01-01", retired: "2017-02-01", endorsements: [signature()] }],
    dossiers: [
      {
        id: "story",
        version: 3,
        title: "A story",
        summary: "What it is about.",
        url: "story-3.json",
        bytes: 100,
        sha256: "0".repeat(64),
        updated: "2017-03-03",
        expires: "2018-03-03",
        signature: signature(),
      },
    ],
    signatures: [signature()],
  };
}
