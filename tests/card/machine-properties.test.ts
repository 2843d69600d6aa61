import fc from "fast-check";
import { expect, it } from "vitest";
import { step } from "../../src/card/machine.ts";
import { type Event, IDLE, type State, type Target, type TimerName } from "../../src/card/machine-types.ts";
import type { ErrorInfo } from "../../src/dossier/errors.ts";

const targets: Target[] = ["a", "b", "c"].map((name) => ({
  person: { name, refs: [{ dossier: "d", person: name }] },
}));
const target = fc.constantFrom(...targets);
const over = fc.oneof(
  target.map((t) => ({ type: "mention" as const, target: t })),
  target.map((t) => ({ type: "corridor" as const, target: t })),
  fc.constantFrom({ type: "card" as const }, { type: "corridor" as const }, { type: "page" as const }),
);
const plain = <T extends Event>(event: T) => fc.constant<Event>(event);
/** Every event there is, by its type: one that is added to the machine is asked for here. */
const EVENTS: Record<Event["type"], fc.Arbitrary<Event>> = {
  move: fc.record({ type: fc.constant("move" as const), over, fast: fc.boolean(), blocked: fc.boolean() }),
  timer: fc.record({
    type: fc.constant("timer" as const),
    name: fc.constantFrom<TimerName>("ask", "open", "loading", "close", "seen"),
  }),
  answer: fc.record({ type: fc.constant("answer" as const), token: fc.nat(8), views: fc.constant([]) }),
  failure: fc.record({
    type: fc.constant("failure" as const),
    token: fc.nat(8),
    error: fc.constant<ErrorInfo>({ code: "internal", details: [] }),
  }),
  press: fc.record({ type: fc.constant("press" as const), over }),
  open: fc.record({
    type: fc.constant("open" as const),
    target,
    via: fc.constantFrom("keyboard" as const, "touch" as const),
  }),
  removed: fc.record({
    type: fc.constant("removed" as const),
    targets: fc.subarray(targets).map((list) => new Set(list)),
  }),
  replaced: fc.record({ type: fc.constant("replaced" as const), from: target, to: target }),
  visit: fc.record({ type: fc.constant("visit" as const), refs: fc.constant([]), name: fc.constant("x") }),
  hold: fc.record({ type: fc.constant("hold" as const), on: fc.boolean() }),
  "off-muted": plain({ type: "off-muted" }),
  typing: plain({ type: "typing" }),
  dragging: plain({ type: "dragging" }),
  selecting: plain({ type: "selecting" }),
  escape: plain({ type: "escape" }),
  close: plain({ type: "close" }),
  pin: plain({ type: "pin" }),
  take: plain({ type: "take" }),
  back: plain({ type: "back" }),
  turned: plain({ type: "turned" }),
  retry: plain({ type: "retry" }),
  renew: plain({ type: "renew" }),
  "focus-left": plain({ type: "focus-left" }),
  "scrolled-away": plain({ type: "scrolled-away" }),
  blur: plain({ type: "blur" }),
  navigated: plain({ type: "navigated" }),
  "other-card": plain({ type: "other-card" }),
};
/** What leads somewhere comes more often than what ends everything. */
const WEIGHTS: Partial<Record<Event["type"], number>> = { move: 12, timer: 12, answer: 9, failure: 3, open: 3, pin: 3 };
const event: fc.Arbitrary<Event> = fc.oneof(
  ...Object.entries(EVENTS).map(([type, arbitrary]) => ({
    weight: WEIGHTS[type as Event["type"]] ?? 1,
    arbitrary,
  })),
);

/** Only timers that run can fire, as in the runner. */
function play(
  events: Event[],
  check: (before: State, event: Event, after: State, running: Set<TimerName>) => void,
): State {
  let state = IDLE;
  const running = new Set<TimerName>();
  for (const next of events) {
    if (next.type === "timer" && !running.delete(next.name)) continue;
    const [after, effects] = step(state, next, { openDelay: 400 });
    for (const effect of effects) {
      if (effect.type === "start") running.add(effect.timer);
      if (effect.type === "stop") running.delete(effect.timer);
    }
    check(state, next, after, running);
    state = after;
  }
  return state;
}

it("never gets stuck: while the machine waits, the clock or the answer that ends it is under way", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      play(events, (_before, _event, after, running) => {
        if (after.dwell.type === "dwelling") expect(running).toContain("open");
        if (after.dwell.type === "opening") expect(running).toContain("loading");
        if (after.shown.type === "leaving") expect(running).toContain("close");
        if (after.shown.type !== "leaving") expect(running).not.toContain("close");
        if (after.dwell.type === "none") expect(running).not.toContain("open");
      });
    }),
    { numRuns: 500 },
  );
});

it("Esc and navigation end everything, whatever went before", () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      fc.constantFrom<Event>({ type: "escape" }, { type: "navigated" }),
      (events, last) => {
        const state = play([...events, last], () => {});
        expect(state.shown.type).toBe("none");
        expect(state.dwell.type).toBe("none");
      },
    ),
  );
});

it("close, and a card in another frame, leave none here, whatever went before", () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 40 }),
      fc.constantFrom<Event>({ type: "close" }, { type: "other-card" }),
      (events, last) => {
        expect(play([...events, last], () => {}).shown.type).toBe("none");
      },
    ),
  );
});

it("follows a name that is drawn anew: nothing is left at the old one", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const [from, to] = [targets[0]!, targets[1]!];
      const { shown, dwell } = play([...events, { type: "replaced", from, to }], () => {});
      if (shown.type !== "none") expect(shown.card.target).not.toBe(from);
      if (dwell.type !== "none") expect(dwell.target).not.toBe(from);
    }),
  );
});

it("shows and hides in turn, and never shows by hovering while a card is pinned", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      play(events, (before, next, after) => {
        if (before.shown.type === "pinned" && (next.type === "move" || next.type === "timer")) {
          if (next.type === "move") expect(after.shown.type).toBe("pinned");
          expect(after.dwell.type).not.toBe("dwelling");
        }
        if (after.shown.type !== "none") expect(after.shown.card.leaves.length).toBeGreaterThan(0);
      });
    }),
    { numRuns: 500 },
  );
});

it("a pinned card, or one that the reader has gone into, gives way only to one that is asked for", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      play(events, ({ shown, dwell }, next, after) => {
        if (shown.type === "none" || after.shown.type === "none" || next.type === "replaced") return;
        if (shown.type !== "pinned" && shown.card.via === "pointer") return;
        if (after.shown.card.target === shown.card.target) return;
        expect(dwell.type === "opening" && dwell.via).toMatch(/keyboard|touch/);
      });
    }),
    { numRuns: 1000 },
  );
});

it("tokens are never used twice", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const seen = new Set<number>();
      let state = IDLE;
      for (const next of events) {
        const [after, effects] = step(state, next, { openDelay: 400 });
        for (const effect of effects) {
          if (effect.type !== "request") continue;
          expect(seen).not.toContain(effect.token);
          seen.add(effect.token);
        }
        state = after;
      }
    }),
  );
});
