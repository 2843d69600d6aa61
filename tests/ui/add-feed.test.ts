import { describe, expect, test, vi } from "vitest";
import { createAddFeed, TYPING_PAUSE } from "../../src/options/add-feed-controller.ts";
import { reduce } from "../../src/options/model.ts";
import type { OptionsPorts } from "../../src/options/ports.ts";
import { initialState } from "../../src/options/state.ts";
import { createStore } from "../../src/shared/ui/store.ts";
import { type Answers, fakeBackground } from "./harness/fake-background.ts";
import { FEED, PREVIEW } from "./harness/fixtures.ts";
import { optionsPorts } from "./harness/options-states.ts";

const ADDRESS = "https://new.example.org/feed.json";

function start(answers: Answers, change: Partial<OptionsPorts> = {}) {
  const store = createStore(reduce, initialState(0));
  const timers: (() => void)[] = [];
  const background = fakeBackground(answers);
  const ports: OptionsPorts = {
    ...optionsPorts("usual"),
    transport: background.transport,
    wait(ms, callback) {
      expect(ms).toBe(TYPING_PAUSE);
      timers.push(callback);
      return () => timers.splice(timers.indexOf(callback), 1);
    },
    ...change,
  };
  const pause = () => {
    for (const timer of timers.splice(0)) timer();
  };
  return {
    form: createAddFeed(store, ports),
    state: () => store.state().add,
    failures: () => store.state().failures,
    pause,
    asked: background.asked,
  };
}

const requests = (asked: readonly [string, unknown][]) => asked.map(([type]) => type);

describe("adding a feed", () => {
  test("typing a complete address shows a preview after a pause, once", async () => {
    const { form, pause, state, asked } = start({ "feed.preview": PREVIEW });
    form.type("https://new.example.org/feed");
    form.type(ADDRESS);
    pause();
    await vi.waitFor(() => expect(state()).toEqual({ type: "previewed", address: ADDRESS, preview: PREVIEW }));
    expect(asked).toEqual([["feed.preview", { url: ADDRESS }]]);
  });

  test("the click adds what is shown, says so and empties the field", async () => {
    const { form, pause, state, asked } = start({ "feed.preview": PREVIEW, "feed.add": FEED });
    form.type(ADDRESS);
    pause();
    await vi.waitFor(() => expect(state().type).toBe("previewed"));
    form.add();
    await vi.waitFor(() => expect(state()).toEqual({ type: "typing", address: "", added: FEED.title }));
    expect(requests(asked)).toEqual(["feed.preview", "feed.add"]);
  });

  test("a click before the preview has come adds nothing: only one that comes after it is a yes", async () => {
    const preview = Promise.withResolvers<typeof PREVIEW>();
    const { form, pause, state, asked } = start({ "feed.preview": preview.promise, "feed.add": FEED });
    form.type(ADDRESS);
    pause();
    form.add();
    preview.resolve(PREVIEW);
    await vi.waitFor(() => expect(state()).toEqual({ type: "previewed", address: ADDRESS, preview: PREVIEW }));
    expect(requests(asked)).toEqual(["feed.preview"]);
    form.add();
    await vi.waitFor(() => expect(state()).toMatchObject({ type: "typing", added: FEED.title }));
    expect(requests(asked)).toEqual(["feed.preview", "feed.add"]);
  });

  test("a click right after typing shows the preview without the pause", async () => {
    const { form, pause, state, asked } = start({ "feed.preview": PREVIEW, "feed.add": FEED });
    form.type(ADDRESS);
    form.add();
    await vi.waitFor(() => expect(state().type).toBe("previewed"));
    pause();
    expect(requests(asked)).toEqual(["feed.preview"]);
  });

  test("the yes names the key that was shown; where another signs now, the next click shows the feed anew", async () => {
    const error = { code: "changed-key" as const, details: [ADDRESS] };
    const { form, state, asked } = start({ "feed.preview": PREVIEW, "feed.add": error });
    form.type(ADDRESS);
    form.add();
    await vi.waitFor(() => expect(state().type).toBe("previewed"));
    form.add();
    await vi.waitFor(() => expect(state()).toEqual({ type: "refused", address: ADDRESS, error }));
    expect(asked.at(-1)).toEqual(["feed.add", { url: ADDRESS, fingerprint: PREVIEW.fingerprint }]);
    form.add();
    await vi.waitFor(() => expect(state().type).toBe("previewed"));
  });

  test("a preview of an address that is no longer in the field is dropped", async () => {
    const preview = Promise.withResolvers<typeof PREVIEW>();
    const { form, pause, state } = start({ "feed.preview": preview.promise });
    form.type(ADDRESS);
    pause();
    form.type("https://other");
    preview.resolve(PREVIEW);
    await preview.promise;
    await new Promise((done) => setTimeout(done));
    expect(state()).toEqual({ type: "typing", address: "https://other" });
  });

  test("a failure is kept with its reason, and the next click tries again", async () => {
    const error = { code: "bad-json" as const, details: [ADDRESS] };
    const { form, state, asked } = start({ "feed.preview": error });
    form.type(ADDRESS);
    form.add();
    await vi.waitFor(() => expect(state()).toEqual({ type: "refused", address: ADDRESS, error }));
    form.add();
    await vi.waitFor(() => expect(requests(asked)).toEqual(["feed.preview", "feed.preview"]));
  });

  test.each([
    ["not an address", "bad-address"],
    ["ftp://example.org/feed.json", "bad-scheme"],
    ["", "no-address"],
  ])("an address that is none (%j) is refused without asking anybody", (typed, code) => {
    const { form, pause, state, asked } = start({});
    form.type(typed);
    pause();
    expect(state().type).toBe("typing");
    form.add();
    expect(state()).toMatchObject({ type: "refused", error: { code } });
    expect(asked).toEqual([]);
  });

  test("an address without a scheme is asked by https", async () => {
    const { form, pause, state, asked } = start({ "feed.preview": PREVIEW });
    form.type("new.example.org/feed.json");
    pause();
    await vi.waitFor(() => expect(state().type).toBe("previewed"));
    expect(asked).toEqual([["feed.preview", { url: ADDRESS }]]);
  });
});

describe("an answer to “Add feed” that comes once the reader is adding another feed", () => {
  const OTHER = "https://other.example/feed.json";

  /** The first feed is being added, without an answer; so is the second. */
  async function addingTwo() {
    const answers = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    let added = 0;
    const started = start(
      {},
      {
        transport: async ({ type, data }) => {
          const { url } = data as { url: string };
          return type === "feed.add" ? answers[added++]!.promise : { ok: true, value: { ...PREVIEW, url } };
        },
      },
    );
    for (const address of [ADDRESS, OTHER]) {
      started.form.type(address);
      started.form.add();
      await vi.waitFor(() => expect(started.state().type).toBe("previewed"));
      started.form.add();
      expect(started.state()).toMatchObject({ type: "adding", address });
    }
    const answer = async (value: unknown) => {
      answers[0]!.resolve(value);
      await new Promise((done) => setTimeout(done));
    };
    return { ...started, answer };
  }

  test("leaves the form to that", async () => {
    const { state, answer } = await addingTwo();
    await answer({ ok: true, value: FEED });
    expect(state()).toMatchObject({ type: "adding", address: OTHER });
  });

  test("and says no is told beside the form", async () => {
    const { state, failures, answer } = await addingTwo();
    const error = { code: "stalled", details: ["new.example.org", "25"] };
    await answer({ ok: false, error });
    expect(state()).toMatchObject({ type: "adding", address: OTHER });
    expect(failures()).toEqual({ feeds: error });
  });
});

describe("a host that wants permission", () => {
  const locked = { code: "permission-needed" as const, details: ["new.example.org"] };

  test("is asked for in the very call of the click, and then it is shown", async () => {
    const answers: Answers = { "feed.preview": locked, "feed.add": FEED };
    const requestHost = vi.fn(async () => {
      answers["feed.preview"] = PREVIEW;
      return true;
    });
    const { form, pause, state } = start(answers, { requestHost });
    form.type(ADDRESS);
    pause();
    await vi.waitFor(() => expect(state()).toEqual({ type: "locked", address: ADDRESS, denied: false }));
    expect(requestHost).not.toHaveBeenCalled();
    form.add();
    expect(requestHost).toHaveBeenCalledExactlyOnceWith(ADDRESS);
    await vi.waitFor(() => expect(state()).toEqual({ type: "previewed", address: ADDRESS, preview: PREVIEW }));
  });

  test.each([true, false])(
    "an answer (%s) for an address that is no longer in the field changes nothing",
    async (yes) => {
      const answer = Promise.withResolvers<boolean>();
      const { form, state, asked } = start({ "feed.preview": locked }, { requestHost: () => answer.promise });
      form.type(ADDRESS);
      form.add();
      await vi.waitFor(() => expect(state().type).toBe("locked"));
      form.add();
      form.type("https://other.example/feed.json");
      answer.resolve(yes);
      await new Promise((done) => setTimeout(done));
      expect(state()).toEqual({ type: "typing", address: "https://other.example/feed.json" });
      expect(requests(asked)).toEqual(["feed.preview"]);
    },
  );

  test("stays locked where the reader says no", async () => {
    const { form, state, asked } = start({ "feed.preview": locked }, { requestHost: async () => false });
    form.type(ADDRESS);
    form.add();
    await vi.waitFor(() => expect(state().type).toBe("locked"));
    form.add();
    await new Promise((done) => setTimeout(done));
    expect(state()).toEqual({ type: "locked", address: ADDRESS, denied: true });
    expect(requests(asked)).toEqual(["feed.preview"]);
  });
});
