import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { attribution, citation, sourceText } from "../../src/card/cite.ts";
import { formatDate } from "../../src/card/dates.ts";
import { reasonText } from "../../src/card/reason.ts";
import { opening, windowAround } from "../../src/card/ui-state.ts";
import { failureText } from "../../src/card/view/failure.tsx";
import { foldRelations } from "../../src/card/view/relations.tsx";
import type { RelationView } from "../../src/dossier/views.ts";
import { setMessages } from "../../src/shared/i18n.ts";
import { madeUp, madeUpStatement } from "./samples.ts";

beforeAll(() => {
  const read = (area: string) =>
    JSON.parse(readFileSync(`assets/locales/en/${area}.json`, "utf8")) as Record<string, string>;
  const texts = { ...read("common"), ...read("card") };
  setMessages({
    getMessage: (key, args = []) => (texts[key] ?? "").replace(/\$(\d)/g, (_, n: string) => args[Number(n) - 1] ?? ""),
  });
});

describe("formatDate", () => {
  it.each([
    [{ value: "2017-01-10", precision: "day" as const }, "Jan 10, 2017"],
    [{ value: "2016-09", precision: "month" as const }, "Sep 2016"],
    [{ value: "2016", precision: "year" as const }, "2016"],
    [{ value: "2016-09", precision: "month" as const, approximate: true }, "about Sep 2016"],
    [undefined, "no date"],
  ])("%o is %s", (date, text) => {
    expect(formatDate(date)).toBe(text);
  });
});

describe("citing", () => {
  const statement = madeUpStatement("a", { date: { value: "2019-05-02", precision: "day" }, venue: "Harbour board" });
  it("names speaker, date and venue, and leaves out what is not known", () => {
    expect(attribution(statement, true)).toBe("— Ida Bergstrand, May 2, 2019, Harbour board");
    expect(attribution(madeUpStatement("b"), true)).toBe("— Ida Bergstrand");
  });
  it("names a source with publisher, date and address", () => {
    expect(sourceText(statement.sources[0]!)).toBe(
      "Port Register: Minutes of the harbour board (May 4, 2019), https://example.org/minutes",
    );
  });
  it("makes a whole citation, with what was withdrawn", () => {
    const withdrawn = madeUpStatement("a", {
      correction: { kind: "withdrawn", date: "2019-05-20", reason: "Never said." },
    });
    const text = citation(withdrawn, madeUp().dossier);
    expect(text.split("\n")).toEqual([
      "“The contract was open on my desk for anyone to read.”",
      "— Ida Bergstrand",
      "Withdrawn on May 20, 2019: Never said.",
      "Source: Port Register: Minutes of the harbour board (May 4, 2019), https://example.org/minutes.",
      "Quoted from the dossier “The crane contract”, version 3, as of Jun 1, 2019.",
    ]);
  });
  it("puts only verbatim words into quote marks, those of the dossier's language, and tells the rest from a quote", () => {
    const { dossier } = madeUp();
    const { quote: _, ...silent } = { ...statement, paraphrase: "She took no part." };
    expect(citation(silent, dossier)).toMatch(/^She took no part\.\n— Ida Bergstrand, .* \(paraphrased\)\n/);
    expect(citation(statement, { ...dossier, language: "de-AT" })).toMatch(/^„The contract .* read\.“\n/);
  });
});

describe("sentences", () => {
  it("say why a name was matched", () => {
    expect(reasonText({ type: "full-name" })).toContain("full name");
    expect(reasonText({ type: "title", title: "Senator" })).toContain("“Senator”");
    expect(reasonText({ type: "introduced", by: "Jeff Sessions" })).toContain("introduces Jeff Sessions");
    expect(reasonText({ type: "introduced", by: "" })).not.toContain("  ");
    expect(reasonText({ type: "context", words: ["Kislyak", "Senate"] })).toContain("Kislyak, Senate");
  });
  it("say what to do when the extension has gone from under the page", () => {
    const error = { code: "internal" as const, details: ["Extension context invalidated."] };
    expect(failureText(error, "x")).toContain("Reload this page");
    expect(failureText({ code: "not-found", details: [] }, "Ida")).toMatch(/^Ida is no longer/);
  });
  it("no text names a key", () => {
    for (const key of [
      "card_statements_all_one",
      "card_timeline_all_other",
      "relation_atOddsWith_to",
      "kind_spokesperson",
    ])
      expect(JSON.parse(readFileSync("assets/locales/en/card.json", "utf8"))).toHaveProperty(key);
  });
});

describe("folding", () => {
  it("keeps the present entry in the window, with one before it", () => {
    expect(windowAround(5, 20, 4)).toEqual([4, 8]);
    expect(windowAround(0, 20, 4)).toEqual([0, 4]);
    expect(windowAround(19, 20, 4)).toEqual([16, 20]);
    expect(windowAround(1, 3, 4)).toEqual([0, 3]);
  });
  it("opens a long summary with as many whole sentences as fit in six lines", () => {
    const long = `Served under Sen. Ida of the U.S. harbour. ${"Then more happened. ".repeat(30)}`;
    const shown = opening(long, "en");
    expect(long.startsWith(shown)).toBe(true);
    expect(shown.endsWith("happened.")).toBe(true);
    expect(shown.length).toBeGreaterThan(280);
    expect(shown.length).toBeLessThanOrEqual(320);
    const breathless = `${"and so on ".repeat(60).trim()}. Then it ended.`;
    expect(opening(breathless, "en")).toBe(breathless.slice(0, breathless.indexOf(".") + 1));
  });
  it("shows every summary of the bundled dossier whole: an allegation with what its subject says to it", () => {
    const { people } = JSON.parse(readFileSync("assets/dossiers/sessions-kislyak.json", "utf8"));
    for (const { summary } of people) expect(opening(summary, "en")).toBe(summary);
  });
  it("names everything that stands against a statement, the first of it with the reason", () => {
    const relation = (kind: RelationView["kind"], id: string): RelationView => ({
      kind,
      direction: "from",
      basis: "so",
      target: { type: "statement", id, label: id, verbatim: false },
    });
    // In the order that a card comes in: what stands against first.
    const relations = [
      relation("disputes", "2"),
      relation("atOddsWith", "4"),
      relation("answers", "1"),
      relation("repeats", "3"),
    ];
    const ids = (list: readonly RelationView[]) => list.map(({ target }) => target.id);
    const folded = foldRelations(relations, false);
    expect([ids(folded.whole), ids(folded.brief), folded.hidden]).toEqual([["2"], ["4"], 2]);
    const opened = foldRelations(relations, true);
    expect([ids(opened.whole), ids(opened.brief), opened.hidden]).toEqual([["2", "4", "1", "3"], [], 0]);
  });
});
