import { describe, expect, test } from "vitest";
import { diffDossiers, diffSteps } from "../../src/dossier/diff.ts";
import { atOnce, inSlices, type Steps } from "../../src/dossier/slices.ts";
import { parseDossier, parseInSlices } from "../../src/dossier/validate.ts";
import { dossier, text } from "../sync/publisher.ts";

function* countTo(n: number): Steps<number> {
  for (let at = 0; at < n; at++) yield;
  return n;
}

test("work pauses whenever it has lasted 16 ms, and comes to the same end", async () => {
  let time = 0;
  let pauses = 0;
  const pause = async () => {
    pauses++;
    time += 1000;
  };
  // Each look at the clock finds that 4 ms have passed.
  const now = () => (time += 4);
  expect(await inSlices(countTo(20), pause, now)).toBe(20);
  expect(pauses).toBe(5);
  expect(atOnce(countTo(20))).toBe(20);
});

describe("in slices", () => {
  const file = text(dossier({ version: 1, people: 40, statements: 400 }));

  test("a dossier is read and compared to the same end, with pauses between its records", async () => {
    const dossierRead = parseDossier(file);
    expect(await parseInSlices(file, {}, async () => {})).toEqual(dossierRead);
    let pauses = 0;
    let time = 0;
    const pause = async () => void pauses++;
    const steps = diffSteps(undefined, dossierRead);
    expect(await inSlices(steps, pause, () => (time += 20))).toEqual(diffDossiers(undefined, dossierRead));
    expect(pauses).toBeGreaterThan(400);
  });

  test("a bad one is refused with the same words", async () => {
    const bad = file.replace('"s7"', '"s 7"');
    const said = await parseInSlices(bad, {}, async () => {}).catch((error: Error) => error.message);
    expect(said).toMatch(/statements\[7\]/);
    expect(() => parseDossier(bad)).toThrow(said as string);
  });
});
