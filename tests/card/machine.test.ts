import { describe, expect, it } from "vitest";
import { ASK_AFTER, CLOSE_AFTER, LOADING_AFTER } from "../../src/card/constants.ts";
import { step } from "../../src/card/machine.ts";
import { cardOf } from "../../src/card/machine-steps.ts";
import { type Effect, type Event, IDLE, type Over, type State, type Target } from "../../src/card/machine-types.ts";
import type { CardView } from "../../src/dossier/views.ts";
import { madeUp } from "./samples.ts";

const CONFIG = { openDelay: 400 };
const target = (name: string): Target => ({ person: { name, refs: [{ dossier: "d", person: name }] } });
const ida = target("ida");
const bo = target("bo");
const views = [madeUp()];

const PAGE: Over = { type: "page" };
const CARD: Over = { type: "card" };
const on = (mention: Target): Over => ({ type: "mention", target: mention });
const move = (over: Over, more: Partial<Extract<Event, { type: "move" }>> = {}): Event => ({
  type: "move",
  over,
  fast: false,
  blocked: false,
  ...more,
});
const timer = (name: "ask" | "open" | "loading" | "close" | "seen"): Event => ({ type: "timer", name });

/** Runs events one after the other; returns the state and the effects of the last one. */
function run(events: Event[], from: State = IDLE): { state: State; effects: Effect[] } {
  let state = from;
  let effects: Effect[] = [];
  for (const event of events) [state, effects] = step(state, event, CONFIG);
  return { state, effects };
}

const OPENED: Event[] = [move(on(ida)), timer("ask"), { type: "answer", token: 1, views }, timer("open")];

describe("opening", () => {
  it("starts both clocks when the pointer comes to a name", () => {
    const { state, effects } = run([move(on(ida))]);
    expect(state.dwell).toMatchObject({ type: "dwelling", target: ida });
    expect(effects).toEqual([
      { type: "start", timer: "ask", ms: ASK_AFTER },
      { type: "start", timer: "open", ms: 400 },
    ]);
  });
  it("asks once, and opens filled", () => {
    const asked = run(OPENED.slice(0, 2));
    expect(asked.effects).toContainEqual({ type: "request", token: 1, refs: ida.person.refs });
    const { state, effects } = run(OPENED);
    expect(state.shown).toMatchObject({
      type: "open",
      card: { target: ida, leaves: [{ content: { type: "ready" } }] },
    });
    expect(effects).toContainEqual({ type: "show", focus: false });
  });
  it("asks no later than it opens, however short the delay", () => {
    const [, effects] = step(IDLE, move(on(ida)), { openDelay: 50 });
    expect(effects).toContainEqual({ type: "start", timer: "ask", ms: 50 });
  });
  it("waits for a slow answer before it says loading", () => {
    const waiting = run([move(on(ida)), timer("ask"), timer("open")]);
    expect(waiting.state.shown.type).toBe("none");
    expect(waiting.effects).toContainEqual({ type: "start", timer: "loading", ms: LOADING_AFTER });
    expect(run([timer("loading")], waiting.state).state.shown).toMatchObject({
      type: "open",
      card: { leaves: [{ content: { type: "loading" } }] },
    });
  });
  it("asks when the open clock is first", () => {
    expect(run([move(on(ida)), timer("open")]).effects).toContainEqual(expect.objectContaining({ type: "request" }));
  });
  it("restarts the clocks while the pointer moves fast on the name, not while it creeps", () => {
    const fast = run([move(on(ida)), move(on(ida), { fast: true })]);
    expect(fast.effects).toContainEqual({ type: "start", timer: "open", ms: 400 });
    expect(run([move(on(ida)), move(on(ida))]).effects).toEqual([]);
  });
  it("forgets a name that the pointer leaves before the delay", () => {
    const { state, effects } = run([move(on(ida)), move(PAGE)]);
    expect(state.dwell.type).toBe("none");
    expect(effects).toContainEqual({ type: "stop", timer: "open" });
  });
  it("turns to another name at once", () => {
    const { state } = run([move(on(ida)), timer("ask"), move(on(bo))]);
    expect(state.dwell).toEqual({ type: "dwelling", target: bo, token: 2 });
  });
  it("drops the late answer for a name that was left", () => {
    const { state } = run([move(on(ida)), timer("ask"), move(on(bo)), { type: "answer", token: 1, views }]);
    expect(state.dwell).not.toHaveProperty("content");
    expect(run([timer("open")], state).state.shown.type).toBe("none");
  });
  it("shows a failure as the card's content", () => {
    const error = { code: "offline" as const, details: [] };
    const { state } = run([move(on(ida)), timer("ask"), { type: "failure", token: 1, error }, timer("open")]);
    expect(state.shown).toMatchObject({ card: { leaves: [{ content: { type: "failed", error } }] } });
  });
});

describe("what keeps a card from opening", () => {
  it.each<[string, Event]>([
    ["a button that is down", move(on(ida), { blocked: true })],
    ["typing", { type: "typing" }],
    ["dragging", { type: "dragging" }],
    ["selecting", { type: "selecting" }],
    ["scrolling away", { type: "scrolled-away" }],
    ["leaving the window", { type: "blur" }],
    ["a press on the name", { type: "press", over: on(ida) }],
    ["Esc", { type: "escape" }],
    ["navigation", { type: "navigated" }],
    ["removal of the text", { type: "removed", targets: new Set([ida]) }],
  ])("%s", (_, event) => {
    const { state } = run([move(on(ida)), timer("ask"), { type: "answer", token: 1, views }, event]);
    expect(state.dwell.type).toBe("none");
    expect(run([timer("open")], state).state.shown.type).toBe("none");
  });
  it("a name that was clicked opens nothing until the pointer has been elsewhere", () => {
    const clicked = run([move(on(ida)), { type: "press", over: on(ida) }, move(on(ida))]);
    expect(clicked.state.dwell.type).toBe("none");
    expect(run([move(PAGE), move(on(ida))], clicked.state).state.dwell.type).toBe("dwelling");
  });
});

describe("staying and leaving", () => {
  it("starts to leave when the pointer has left name and card, and goes after the delay", () => {
    const left = run([...OPENED, move(PAGE)]);
    expect(left.state.shown.type).toBe("leaving");
    expect(left.effects).toContainEqual({ type: "start", timer: "close", ms: CLOSE_AFTER });
    expect(run([timer("close")], left.state).effects).toContainEqual({ type: "hide" });
  });
  it.each<[string, Over]>([
    ["the name", on(ida)],
    ["the card", CARD],
    ["the way between", { type: "corridor" }],
  ])("stays when the pointer comes back to %s", (_, over) => {
    const { state, effects } = run([...OPENED, move(PAGE), move(over)]);
    expect(state.shown.type).toBe("open");
    expect(effects).toContainEqual({ type: "stop", timer: "close" });
  });
  it("gives way to the next name, one card at a time", () => {
    const { state } = run([...OPENED, move(on(bo)), timer("ask"), { type: "answer", token: 2, views }, timer("open")]);
    expect(cardOf(state.shown)?.target).toBe(bo);
  });
  it("may be replaced by a name that lies on the way, when the pointer rests there", () => {
    const { state } = run([...OPENED, move({ type: "corridor", target: bo })]);
    expect(state.shown.type).toBe("open");
    expect(state.dwell).toMatchObject({ type: "dwelling", target: bo });
  });
  it("stays while text in it is selected", () => {
    const { state } = run([...OPENED, { type: "hold", on: true }, move(PAGE)]);
    expect(state.shown.type).toBe("open");
    expect(run([{ type: "hold", on: false }, move(PAGE)], state).state.shown.type).toBe("leaving");
  });
  it.each<Event>([{ type: "escape" }, { type: "close" }])(
    "does not come back after $type before the pointer has left the name",
    (event) => {
      // Browsers tell of moves where none was, when what lay under the pointer has gone.
      const closed = run([...OPENED, event, move(on(ida))]);
      expect(closed.state.dwell.type).toBe("none");
      const back = run([move(PAGE), move(on(ida))], closed.state);
      expect(back.state.dwell.type).toBe("dwelling");
    },
  );

  it.each<Event>([{ type: "escape" }, { type: "close" }])(
    "comes back after $type when the pointer goes from the card to the name",
    (event) => {
      const back = run([...OPENED, move(CARD), event, move(on(ida))]);
      expect(back.state.dwell.type).toBe("dwelling");
    },
  );

  it("comes back after its button was pressed, though no frame saw the pointer come to it from the name", () => {
    const events: Event[] = [move(on(ida)), { type: "press", over: CARD }, { type: "close" }, move(on(ida))];
    expect(run([...OPENED, ...events]).state.dwell.type).toBe("dwelling");
  });

  it("comes back once the pointer has been off the name, though no frame saw it there", () => {
    const back = run([...OPENED, { type: "escape" }, { type: "off-muted" }, move(on(ida))]);
    expect(back.state.dwell.type).toBe("dwelling");
  });

  it("stays on a press on its own name or inside it, goes on a press elsewhere", () => {
    for (const over of [CARD, on(ida)]) expect(run([...OPENED, { type: "press", over }]).state.shown.type).toBe("open");
    expect(run([...OPENED, { type: "press", over: PAGE }]).state.shown.type).toBe("none");
  });
  it.each<[string, Event]>([
    ["Esc", { type: "escape" }],
    ["close", { type: "close" }],
    ["scrolling away", { type: "scrolled-away" }],
    ["blur", { type: "blur" }],
    ["navigation", { type: "navigated" }],
    ["typing in the page", { type: "typing" }],
    ["removal of the text", { type: "removed", targets: new Set([ida]) }],
  ])("goes on %s", (_, event) => {
    const { state, effects } = run([...OPENED, event]);
    expect(state.shown.type).toBe("none");
    expect(effects).toContainEqual(expect.objectContaining({ type: "hide" }));
  });
  it("outlives the removal of another name", () => {
    expect(run([...OPENED, { type: "removed", targets: new Set([bo]) }]).state.shown.type).toBe("open");
  });
  it("goes along when its name is marked anew", () => {
    const again = target("ida");
    const { state } = run([...OPENED, { type: "replaced", from: ida, to: again }, move(on(again))]);
    expect(state.shown).toMatchObject({ type: "open", card: { target: again } });
    expect(state.dwell.type).toBe("none");
  });
});

describe("pinning", () => {
  const PINNED: Event[] = [...OPENED, { type: "pin" }];
  it.each<[string, Event]>([
    ["the pointer leaves", move(PAGE)],
    ["another name is hovered", move(on(bo))],
    ["the page scrolls away", { type: "scrolled-away" }],
    ["the window loses the focus", { type: "blur" }],
    ["the reader types", { type: "typing" }],
    ["the reader clicks elsewhere", { type: "press", over: PAGE }],
    ["the text is removed", { type: "removed", targets: new Set([ida]) }],
    ["the focus leaves", { type: "focus-left" }],
  ])("keeps the card when %s", (_, event) => {
    const { state } = run([...PINNED, event]);
    expect(state.shown).toMatchObject({ type: "pinned", card: { target: ida } });
    expect(state.dwell.type).toBe("none");
  });
  it.each<Event>([{ type: "escape" }, { type: "close" }, { type: "navigated" }])("ends with $type", (event) => {
    expect(run([...PINNED, event]).state.shown.type).toBe("none");
  });
  it("unpins with the second press", () => {
    expect(run([...PINNED, { type: "pin" }, move(PAGE)]).state.shown.type).toBe("leaving");
  });
  it("gives way to a card that is asked for", () => {
    const { state } = run([
      ...PINNED,
      { type: "open", target: bo, via: "keyboard" },
      { type: "answer", token: 2, views },
    ]);
    expect(state.shown).toMatchObject({ type: "open", card: { target: bo, via: "keyboard" } });
  });
});

describe("by key and by touch", () => {
  it("opens with the focus inside when asked by key, without when by touch", () => {
    for (const [via, focus] of [
      ["keyboard", true],
      ["touch", false],
    ] as const) {
      const { effects } = run([
        { type: "open", target: ida, via },
        { type: "answer", token: 1, views },
      ]);
      expect(effects).toContainEqual({ type: "show", focus });
    }
  });
  it("is not cancelled by a mouse that lies somewhere", () => {
    const { state } = run([
      { type: "open", target: ida, via: "keyboard" },
      move(PAGE),
      { type: "answer", token: 1, views },
    ]);
    expect(state.shown.type).toBe("open");
    expect(run([move(PAGE)], state).state.shown.type).toBe("open");
  });
  it("goes when the focus goes", () => {
    const { state } = run([
      { type: "open", target: ida, via: "keyboard" },
      { type: "answer", token: 1, views },
      { type: "focus-left" },
    ]);
    expect(state.shown.type).toBe("none");
  });
  it("takes a hovered card over", () => {
    const { state, effects } = run([...OPENED, move(PAGE), { type: "take" }]);
    expect(effects).toEqual([{ type: "stop", timer: "close" }, { type: "focus" }]);
    expect(run([move(PAGE)], state).state.shown.type).toBe("open");
  });
  it("a tapped card closes on a tap elsewhere", () => {
    const open = run([
      { type: "open", target: ida, via: "touch" },
      { type: "answer", token: 1, views },
    ]);
    expect(run([{ type: "press", over: PAGE }], open.state).state.shown.type).toBe("none");
  });
});

describe("other people in the card", () => {
  const VISITING: Event[] = [...OPENED, { type: "visit", refs: bo.person.refs, name: "bo" }];
  it("shows the other person, then goes back", () => {
    const there = run([...VISITING, { type: "answer", token: 2, views }]);
    expect(cardOf(there.state.shown)?.leaves.map((leaf) => leaf.name)).toEqual(["ida", "bo"]);
    expect(cardOf(run([{ type: "back" }], there.state).state.shown)?.leaves.map((leaf) => leaf.name)).toEqual(["ida"]);
  });
  it("ignores an answer for a person that was left", () => {
    const { state, effects } = run([...VISITING, { type: "back" }, { type: "answer", token: 2, views: [] }]);
    expect(cardOf(state.shown)?.leaves).toHaveLength(1);
    expect(effects).toEqual([]);
  });
  it("asks again after a failure", () => {
    const { state, effects } = run([...OPENED, { type: "retry" }]);
    expect(effects).toContainEqual({ type: "request", token: 2, refs: ida.person.refs });
    expect(cardOf(state.shown)?.leaves).toMatchObject([{ content: { type: "loading" } }]);
  });
});

describe("an update", () => {
  const request = (token: number, { person }: Target) => ({ type: "request", token, refs: person.refs });
  const VISIT: Event = { type: "visit", refs: bo.person.refs, name: "bo" };
  const RENEW: Event = { type: "renew" };

  it("asks anew for everybody in the card, who stay there until the answer comes", () => {
    const before = run([...OPENED, VISIT, { type: "answer", token: 2, views }]).state;
    const { state, effects } = run([RENEW], before);
    expect(effects.filter(({ type }) => type === "request")).toEqual([request(3, ida), request(4, bo)]);
    expect(cardOf(state.shown)?.leaves).toEqual(
      cardOf(before.shown)?.leaves.map((leaf, n) => ({ ...leaf, token: 3 + n })),
    );
    const late = run([{ type: "answer", token: 2, views: [] }], state);
    expect(late.state).toEqual(state);
    const { leaves } = cardOf(run([{ type: "answer", token: 4, views: [] }], state).state.shown)!;
    expect(leaves).toMatchObject([{ content: { views } }, { id: 2, content: { views: [] } }]);
  });
  it("asks anew for a card that is about to open, where it has been asked for", () => {
    const asked = [move(on(ida)), timer("ask")];
    expect(run([move(on(ida)), RENEW]).effects).toEqual([]);
    expect(run([...asked, RENEW]).effects).toEqual([request(2, ida)]);
    expect(run([...asked, timer("open"), RENEW]).effects).toEqual([request(2, ida)]);
    const opened = run([...asked, RENEW, { type: "answer", token: 2, views }, timer("open")]);
    expect(cardOf(opened.state.shown)?.leaves).toMatchObject([{ content: { views } }]);
  });
  it("keeps what is there when asking anew fails", () => {
    const { state } = run([...OPENED, RENEW, { type: "failure", token: 2, error: { code: "internal", details: [] } }]);
    expect(cardOf(state.shown)?.leaves).toMatchObject([{ content: { type: "ready", views } }]);
  });
  it("leaves the tabs of several dossiers in their order", () => {
    const both = ["one", "two"].map((dossier) => madeUp({ ref: { dossier, person: "ida" } }));
    const opened = [move(on(ida)), timer("ask"), { type: "answer", token: 1, views: both }, timer("open")] as Event[];
    const { state } = run([...opened, RENEW, { type: "answer", token: 2, views: [...both].reverse() }]);
    expect(cardOf(state.shown)?.leaves).toMatchObject([{ content: { views: both } }]);
  });
  it("puts a dossier that was not there before behind the others", () => {
    const [one, two, three] = ["one", "two", "three"].map((dossier) => madeUp({ ref: { dossier, person: "ida" } })) as [
      CardView,
      CardView,
      CardView,
    ];
    const opened = [move(on(ida)), timer("ask"), { type: "answer", token: 1, views: [one, three] }, timer("open")];
    const { state } = run([...(opened as Event[]), RENEW, { type: "answer", token: 2, views: [one, two, three] }]);
    expect(cardOf(state.shown)?.leaves).toMatchObject([{ content: { views: [one, three, two] } }]);
  });
  it("does not let what is no longer there count as looked at", () => {
    expect(run([...OPENED, RENEW]).effects).toContainEqual({ type: "stop", timer: "seen" });
    const { effects } = run([...OPENED, RENEW, { type: "answer", token: 2, views }]);
    expect(effects).toContainEqual(expect.objectContaining({ type: "start", timer: "seen" }));
  });
});

describe("what the reader has taken hold of", () => {
  // The pointer is on its way to the card, and another name lies there.
  const passing = [...OPENED, move({ type: "corridor", target: bo }), timer("ask")];
  it.each<[string, Event]>([
    ["by pinning it", { type: "pin" }],
    ["by going into it by key", { type: "take" }],
  ])("%s is not replaced by the card that was about to open", (_, event) => {
    const { state } = run([...passing, event, { type: "answer", token: 2, views }, timer("open"), timer("loading")]);
    expect(cardOf(state.shown)?.target).toBe(ida);
    expect(state.dwell.type).toBe("none");
  });
});

describe("seen", () => {
  it("counts a card as looked at after a while, not one that is still loading", () => {
    expect(run(OPENED).effects).toContainEqual(expect.objectContaining({ type: "start", timer: "seen" }));
    expect(run([...OPENED, timer("seen")]).effects).toEqual([{ type: "seen" }]);
    const turned = run([...OPENED, timer("seen"), { type: "turned" }]);
    expect(turned.effects).toContainEqual(expect.objectContaining({ type: "start", timer: "seen" }));
    const loading = run([move(on(ida)), timer("ask"), timer("open"), timer("loading")]);
    expect(loading.effects).not.toContainEqual(expect.objectContaining({ timer: "seen" }));
  });
});

describe("a card in another frame", () => {
  it.each([
    ["hovered", OPENED],
    ["pinned", [...OPENED, { type: "pin" } as const]],
    [
      "opened by key",
      [{ type: "open", target: ida, via: "keyboard" } as const, { type: "answer", token: 1, views } as const],
    ],
  ])("takes the place of one that is %s", (_, events) => {
    const before = run(events as Event[]);
    expect(cardOf(before.state.shown)).toBeDefined();
    const { state, effects } = run([{ type: "other-card" }], before.state);
    expect(state.shown.type).toBe("none");
    expect(effects).toContainEqual({ type: "hide" });
  });
});
