/**
 * Mutated dossiers and feeds: refused with a sentence that names the place, or accepted and valid. A fixed seed and a moderate
 * number here; `FUZZ=100000 npx vitest run --project unit tests/dossier/fuzz.test.ts` for the long form with a seed of its own.
 */
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";
import { compileLexicon, findCandidates, loadLexicon } from "../../src/detect/index.ts";
import { adviseOn } from "../../src/dossier/advice.ts";
import { canonicalize } from "../../src/dossier/canonical.ts";
import { buildCard } from "../../src/dossier/card.ts";
import { diffDossiers } from "../../src/dossier/diff.ts";
import { DramatisError } from "../../src/dossier/errors.ts";
import { FaultList } from "../../src/dossier/faults.ts";
import { checkEntry, entryAddress, parseFeed, verifyFeed } from "../../src/dossier/feed.ts";
import { readJson } from "../../src/dossier/json.ts";
import { mapJson } from "../../src/dossier/json-map.ts";
import { LIMITS } from "../../src/dossier/limits.ts";
import { compileCheck, FAILED } from "../../src/dossier/quick-check.ts";
import { memoryReader } from "../../src/dossier/reader.ts";
import { eventSchema, personSchema, sourceSchema, statementSchema } from "../../src/dossier/schema.ts";
import { checkDossier, parseDossier } from "../../src/dossier/validate.ts";
import { fullDossier, fullFeed } from "./full.ts";
import { mutated } from "./mutate.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

const LONG = Number(process.env.FUZZ) || 0;
const RUNS = LONG || 1_500;
const SEED = LONG ? Number(process.env.FUZZ_SEED) || Date.now() % 1_000_000 : 6;
const PARAMETERS = { numRuns: RUNS, seed: SEED, endOnFailure: true };
const TIME = LONG ? 3_600_000 : 60_000;
/** Milliseconds that one file of this size may take, on a machine that is busy with other things. */
const SLOWEST = 5_000;

const CODES = new Set(["too-large", "bad-json", "bad-schema", "empty-body", "needs-newer-format", "needs-newer-app"]);
/** "people[0].name: must be …", "line 3, column 5", or what is said of a file as a whole. */
const PLACED = /^(([\w[].*?: )|must be an object, found|holds half a character|line \d+, column \d+$)/su;

/** The result, or `undefined` for a proper refusal; throws on anything else. */
function tryParse<T>(parse: () => T): T | undefined {
  const start = performance.now();
  try {
    const result = parse();
    expect(performance.now() - start).toBeLessThan(SLOWEST);
    return result;
  } catch (error) {
    if (!(error instanceof DramatisError)) throw error;
    if (!CODES.has(error.code)) throw new Error(`refused as ${error.code}`, { cause: error });
    const [detail = ""] = error.details;
    if (error.code.startsWith("bad-") && !PLACED.test(detail))
      throw new Error(`names no place: ${detail}`, { cause: error });
    if (/[\p{Cc}\p{Default_Ignorable_Code_Point}\ud800-\udfff]/u.test(detail))
      throw new Error("hides something in its message");
    if (detail.length > 4_000) throw new Error("says far too much");
    return undefined;
  }
}

const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const keysOfPrototypes = () => PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).length);

function expectNoPollution(before: number[]): void {
  expect(keysOfPrototypes()).toEqual(before);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect((globalThis as { pwned?: unknown }).pwned).toBeUndefined();
}

describe(`mutated files (seed ${SEED}, ${RUNS} of each)`, () => {
  it(
    "dossiers are refused with the place named, or valid for good and usable",
    async () => {
      const before = keysOfPrototypes();
      const good = parseDossier(JSON.stringify(fullDossier()));
      let accepted = 0;
      await fc.assert(
        fc.asyncProperty(mutated(fullDossier), async (text) => {
          const dossier = tryParse(() => parseDossier(text));
          if (!dossier) return;
          accepted++;
          const again = canonicalize(dossier);
          expect(canonicalize(parseDossier(again))).toBe(again);
          adviseOn(dossier);
          diffDossiers(good, dossier);
          diffDossiers(dossier, good);
          for (const { id } of dossier.people.slice(0, 3)) {
            const card = await buildCard(memoryReader(dossier), { dossier: "x", person: id });
            for (const link of card!.statements.flatMap((statement) => statement.sources)) {
              expect(link.url ?? "https:").toMatch(/^https?:/i);
            }
          }
          const lexicon = loadLexicon(compileLexicon([{ id: "x", people: dossier.people, context: dossier.context }]));
          findCandidates(lexicon, "Captain Lindqvist, said Tomas Oduya. <b>x</b>");
        }),
        PARAMETERS,
      );
      expectNoPollution(before);
      expect(accepted / RUNS).toBeGreaterThan(0.05);
      expect(accepted / RUNS).toBeLessThan(0.95);
    },
    TIME,
  );

  it(
    "dossiers: all faults have places that the file can be searched for",
    () => {
      fc.assert(
        fc.property(mutated(fullDossier), (text) => {
          const checked = tryParse(() => checkDossier(text));
          if (!checked) return;
          const places = checked.faults.faults.map((fault) => fault.place);
          const { positions } = mapJson(text, places);
          for (const place of places) expect(positions.get(place)?.line).toBe(1);
        }),
        { ...PARAMETERS, numRuns: Math.ceil(RUNS / 5) },
      );
    },
    TIME,
  );

  it(
    "records pass the quick check exactly when the schema library passes them, with the same outcome",
    () => {
      const lists = { sources: sourceSchema, people: personSchema, events: eventSchema, statements: statementSchema };
      const checks = Object.entries(lists).map(([name, schema]) => ({
        name,
        schema: schema as v.GenericSchema,
        quick: compileCheck(schema),
      }));
      fc.assert(
        fc.property(mutated(fullDossier), (text) => {
          const root = safeJson(text) as Record<string, unknown> | null | undefined;
          for (const { name, schema, quick } of checks) {
            const list = root?.[name];
            for (const record of Array.isArray(list) ? list.slice(0, 3) : []) {
              const slow = v.safeParse(schema, structuredClone(record));
              const fast = quick(structuredClone(record));
              expect(fast !== FAILED).toBe(slow.success);
              if (slow.success) expect(canonicalize(fast)).toBe(canonicalize(slow.output));
            }
          }
        }),
        PARAMETERS,
      );
    },
    TIME,
  );

  it(
    "feeds are refused with the place named, or read exactly as they were signed",
    async () => {
      const before = keysOfPrototypes();
      const now = new Date("2017-03-04T00:00:00Z");
      let accepted = 0;
      await fc.assert(
        fc.asyncProperty(mutated(fullFeed), async (text) => {
          const feed = tryParse(() => parseFeed(text));
          if (!feed) return;
          accepted++;
          expect(canonicalize(feed)).toBe(canonicalize(JSON.parse(text)));
          const { signatures: _, keys: __, ...unsigned } = feed;
          for (const one of [feed, unsigned as typeof feed]) {
            const verified = await verifyFeed(one, undefined, now).catch(expectRefusal);
            for (const entry of verified ? feed.dossiers : []) {
              await Promise.resolve()
                .then(() => checkEntry(entry, verified!.trust, now))
                .catch(expectRefusal);
              const address = await Promise.resolve()
                .then(() => entryAddress(entry, "https://a.example/feed.json"))
                .catch(expectRefusal);
              if (address) expect(address).toMatch(/^https:\/\//);
            }
          }
        }),
        PARAMETERS,
      );
      expectNoPollution(before);
      expect(accepted / RUNS).toBeGreaterThan(0.05);
    },
    TIME,
  );
});

function expectRefusal(error: unknown): undefined {
  expect(error).toBeInstanceOf(DramatisError);
  return undefined;
}

/** What the schema is asked about: JSON without half characters and keys that objects own. */
function safeJson(text: string): unknown {
  const faults = new FaultList();
  const value = tryParse(() => readJson(text, LIMITS.bytes, faults));
  return faults.count === 0 ? value : undefined;
}
