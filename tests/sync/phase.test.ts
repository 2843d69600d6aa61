import { expect, test } from "vitest";
import { IDLE, isSameStep, nextPhase, type SyncEvent } from "../../src/sync/phase.ts";

const run = (...events: SyncEvent[]) => events.reduce(nextPhase, IDLE);
const received: SyncEvent = { type: "received", dossier: "d", received: 5, total: 10 };

test("goes from queued to stored and back to idle", () => {
  expect(run({ type: "queued" })).toEqual({ type: "waiting", reason: "queued" });
  expect(run({ type: "queued" }, { type: "started" })).toEqual({ type: "checking" });
  expect(run({ type: "started" }, received)).toEqual({ type: "downloading", dossier: "d", received: 5, total: 10 });
  expect(run({ type: "started" }, { type: "verifying", dossier: "d" })).toEqual({ type: "verifying", dossier: "d" });
  const stored: SyncEvent = { type: "stored", dossier: "d", done: 1, total: 2 };
  expect(run({ type: "started" }, stored)).toEqual({ type: "storing", dossier: "d", done: 1, total: 2 });
  expect(run({ type: "started" }, received, { type: "ended" })).toBe(IDLE);
});

test("a late event of a check that has ended changes nothing", () => {
  expect(run({ type: "started" }, { type: "ended" }, received)).toBe(IDLE);
});

test("being asked again while it runs does not put it back into the queue", () => {
  expect(run({ type: "started" }, { type: "queued" })).toEqual({ type: "checking" });
  expect(run({ type: "started" }, { type: "offline" })).toEqual({ type: "checking" });
});

test("another phase or another dossier is another step; more of the same is not", () => {
  const some = run({ type: "started" }, received);
  expect(isSameStep(some, nextPhase(some, { ...received, received: 9 }))).toBe(true);
  expect(isSameStep(some, nextPhase(some, { ...received, dossier: "e" }))).toBe(false);
  expect(isSameStep(some, nextPhase(some, { type: "verifying", dossier: "d" }))).toBe(false);
  expect(isSameStep(IDLE, run({ type: "started" }))).toBe(false);
});
