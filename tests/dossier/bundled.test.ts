/** The bundled dossier is about living people: what an editor would check before each release. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { adviseOn } from "../../src/dossier/advice.ts";
import type { DossierDate } from "../../src/dossier/schema.ts";
import { parseDossier } from "../../src/dossier/validate.ts";

const FILE = join(import.meta.dirname, "..", "..", "assets", "dossiers", "sessions-kislyak.json");
const dossier = parseDossier(readFileSync(FILE));
const CAST = [
  "Adam Schiff",
  "Al Franken",
  "Bradd Jaffy",
  "Cory Booker",
  "Donald Trump",
  "Elizabeth Warren",
  "Jeff Sessions",
  "Joaquin Castro",
  "John McCain",
  "Lindsey Graham",
  "Michael Flynn",
  "Mike Pence",
  "Nancy Pelosi",
  "Patrick Leahy",
  "Sarah Isgur Flores",
  "Sergey Kislyak",
];

describe("the bundled dossier", () => {
  it("has the whole cast, its statements and its events", () => {
    expect(dossier.people.map((person) => person.name).sort()).toEqual(CAST);
    expect(dossier.statements.length).toBeGreaterThanOrEqual(19);
    expect(dossier.events.length).toBeGreaterThanOrEqual(12);
  });

  it("leaves nothing to advise but the address that the publisher does not have", () => {
    expect(adviseOn(dossier).faults.map((fault) => fault.place)).toEqual(["publisher.url"]);
  });

  it("says of every date whether it is stated, and of an inferred one from what", () => {
    const dates: [string, DossierDate | undefined][] = [
      ...dossier.events,
      ...dossier.statements,
      ...dossier.sources,
    ].map((record) => [record.id, record.date]);
    for (const [id, date] of dates) {
      expect([id, date?.basis]).toEqual([id, expect.stringMatching(/^(stated|inferred)$/)]);
      if (date?.basis === "inferred") expect([id, date.note]).toEqual([id, expect.stringMatching(/.{20}/)]);
    }
  });

  it("records that the document's date line contradicts its content", () => {
    const [report] = dossier.sources;
    expect(report!.note).toContain("2017-01-03");
    expect(report!.note).toContain("contradicts");
  });

  it("sets the other side beside what stands against somebody", () => {
    const between = dossier.statements.flatMap(({ id, relations }) =>
      relations.map(({ kind, target }) => `${id} ${kind} ${target}`),
    );
    for (const relation of [
      "st-sessions-testimony atOddsWith ev-july-meeting",
      "st-sessions-testimony atOddsWith ev-september-meeting",
      "st-flores-to-post answers st-washington-post-report",
      "st-flores-statement answers st-washington-post-report",
      "st-sessions-later-denial disputes st-washington-post-report",
      "st-sessions-written-answer answers st-leahy-question",
    ]) {
      expect(between).toContain(relation);
    }
    for (const { id, quote, relations } of dossier.statements) {
      // Whoever says that he lied or misled stands beside what he or his spokeswoman says to that.
      if (!/\b(lying|lied|misleading)\b/i.test(quote ?? "") || id === "st-jaffy-post") continue;
      expect([id, relations.some(({ target }) => /flores|denial/.test(target))]).toEqual([id, true]);
    }
  });

  it("never gives words of its own in quotation marks as a quote, nor a quote without a source", () => {
    for (const { id, quote, sources, kind, speaker } of dossier.statements) {
      expect([id, quote ?? "x"]).toEqual([id, expect.not.stringMatching(/^["“].*["”]$/)]);
      expect(sources.length).toBeGreaterThan(0);
      if (kind === "spokesperson") expect(speaker).toBe("sarah-isgur-flores");
    }
  });
});
