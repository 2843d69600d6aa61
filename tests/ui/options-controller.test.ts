import { beforeAll, describe, expect, test, vi } from "vitest";
import { createController } from "../../src/options/controller.ts";
import { reduce } from "../../src/options/model.ts";
import { initialState, type Notice, vetoId } from "../../src/options/state.ts";
import { noticeText } from "../../src/options/text.ts";
import { setMessages } from "../../src/shared/i18n.ts";
import type { LibraryMessage } from "../../src/shared/library-port.ts";
import type { HistoryEntry } from "../../src/shared/rows.ts";
import type { Transport } from "../../src/shared/send.ts";
import { createStore } from "../../src/shared/ui/store.ts";
import { type Answers, fakeBackground } from "./harness/fake-background.ts";
import { messagesFrom } from "./harness/fill.ts";
import { LIBRARIES, PREVIEW, STORAGE } from "./harness/fixtures.ts";
import { englishTexts } from "./harness/messages.ts";
import { optionsPorts } from "./harness/options-states.ts";

beforeAll(() => setMessages(messagesFrom(englishTexts())));

test("once the page itself has asked to keep its data, what the browser says then is shown, and no failure", async () => {
  const store = createStore(reduce, initialState(0));
  const persist = vi.fn(async () => true);
  const { transport, asked } = fakeBackground({ "storage.info": { ...STORAGE, persisted: true } });
  const { actions, start } = createController(store, { ...optionsPorts("usual"), persist, transport });
  await start();
  expect(store.state().library?.storage.persisted).toBe(false);
  actions.persist();
  await vi.waitFor(() => expect(store.state().library?.storage.persisted).toBe(true));
  expect(persist).toHaveBeenCalledTimes(1);
  // A worker has no `navigator.storage.persist`: nothing but the page may be asked.
  expect(asked.map(([type]) => type)).toEqual(["storage.info"]);
  expect(store.state().failures).toEqual({});
});

function page(answers: Answers = {}, change: Partial<ReturnType<typeof optionsPorts>> = {}) {
  const store = createStore(reduce, initialState(0));
  const { transport, asked } = fakeBackground(answers);
  return { store, asked, ...createController(store, { ...optionsPorts("usual"), transport, ...change }) };
}

describe("a veto that is removed", () => {
  const [veto] = LIBRARIES.usual!.vetoes;
  const { name, at: _at, ...change } = veto!;

  test("is taken back in the background, and can be put back", async () => {
    const { store, asked, actions, start } = page();
    await start();
    actions.removeVeto(veto!);
    await vi.waitFor(() => expect(store.state().removed).toEqual([{ type: "veto", id: vetoId(veto!), veto }]));
    expect(store.state().library?.vetoes).toEqual(LIBRARIES.usual!.vetoes.slice(1));
    actions.undo(vetoId(veto!));
    await vi.waitFor(() => expect(store.state().removed).toEqual([]));
    expect(asked).toEqual([
      ["veto.remove", change],
      ["veto.add", { ...change, name }],
    ]);
  });

  test("offers nothing to undo where that failed, and says so in its own section", async () => {
    const { store, actions, start } = page({ "veto.remove": { code: "quota", details: [] } });
    await start();
    actions.removeVeto(veto!);
    await vi.waitFor(() => expect(store.state().failures).toEqual({ vetoes: { code: "quota", details: [] } }));
    expect(store.state().removed).toEqual([]);
  });
});

test("a library that cannot be read is said, what was there stays, and the next snapshot takes the failure away", async () => {
  let say = (_message: LibraryMessage) => {};
  const { store, start } = page(
    {},
    {
      follow(onMessage) {
        say = onMessage;
      },
    },
  );
  await start();
  say({ type: "snapshot", snapshot: LIBRARIES.usual! });
  say({ type: "failed", error: { code: "database-blocked", details: ["x"] } });
  expect(store.state().failures.library?.code).toBe("database-blocked");
  expect(store.state().library).toBe(LIBRARIES.usual);
  say({ type: "snapshot", snapshot: LIBRARIES.empty! });
  expect(store.state().failures).toEqual({});
  expect(store.state().library).toBe(LIBRARIES.empty);
});

test("settings or shortcuts that cannot be read are said, each without keeping back the other", async () => {
  const refused = () => Promise.reject(new Error("corrupt"));
  const noCommands = page({}, { commands: refused });
  await noCommands.start();
  expect(noCommands.store.state().failures.commands?.details).toEqual(["corrupt"]);
  expect(noCommands.store.state().settings).toBeDefined();

  const noSettings = page({}, { settings: { ...optionsPorts("usual").settings, load: refused } });
  await noSettings.start();
  expect(noSettings.store.state().failures.settings?.details).toEqual(["corrupt"]);
  expect(noSettings.store.state().commands.length).toBeGreaterThan(0);
});

describe("a check by hand", () => {
  const lacking = { code: "permission-needed" as const, details: ["cdn.example", "https://cdn.example"] };
  const feed = LIBRARIES.usual!.feeds[0]!;

  test("asks for the host whose access lacked, in the very call of the click, and then checks", async () => {
    const requestHost = vi.fn(async () => true);
    const { asked, actions } = page({}, { requestHost });
    actions.check({ ...feed, result: { type: "failed", error: lacking } });
    expect(requestHost).toHaveBeenCalledExactlyOnceWith("https://cdn.example");
    await vi.waitFor(() => expect(asked).toEqual([["feed.check", { url: feed.url }]]));
  });

  test("checks also where the reader says no, and asks nothing after any other end", async () => {
    const requestHost = vi.fn(async () => Promise.reject(new Error("no")));
    const { asked, actions } = page({}, { requestHost });
    actions.check({ ...feed, result: { type: "failed", error: lacking } });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    actions.check({ ...feed, result: { type: "failed", error: { code: "stalled", details: ["a", "25"] } } });
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(requestHost).toHaveBeenCalledTimes(1);
  });
});

test("a feed that is added again shows nothing of what was said in its row before it was removed", async () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const { store, actions, start } = page({ "feed.rollBack": { code: "no-previous-version", details: [] } });
  await start();
  actions.order(`feed:${feed.url}`, "feed.rollBack", { url: feed.url });
  actions.loadHistory(feed.url);
  await vi.waitFor(() => expect(store.state().failures[`feed:${feed.url}`]).toBeDefined());
  expect(store.state().histories[feed.url]).toBeDefined();
  actions.ask({ type: "feed", id: feed.url, title: feed.title });
  actions.remove();
  await vi.waitFor(() => expect(store.state().removed).toHaveLength(1));
  expect(store.state().failures).toEqual({});
  expect(store.state().histories).toEqual({});
});

describe("an open history", () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const rolledBack = { type: "rolled-back" as const, dossiers: [{ id: "x", title: "X", from: 2, to: 1 }] };
  const keyChange = { added: ["0a1b"], dropped: [], first: false, at: "2026-11-24T00:00:00Z" };

  test.each([
    ["a check", { checked: "2026-11-24T00:00:00Z" }, 2],
    ["a roll-back, which is no check", { result: rolledBack }, 2],
    ["a change of keys", { keyChange }, 2],
    ["nothing but another word of how far a check is", { phase: { type: "checking" as const } }, 1],
  ])("is read again after %s", async (_what, change, reads) => {
    let say = (_message: LibraryMessage) => {};
    const follow = (onMessage: typeof say) => {
      say = onMessage;
    };
    const { asked, actions, start } = page({ "feed.history": [] }, { follow });
    await start();
    say({ type: "snapshot", snapshot: LIBRARIES.usual! });
    actions.loadHistory(feed.url);
    // What comes over the port is always a copy.
    const feeds = structuredClone([{ ...feed, ...change }]);
    say({ type: "snapshot", snapshot: { ...LIBRARIES.usual!, feeds } });
    await vi.waitFor(() => expect(asked.length).toBe(reads));
  });
});

describe("a history that is answered late", () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const entry = (at: string): HistoryEntry => ({ at, result: { type: "unchanged" }, changes: [] });

  /** A background whose answers about the history come when the test says so, in the order in which they were asked. */
  async function asking() {
    const answers: ((entries: HistoryEntry[]) => void)[] = [];
    const transport: Transport = async ({ type }) => {
      if (type !== "feed.history") return { ok: true, value: null };
      return { ok: true, value: await new Promise<HistoryEntry[]>((done) => void answers.push(done)) };
    };
    const made = page({}, { transport });
    await made.start();
    const settle = () => new Promise((done) => setTimeout(done));
    return { ...made, answers, settle };
  }

  test("does not take the place of what was asked for after it", async () => {
    const { store, actions, answers, settle } = await asking();
    actions.loadHistory(feed.url);
    actions.loadHistory(feed.url);
    answers[1]!([entry("newer")]);
    await settle();
    answers[0]!([entry("older")]);
    await settle();
    expect(store.state().histories[feed.url]).toEqual({ type: "ready", entries: [entry("newer")] });
  });

  test("is not kept of a feed that was removed meanwhile", async () => {
    const { store, actions, answers, settle } = await asking();
    actions.loadHistory(feed.url);
    actions.ask({ type: "feed", id: feed.url, title: feed.title });
    actions.remove();
    await vi.waitFor(() => expect(store.state().removed).toHaveLength(1));
    answers[0]!([entry("older")]);
    await settle();
    expect(store.state().histories).toEqual({});
  });
});

describe("a button under Storage says what came of it", () => {
  const dossier = LIBRARIES.usual!.dossiers[0]!;
  const [veto] = LIBRARIES.usual!.vetoes;

  test("that room was freed; what can no longer be undone is offered no more, a veto is", async () => {
    const { store, actions, start } = page();
    await start();
    actions.ask({ type: "dossier", id: dossier.id, title: dossier.title });
    actions.remove();
    actions.removeVeto(veto!);
    await vi.waitFor(() => expect(store.state().removed).toHaveLength(2));
    actions.freeRoom();
    await vi.waitFor(() => expect(store.state().storageTold).toBe("freed"));
    expect(store.state().removed.map(({ type }) => type)).toEqual(["veto"]);
  });

  test("that it could not be freed: then all is as it was", async () => {
    const { store, actions, start } = page({ "storage.free": { code: "database-blocked", details: ["x"] } });
    await start();
    actions.ask({ type: "dossier", id: dossier.id, title: dossier.title });
    actions.remove();
    await vi.waitFor(() => expect(store.state().removed).toHaveLength(1));
    actions.freeRoom();
    await vi.waitFor(() => expect(store.state().failures.storage?.code).toBe("database-blocked"));
    expect(store.state().storageTold).toBeUndefined();
    expect(store.state().removed).toHaveLength(1);
  });

  test("that the browser has not agreed to keep the data, until the next try", async () => {
    let answer = false;
    const { store, actions, start } = page({ "storage.info": STORAGE }, { persist: async () => answer });
    await start();
    actions.persist();
    await vi.waitFor(() => expect(store.state().storageTold).toBe("not-persisted"));
    answer = true;
    actions.persist();
    expect(store.state().storageTold).toBeUndefined();
    await new Promise((done) => setTimeout(done));
    expect(store.state().storageTold).toBeUndefined();
  });
});

describe("Undo of a feed that was removed", () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const dossier = LIBRARIES.usual!.dossiers[0]!;
  const feedSubject = { type: "feed" as const, id: feed.url, title: feed.title };
  const dossierSubject = { type: "dossier" as const, id: dossier.id, title: dossier.title };

  async function removed(subject: typeof feedSubject | typeof dossierSubject, answers: Answers = {}) {
    let say = (_message: LibraryMessage) => {};
    const made = page(answers, {
      follow(onMessage) {
        say = onMessage;
      },
    });
    await made.start();
    say({ type: "snapshot", snapshot: LIBRARIES.usual! });
    made.actions.ask(subject);
    made.actions.remove();
    await vi.waitFor(() => expect(made.store.state().removed).toEqual([subject]));
    return { ...made, say: (message: LibraryMessage) => say(message) };
  }

  test("is offered no more once the same address was added again on this page", async () => {
    const { store, actions } = await removed(feedSubject, { "feed.preview": PREVIEW, "feed.add": feed });
    actions.feed.type(feed.url);
    actions.feed.add();
    await vi.waitFor(() => expect(store.state().add.type).toBe("previewed"));
    actions.feed.add();
    await vi.waitFor(() => expect(store.state().removed).toEqual([]));
  });

  test.each([
    ["feed", feedSubject],
    ["dossier", dossierSubject],
  ])(
    "says of a %s that came back in another tab that it is here, and that nothing was put back",
    async (_what, subject) => {
      const { store, actions, say } = await removed(subject);
      say({ type: "snapshot", snapshot: LIBRARIES.usual! });
      actions.undo(subject.id);
      await vi.waitFor(() => expect(store.state().removed).toEqual([]));
      const notice = { type: "here", id: subject.id, title: subject.title };
      expect(store.state().notices).toEqual({ [`${subject.type}s`]: notice });
      expect(noticeText(notice as Notice)).toMatch(/^“.*” is here already: .*Nothing was put back now\.$/);
      actions.ask(subject);
      actions.remove();
      await vi.waitFor(() => expect(store.state().removed).toHaveLength(1));
      expect(store.state().notices).toEqual({});
    },
  );

  test("says nothing where it brought the thing back, however often it is pressed", async () => {
    const { store, asked, actions } = await removed(feedSubject);
    actions.undo(feed.url);
    actions.undo(feed.url);
    await vi.waitFor(() => expect(store.state().removed).toEqual([]));
    expect(store.state().notices).toEqual({});
    expect(asked.filter(([type]) => type === "feed.restore")).toHaveLength(1);
  });

  test.each([
    ["feed", feedSubject, "feed-deleted"],
    ["dossier", dossierSubject, "dossier-deleted"],
  ] as const)(
    "of a %s that comes too late is offered no more, and its own section says why",
    async (_what, subject, code) => {
      const error = { code, details: [subject.id] };
      const { store, actions } = await removed(subject, { [`${subject.type}.restore`]: error });
      actions.undo(subject.id);
      await vi.waitFor(() => expect(store.state().removed).toEqual([]));
      expect(store.state().failures).toEqual({ [`${subject.type}s`]: error });
    },
  );

  test("that failed for another reason can be pressed again", async () => {
    const { store, actions } = await removed(dossierSubject, { "dossier.restore": { code: "quota", details: [] } });
    actions.undo(dossier.id);
    await vi.waitFor(() => expect(store.state().failures.dossiers?.code).toBe("quota"));
    expect(store.state().removed).toEqual([dossierSubject]);
  });
});

describe("what was removed in another tab meanwhile", () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const dossier = LIBRARIES.usual!.dossiers[0]!;
  const gone = (id: string) => ({ code: "not-found" as const, details: [id] });

  test("is said to be gone when it is checked, and its row goes", async () => {
    const { store, actions, start } = page({ "feed.check": gone(feed.url) });
    await start();
    actions.check(feed);
    await vi.waitFor(() =>
      expect(store.state().notices.feeds).toEqual({ type: "gone", id: feed.url, title: feed.title }),
    );
    expect(store.state().library?.feeds).toEqual([]);
    expect(store.state().failures).toEqual({});
    expect(noticeText(store.state().notices.feeds!)).toBe(
      `“${feed.title}” is not here any more: it was removed in another tab or window, or the browser has deleted it to free room.`,
    );
  });

  test("is said to be gone when it is removed, with nothing to undo", async () => {
    const { store, actions, start } = page({ "dossier.remove": gone(dossier.id) });
    await start();
    actions.ask({ type: "dossier", id: dossier.id, title: dossier.title });
    actions.remove();
    await vi.waitFor(() =>
      expect(store.state().notices.dossiers).toEqual({ type: "gone", id: dossier.id, title: dossier.title }),
    );
    expect(store.state().library?.dossiers.map(({ id }) => id)).not.toContain(dossier.id);
    expect(store.state().removed).toEqual([]);
    expect(store.state().failures).toEqual({});
    // The next thing that is done in this part of the page takes the sentence away.
    actions.order(`dossier:${LIBRARIES.usual!.dossiers[1]!.id}`, "dossier.enable", { id: "school-roof", on: true });
    expect(store.state().notices).toEqual({});
  });

  test("is no longer said to be gone once it is listed again", async () => {
    let say = (_message: LibraryMessage) => {};
    const follow = (onMessage: typeof say) => {
      say = onMessage;
    };
    const { store, actions, start } = page({ "feed.check": gone(feed.url) }, { follow });
    await start();
    say({ type: "snapshot", snapshot: LIBRARIES.usual! });
    actions.check(feed);
    await vi.waitFor(() => expect(store.state().notices.feeds?.type).toBe("gone"));
    say({ type: "snapshot", snapshot: { ...LIBRARIES.usual!, feeds: [] } });
    expect(store.state().notices.feeds?.type).toBe("gone");
    say({ type: "snapshot", snapshot: LIBRARIES.usual! });
    expect(store.state().notices).toEqual({});
  });
});

test("that a feed was added is not said beside what is done with feeds later", async () => {
  const feed = LIBRARIES.usual!.feeds[0]!;
  const { store, actions, start } = page({ "feed.preview": PREVIEW, "feed.add": feed });
  await start();
  actions.feed.type(feed.url);
  actions.feed.add();
  await vi.waitFor(() => expect(store.state().add.type).toBe("previewed"));
  actions.feed.add();
  const added = () => (store.state().add as { added?: string }).added;
  await vi.waitFor(() => expect(added()).toBe(feed.title));
  actions.order("dossier:harbour-inquiry", "dossier.enable", { id: "harbour-inquiry", on: false });
  expect(added()).toBe(feed.title);
  actions.ask({ type: "feed", id: feed.url, title: feed.title });
  actions.remove();
  await vi.waitFor(() => expect(store.state().removed).toHaveLength(1));
  expect(added()).toBeUndefined();
});
