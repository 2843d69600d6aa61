import { describe, expect, it } from "vitest";
import { diffDossiers } from "../../src/dossier/diff.ts";
import type { Dossier } from "../../src/dossier/schema.ts";
import { parseDossier } from "../../src/dossier/validate.ts";
import { fullDossier } from "./full.ts";

const base = parseDossier(JSON.stringify(fullDossier()));

/** The next version, changed by hand. */
function next(change: (dossier: Dossier) => void): Dossier {
  const copy = structuredClone(base);
  copy.version++;
  change(copy);
  return copy;
}
const none = { added: [], changed: [], withdrawn: [], removed: [] };

describe("diffDossiers", () => {
  it("finds nothing between a dossier and itself, whatever the order of keys", () => {
    const turned = next((dossier) => {
      dossier.statements = dossier.statements.map(
        (one) => Object.fromEntries(Object.entries(one).reverse()) as typeof one,
      );
    });
    expect(diffDossiers(base, turned)).toEqual({ dossier: "story", title: "A story", from: 3, to: 4, ...none });
  });

  it("lists everything as new without an older version", () => {
    const { added, from } = diffDossiers(undefined, base);
    expect(from).toBeUndefined();
    expect(added.map((record) => `${record.type} ${record.id}`)).toEqual([
      "statement s1",
      "statement s2",
      "event e1",
      "person p1",
      "person p2",
      "source src-1",
    ]);
  });

  it("labels words as verbatim or not, and names all whom a change concerns, before and after", () => {
    const { changed } = diffDossiers(
      base,
      next((dossier) => {
        Object.assign(dossier.statements[1]!, { speaker: "p2", about: ["p1"] });
        dossier.statements[0]!.paraphrase = "It was otherwise.";
      }),
    );
    expect(changed).toEqual([
      { type: "statement", id: "s1", label: "The Board: It was otherwise.", people: [] },
      { type: "statement", id: "s2", label: "Tomas Oduya: “It was not so.”", people: ["p2", "p1"] },
    ]);
  });

  it("tells withdrawn with the reason once, corrected as changed, and what is gone as removed", () => {
    const reason = "Said by somebody else.";
    const withdrawn = next((dossier) => {
      dossier.statements[0]!.correction = { kind: "withdrawn", date: "2017-03-04", reason };
    });
    expect(diffDossiers(base, withdrawn)).toMatchObject({ ...none, withdrawn: [{ id: "s1", reason }] });
    const later = { ...structuredClone(withdrawn), version: 5 };
    expect(diffDossiers(withdrawn, later)).toMatchObject(none);
    const corrected = next((dossier) => {
      dossier.statements[1]!.correction = { kind: "corrected", date: "2017-03-04", reason };
    });
    expect(diffDossiers(base, corrected)).toMatchObject({ ...none, changed: [{ id: "s2", reason }] });
    const gone = next((dossier) => void dossier.statements.splice(1, 1));
    const { withdrawn: marked, removed: [record, ...others] = [] } = diffDossiers(base, gone);
    expect([marked, others]).toEqual([[], []]);
    expect(record).toMatchObject({ type: "statement", id: "s2", people: ["p1", "p2"] });
    expect(record?.reason).toBeUndefined();
  });

  it("takes a record that is new and withdrawn at once as new", () => {
    const added = next((dossier) => {
      const correction = { kind: "withdrawn" as const, date: "2017-03-04", reason: "Wrong." };
      dossier.statements.push({ ...dossier.statements[0]!, id: "s9", correction });
    });
    expect(diffDossiers(base, added)).toMatchObject({ ...none, added: [{ id: "s9", reason: "Wrong." }] });
  });

  it("is linear: 20,000 statements in a moment", () => {
    const many = (words: string): Dossier => ({
      ...base,
      statements: Array.from({ length: 20_000 }, (_, n) => ({
        ...base.statements[0]!,
        id: `s${n}`,
        paraphrase: words,
      })),
    });
    const { changed } = diffDossiers(many("a"), many("b"));
    expect(changed).toHaveLength(20_000);
  }, 10_000);
});
