import { beforeAll, describe, expect, test } from "vitest";
import { byPerson } from "../../src/options/changes.ts";
import {
  cancelledText,
  countsText,
  delistedText,
  failedDossierText,
  failureText,
  importedText,
  keyChangeText,
  nextCheckText,
  phaseView,
  refusedText,
  resultText,
} from "../../src/options/text.ts";
import { formatBytes, formatDay, formatExact, formatRelative } from "../../src/shared/format.ts";
import { errorText, setMessages } from "../../src/shared/i18n.ts";
import { messagesFrom } from "./harness/fill.ts";
import { DOWNLOADING, FEED, HISTORY, NOW } from "./harness/fixtures.ts";
import { englishTexts } from "./harness/messages.ts";

const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
const NO_BREAK = "\u00A0";

beforeAll(() => setMessages(messagesFrom(englishTexts())));

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_234, "1.2 kB"],
  [48_200, "48 kB"],
  [2_100_000_000, "2.1 GB"],
])("%d bytes are %s, on one line", (bytes, text) => {
  expect(formatBytes(bytes, "en")).toBe(text.replace(" ", NO_BREAK));
});

test("no text parts a number from the sign of its unit", () => {
  const parted = Object.entries(englishTexts()).filter(([, text]) => /\$\d (?:s|ms|kB|MB|%)(?!\p{L})/u.test(text));
  expect(parted).toEqual([]);
});

test.each([
  [-5 * 60, "in less than a minute"],
  [0, "in less than a minute"],
  [12, "in less than a minute"],
  [44, "in less than a minute"],
  [60, "in 1 minute"],
  [150, "in 3 minutes"],
  [3 * 3_600, "in 3 hours"],
])("a check that is due %d seconds from now comes %s: never now, since it takes an alarm", (seconds, text) => {
  expect(nextCheckText({ next: at(seconds), phase: { type: "idle" } }, NOW)).toBe(text);
});

test("the next check is now while one is under way, and waits for the network where that lacked", () => {
  const next = at(20);
  expect(nextCheckText({ next, phase: { type: "checking" } }, NOW)).toBe("now");
  const offline = { code: "offline" as const, details: ["a.example"] };
  const waiting = "once you are online";
  expect(nextCheckText({ next, phase: { type: "idle" }, result: { type: "failed", error: offline } }, NOW)).toBe(
    waiting,
  );
  expect(nextCheckText({ next, phase: { type: "waiting", reason: "offline" } }, NOW)).toBe(waiting);
  expect(nextCheckText({ phase: { type: "idle" } }, NOW)).toBe("by hand");
});

test.each([
  [-10, "now"],
  [-60, "1 minute ago"],
  [-3 * 3_600, "3 hours ago"],
  [26 * 3_600, "tomorrow"],
  [40 * 86_400, "next month"],
  [-800 * 86_400, "2 years ago"],
])("%d seconds from now is %s", (seconds, text) => {
  expect(formatRelative(NOW + seconds * 1000, NOW, "en")).toBe(text);
});

test("a day is the same day in every time zone", () => {
  expect(formatDay("2017-03-02", "en")).toBe("March 2, 2017");
  expect(formatDay("some day", "en")).toBe("some day");
});

describe("what a feed does", () => {
  test("names the dossier by its title, with bytes and a share", () => {
    expect(phaseView(DOWNLOADING.phase, DOWNLOADING)).toEqual({
      text: `Downloading “The archive”: 6.3${NO_BREAK}MB of 15${NO_BREAK}MB`,
      value: 0.42,
    });
  });

  test("has no share where the length is not known", () => {
    expect(phaseView({ type: "downloading", dossier: "new", received: 10 }, DOWNLOADING)).toEqual({
      text: `Downloading “new”: 10${NO_BREAK}bytes`,
    });
  });

  test("is nothing when idle", () => {
    expect(phaseView({ type: "idle" }, DOWNLOADING)).toBeUndefined();
  });
});

test("a result is a sentence for each dossier", () => {
  const dossiers = [
    { id: "a", title: "A", from: 1, to: 2 },
    { id: "b", title: "B", to: 7 },
  ];
  expect(resultText({ type: "updated", dossiers })).toBe(
    "“A” was updated from version 1 to 2. “B” was added at version 7.",
  );
  expect(resultText({ type: "unchanged" })).toBe("Up to date.");
});

test("a version with a lower number says why it is lower", () => {
  const dossiers = [{ id: "a", title: "A", from: 9, to: 3 }];
  expect(resultText({ type: "updated", dossiers })).toBe(
    "“A” was changed from version 9 to 3. The number is lower since the publisher has replaced keys by the recovery key: version 9 counts no more, and cannot be rolled back to.",
  );
});

test("counts have their plurals", () => {
  expect(countsText({ people: 1, statements: 1_200, events: 0, sources: 2 })).toBe(
    "1 person · 1,200 statements · 0 events · 2 sources",
  );
});

test("changes stand under each person they concern, what was withdrawn first", () => {
  expect(
    byPerson(HISTORY[0]!.changes[0]!).map(({ name, lines }) => [
      name,
      lines.map(({ kind, record }) => [kind, record.id]),
    ]),
  ).toEqual([
    [
      "Bo Sample",
      [
        ["withdrawn", "s2"],
        ["changed", "e4"],
      ],
    ],
    [
      "Ann Example",
      [
        ["changed", "e4"],
        ["added", "ann-example"],
        ["added", "s9"],
      ],
    ],
  ]);
});

test("what is gone is not called withdrawn, and a statement that nobody took back says so", () => {
  const record = (type: "statement" | "event", id: string, reason?: string) => ({
    type,
    id,
    label: id,
    people: [],
    ...(reason === undefined ? {} : { reason }),
  });
  const removed = [record("statement", "s1"), record("statement", "s2", "Misheard."), record("event", "e1")];
  const summary = { dossier: "d", title: "D", from: 1, to: 2, added: [], changed: [], withdrawn: [], removed };
  const [{ lines } = { lines: [] }] = byPerson(summary);
  expect(lines.map(({ kind, record }) => [record.id, kind])).toEqual([
    ["s1", "gone"],
    ["s2", "removed"],
    ["e1", "removed"],
  ]);
});

describe("a failure in a feed's row", () => {
  const error = { code: "http-status" as const, details: ["example.org", "500"] };
  const why = "example.org answered with status 500 instead of the file.";

  test("claims nothing to be in use where nothing is there, nor a check that never comes", () => {
    const text = failureText({ type: "failed", error }, { dossiers: [] });
    expect(text).toContain(why);
    expect(text).not.toMatch(/stays|by itself/);
  });

  test("says what follows where something is in use and a check is due", () => {
    const text = failureText({ type: "failed", error }, FEED);
    expect(text).toContain(why);
    expect(text).toMatch(/What you have stays as it is\. The next check comes by itself\.$/);
  });

  test("says of a dossier that failed which version of it stays, whatever else has changed", () => {
    const updated = [{ id: "a", title: "The Lease", from: 1, to: 2 }];
    const dossier = { id: "river-treaty", title: "The river treaty" };
    const text = failureText({ type: "failed", error, dossier, updated }, FEED);
    expect(text).toMatch(/^“The Lease” was updated from version 1 to 2\. “The river treaty” was not updated: /);
    expect(text).toMatch(/You keep version 41 of it\. The next check comes by itself\.$/);
    expect(text).not.toMatch(/What you have|Nothing was changed/);
  });

  test("claims no version of a dossier that has never come", () => {
    const text = failureText({ type: "failed", error, dossier: { id: "new", title: "New" } }, FEED);
    expect(text).not.toMatch(/keep|stays/);
  });

  test("counts the others that failed, listed or not, and says where they are", () => {
    const others = [{ id: "b", title: "B", error }];
    const failed = { type: "failed" as const, error, dossier: { id: "new", title: "New" }, others };
    const ends = (said: string) => new RegExp(`${said}: “What changed” says why\\. The next check comes by itself\\.$`);
    expect(failureText(failed, FEED)).toMatch(ends(" 1 more dossier of this feed was not updated"));
    expect(failureText({ ...failed, unlisted: 3 }, FEED)).toMatch(
      ends(" 4 more dossiers of this feed were not updated"),
    );
    expect(failureText({ type: "failed", error }, FEED)).not.toContain("more dossier");
    expect(failedDossierText(others[0]!)).toBe(`“B” was not updated: ${errorText(error)}`);
  });

  test("names the dossier that failed, after those that did not", () => {
    const updated = [{ id: "a", title: "The Lease", from: 1, to: 2 }];
    const text = failureText({ type: "failed", error, dossier: { id: "b", title: "The Mole" }, updated }, FEED);
    expect(text).toMatch(/^“The Lease” was updated from version 1 to 2\. “The Mole” was not updated: /);
  });
});

test("a cancelled check claims no more than is true, since a part of it may have come", () => {
  expect(cancelledText(FEED)).toBe("Cancelled before it was complete. What you have stays as it is.");
  expect(cancelledText({ dossiers: [] })).toBe("Cancelled before it was complete.");
});

test("of a dossier that its feed lists no more it is said, before it is rolled back, that nothing undoes that", () => {
  const [row] = FEED.dossiers;
  expect(delistedText({ ...row!, version: 3, previousVersion: 2 })).toBe("");
  expect(delistedText({ ...row!, delisted: true })).not.toContain("roll back");
  const warned = delistedText({ ...row!, version: 3, previousVersion: 2, delisted: true });
  expect(warned).toMatch(/roll back to version 2 would be for good: the feed does not bring version 3 again\.$/);
});

test("a file that gives way to a feed's copy is not said to be replaced by what is in use where that is switched off", () => {
  const replacedBy = {
    origin: { type: "feed", feed: "https://a.example/f.json", feedTitle: "The Desk" },
    version: 3,
  } as const;
  const done = { type: "done", title: "The Lease", version: 2, enabled: true } as const;
  expect(importedText({ ...done, replacedBy })).toContain("version 3 from “The Desk” is in use");
  const off = importedText({ ...done, replacedBy: { ...replacedBy, off: true } });
  expect(off).not.toContain("is in use");
  expect(off).toMatch(/that is switched off\. Switch it on/);
});

test("a host that names a moment until which it wants to be left alone is quoted with it", () => {
  const until = "2026-11-01T12:30:00.000Z";
  const told = formatExact(Date.parse(until), "en");
  expect(refusedText({ code: "rate-limited", details: ["https://a.example/f.json", until] })).toBe(
    `https://a.example/f.json asks not to be called so often. Try again later. It asks to be left alone until ${told}. Nothing was added.`,
  );
  const error = { code: "http-status" as const, details: ["https://a.example/f.json", "503", until] };
  expect(resultText({ type: "failed", error })).toContain(`left alone until ${told}.`);
  expect(refusedText({ code: "rate-limited", details: ["a"] })).not.toContain("left alone");
});

test("a recovery key is told as such, not as the new key that signs", () => {
  const change = { added: ["new", "safe"], recovery: ["safe"], dropped: [], first: false };
  expect(keyChangeText(change)).toMatch(/new key, and .*: new\. The publisher has named a recovery key, .*: safe\.$/);
  expect(keyChangeText({ ...change, added: ["safe"] })).not.toContain("new key");
});

test("no sentence of a failure says what became of the rest: that is said where it is known", () => {
  const claims = Object.entries(englishTexts()).filter(
    ([key, text]) => key.startsWith("error_") && /nothing was (changed|added|imported)|stays? in use/i.test(text),
  );
  expect(claims).toEqual([]);
});

test("a failure tells a day or moment as the page does, not as machines do", () => {
  const expired = (at: string) => refusedText({ code: "expired", details: [at] });
  expect(expired("2026-11-01")).toContain("only until November 1, 2026, and");
  const moment = "2026-11-01T12:30:00Z";
  const told = formatExact(Date.parse(moment), "en");
  expect(expired(moment)).toContain(`only until ${told}, and`);
  const result = { type: "failed", error: { code: "clock", details: [moment, "2026-11-20T08:00:00Z"] } } as const;
  expect(resultText({ ...result, error: { ...result.error, details: [...result.error.details] } })).toContain(told);
});
