import { describe, expect, test, vi } from "vitest";
import { createController } from "../../src/popup/controller.ts";
import { INITIAL, reduce, type Tab } from "../../src/popup/model.ts";
import type { PopupPorts } from "../../src/popup/ports.ts";
import { peopleOf } from "../../src/popup/summary.ts";
import type { PageSummary, ToPage } from "../../src/shared/page-messages.ts";
import { createStore } from "../../src/shared/ui/store.ts";
import { fakeBackground } from "./harness/fake-background.ts";
import { fakeSettings } from "./harness/fake-settings.ts";
import { STORAGE } from "./harness/fixtures.ts";

const TAB: Tab = { id: 7, url: "https://news.example/story" };
const summary = (people: PageSummary["people"] = [{ key: "d/ann", name: "Ann", count: 2 }]): PageSummary => ({
  frame: "f1",
  path: "",
  top: true,
  host: "news.example",
  state: "on",
  people,
  hidden: 0,
});

function popup(change: Partial<PopupPorts> = {}) {
  const sent: ToPage[] = [];
  const connections: { say(summary: PageSummary): void; end(): void }[] = [];
  const loads: ((loading: boolean) => void)[] = [];
  const rounds: (() => void)[] = [];
  const waits: (() => void)[] = [];
  const closed: number[] = [];
  const settings = fakeSettings();
  const ports: PopupPorts = {
    settings,
    transport: fakeBackground({ "dossiers.list": [], "storage.info": STORAGE }).transport,
    findTab: async () => TAB,
    connect(_tab, say, end) {
      const n = connections.push({ say, end }) - 1;
      return { close: () => void closed.push(n) };
    },
    onLoad: (_tab, listener) => void loads.push(listener),
    every: (_ms, callback) => void rounds.push(callback),
    wait: (_ms, callback) => void waits.push(callback),
    toPage: async (_tab, message) => void sent.push(message),
    contentType: async () => "text/html",
    fileAccess: async () => false,
    seesAddresses: async () => false,
    inject: async () => {},
    openViewer() {},
    openOptions() {},
    ...change,
  };
  const store = createStore(reduce, INITIAL);
  /** A round in which all frames are asked anew: those that `answer` over the new connection, then its end. */
  const round = (answer: (say: (summary: PageSummary) => void) => void) => {
    for (const ask of rounds) ask();
    answer(connections.at(-1)!.say);
    for (const done of waits.splice(0)) done();
  };
  return { store, ports, sent, connections, closed, loads, settings, round, ...createController(store, ports) };
}

describe("the page in front of the reader", () => {
  test("is live once a frame answers; a person's name goes to a mention in that frame", async () => {
    const { store, start, connections, actions, sent } = popup();
    await start();
    connections[0]!.say(summary());
    expect(store.state().page).toEqual({ type: "live" });
    actions.go(1, "d/ann");
    expect(sent).toEqual([{ type: "go", step: 1, frame: "f1", person: "d/ann" }]);
  });

  test("can be annotated now where nothing answers but we may look", async () => {
    const inject = vi.fn(async () => {});
    const { store, start, connections, actions } = popup({ inject });
    await start();
    connections[0]!.end();
    await vi.waitFor(() => expect(store.state().page).toEqual({ type: "missing" }));
    actions.annotateNow();
    await vi.waitFor(() => expect(connections).toHaveLength(2));
    expect(inject).toHaveBeenCalledWith(TAB.id);
    connections[1]!.say(summary());
    expect(store.state().page).toEqual({ type: "live" });
  });

  test.each<[string, Partial<PopupPorts>, object]>([
    ["a PDF by its type", { contentType: async () => "application/pdf" }, { type: "closed", reason: "pdf" }],
    [
      "a browser page by its address",
      { findTab: async () => ({ id: 1, url: "about:config" }) },
      { type: "closed", reason: "browser" },
    ],
    [
      "closed for another reason",
      { contentType: () => Promise.reject(new Error()) },
      { type: "closed", reason: "restricted" },
    ],
    [
      "unknown where the browser hides its address",
      { findTab: async () => ({ id: 1 }), contentType: () => Promise.reject(new Error()) },
      { type: "unknown" },
    ],
    [
      "closed where a page with a hidden address can only be one of the browser's",
      {
        findTab: async () => ({ id: 1 }),
        contentType: () => Promise.reject(new Error()),
        seesAddresses: async () => true,
      },
      { type: "closed", reason: "hidden" },
    ],
    ...(
      [
        ["Cannot access a chrome:// URL", "browser"],
        ["The extensions gallery cannot be scripted.", "store"],
        ["Frame with ID 0 is showing error page", "failed"],
        ["Cannot access a chrome-extension:// URL of different extension", "extension"],
      ] as const
    ).map(([words, reason]): [string, Partial<PopupPorts>, object] => [
      `closed by what the browser says: ${words}`,
      { findTab: async () => ({ id: 1 }), contentType: () => Promise.reject(new Error(words)) },
      { type: "closed", reason },
    ]),
    [
      "a PDF in Firefox's own viewer",
      { findTab: async () => ({ ...TAB, pdf: true }), contentType: () => Promise.reject(new Error()) },
      { type: "closed", reason: "pdf" },
    ],
    ["still loading", { findTab: async () => ({ ...TAB, loading: true }) }, { type: "loading" }],
  ])("is %s", async (_name, change, page) => {
    const { store, start, connections } = popup(change);
    await start();
    connections[0]!.end();
    await vi.waitFor(() => expect(store.state().page).toEqual(page));
  });

  test("is looked at again where nobody heard that it has loaded, and only then", async () => {
    let loading = true;
    const findTab = vi.fn(async () => ({ ...TAB, loading }));
    const { store, start, connections, round } = popup({ findTab });
    await start();
    connections[0]!.end();
    await vi.waitFor(() => expect(store.state().page).toEqual({ type: "loading" }));
    round(() => {});
    await vi.waitFor(() => expect(findTab).toHaveBeenCalledTimes(2));
    expect(connections).toHaveLength(1);
    loading = false;
    round(() => {});
    await vi.waitFor(() => expect(connections).toHaveLength(2));
    connections[1]!.say(summary());
    expect(store.state().page).toEqual({ type: "live" });
  });

  test("keeps its people while the tab loads another page, then shows those of the new one", async () => {
    const { store, start, connections, loads } = popup();
    await start();
    connections[0]!.say(summary());
    loads[0]!(true);
    loads[0]!(false);
    await vi.waitFor(() => expect(connections).toHaveLength(2));
    expect(Object.keys(store.state().frames)).toEqual(["f1"]);
    connections[1]!.say({ ...summary([]), frame: "f2" });
    expect(Object.keys(store.state().frames)).toEqual(["f2"]);
  });

  test("an end of an older connection changes nothing", async () => {
    const { store, start, look, connections } = popup();
    await start();
    await look();
    connections[1]!.say(summary());
    connections[0]!.end();
    await new Promise((done) => setTimeout(done));
    expect(store.state().page).toEqual({ type: "live" });
  });
});

test("turning a site off writes its host, and is taken back where the browser refuses", async () => {
  const { store, start, actions, settings } = popup();
  await start();
  actions.setSite("news.example", false);
  await vi.waitFor(() => expect(settings.current().offSites).toEqual(["news.example"]));

  settings.save = () => Promise.reject(new Error("QUOTA_BYTES_PER_ITEM quota exceeded"));
  actions.setEnabled(false);
  expect(store.state().settings?.enabled).toBe(false);
  await vi.waitFor(() => expect(store.state().failure?.code).toBe("internal"));
  expect(store.state().settings?.enabled).toBe(true);
});

describe("the frames of a page", () => {
  const inner = { ...summary([{ key: "d/bo", name: "Bo", count: 1 }]), frame: "f2", top: false };
  const framesOf = ({ store }: ReturnType<typeof popup>) => Object.keys(store.state().frames);

  test("count as soon as they change, whichever it is", async () => {
    const world = popup();
    await world.start();
    world.connections[0]!.say(summary());
    world.connections[0]!.say(inner);
    world.connections[0]!.say({ ...inner, people: [{ key: "d/bo", name: "Bo", count: 5 }] });
    expect(peopleOf(world.store.state().frames).map(({ key, count }) => [key, count])).toEqual([
      ["d/bo", 5],
      ["d/ann", 2],
    ]);
  });

  test("are found when they come later, and forgotten when they have gone, without a moment of less", async () => {
    const world = popup();
    await world.start();
    world.connections[0]!.say(summary());
    const seen: string[][] = [];
    world.store.subscribe(() => void seen.push(framesOf(world)));
    world.round((say) => [summary(), inner].forEach((one) => void say(one)));
    expect(framesOf(world)).toEqual(["f1", "f2"]);
    expect(world.closed).toEqual([0]);
    world.round((say) => void say(summary()));
    expect(framesOf(world)).toEqual(["f1"]);
    expect(seen.every((frames) => frames.includes("f1"))).toBe(true);
  });

  test("stay as they are where nobody answers in time, and no round begins before the last has ended", async () => {
    const world = popup();
    await world.start();
    world.connections[0]!.say(summary());
    world.round(() => world.round(() => {}));
    expect(world.connections).toHaveLength(2);
    expect(framesOf(world)).toEqual(["f1"]);
  });

  test("are not asked while there is no page that answers", async () => {
    const world = popup();
    await world.start();
    world.round(() => {});
    expect(world.connections).toHaveLength(1);
  });

  test("of a page that ends are explained, not those of the connection before", async () => {
    const world = popup();
    await world.start();
    world.connections[0]!.say(summary());
    world.round((say) => void say(summary()));
    world.connections[0]!.end();
    await new Promise((done) => setTimeout(done));
    expect(world.store.state().page).toEqual({ type: "live" });
    // One of its frames has gone, or all of it: only asking anew tells.
    world.connections[1]!.end();
    expect(world.connections).toHaveLength(3);
    expect(world.store.state().page).toEqual({ type: "live" });
    world.connections[2]!.end();
    await vi.waitFor(() => expect(world.store.state().page).toEqual({ type: "missing" }));
  });
});

describe("what goes wrong", () => {
  const refuse = () => Promise.reject(new Error("no such tab"));
  const said = ({ store }: ReturnType<typeof popup>) => store.state().failure?.details;

  test("while the tab is looked for is said, and that nothing is known of the page", async () => {
    const world = popup({ findTab: refuse });
    await world.start();
    expect(said(world)).toEqual(["no such tab"]);
    expect(world.store.state().page).toEqual({ type: "failed" });
    // As where the reader comes back to the popup in its tab.
    await world.look();
    expect(world.store.state().page).toEqual({ type: "failed" });
  });

  test("with the settings keeps back nothing else", async () => {
    const settings = { ...fakeSettings(), load: refuse };
    const world = popup({ settings });
    await world.start();
    world.connections[0]!.say(summary());
    expect(said(world)).toEqual(["no such tab"]);
    expect(world.store.state().page).toEqual({ type: "live" });
    expect(world.store.state().dossiers).toEqual([]);
  });

  test("while a silent page is explained is said", async () => {
    const world = popup({ fileAccess: refuse });
    await world.start();
    world.connections[0]!.end();
    await vi.waitFor(() => expect(world.store.state().page).toEqual({ type: "failed" }));
    expect(said(world)).toEqual(["no such tab"]);
  });

  test("on the way to a mention is said", async () => {
    const world = popup({ toPage: refuse });
    await world.start();
    world.connections[0]!.say(summary());
    world.actions.go(1);
    await vi.waitFor(() => expect(said(world)).toEqual(["no such tab"]));
  });

  test("when a page lets no script in is told by the page's own reason", async () => {
    const world = popup({ inject: refuse });
    await world.start();
    world.connections[0]!.end();
    await vi.waitFor(() => expect(world.store.state().page.type).toBe("missing"));
    world.actions.annotateNow();
    await vi.waitFor(() => expect(world.store.state().page).toEqual({ type: "closed", reason: "restricted" }));
  });
});
