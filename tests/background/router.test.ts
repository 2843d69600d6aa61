import { expect, test, vi } from "vitest";
import { type Handlers, route } from "../../src/background/router.ts";
import { DramatisError } from "../../src/dossier/errors.ts";

const OWN = { id: "dramatis", origin: "chrome-extension://dramatis/" };
const OPTIONS = { id: "dramatis", url: "chrome-extension://dramatis/options.html" };
const PAGE = { id: "dramatis", url: "https://news.example/story", tab: { id: 7, incognito: false } };

function router() {
  const handle = vi.fn<(data: unknown, from: unknown) => unknown>(() => null);
  const handlers = new Proxy({}, { get: () => handle }) as Handlers;
  return { handle, ask: (message: unknown, sender: object) => route(handlers, OWN, message, sender) };
}

test("a request of an own page reaches its handler, and its answer the page", async () => {
  const { ask, handle } = router();
  handle.mockReturnValue(["row"]);
  expect(await ask({ type: "dossiers.list", data: {} }, OPTIONS)).toEqual({ ok: true, value: ["row"] });
});

test("a content script may send what is for pages, and the handler learns of which tab", async () => {
  const { ask, handle } = router();
  expect(await ask({ type: "card.shown", data: { id: "c1" } }, PAGE)).toEqual({ ok: true, value: null });
  expect(handle).toHaveBeenLastCalledWith({ id: "c1" }, { tab: 7, isPrivate: false });
  await ask({ type: "card.shown", data: { id: "c1" } }, { ...PAGE, tab: { id: 8, incognito: true } });
  expect(handle).toHaveBeenLastCalledWith({ id: "c1" }, { tab: 8, isPrivate: true });
});

test.each(["dossier.remove", "dossier.import", "feed.add", "feeds.list"])(
  "a content script that sends %s is refused, and so is a page whose address only looks like ours",
  async (type) => {
    const { ask, handle } = router();
    const data = { id: "x", url: "https://feeds.example/", text: "{}" };
    for (const sender of [
      PAGE,
      { id: "dramatis" },
      { ...PAGE, url: "https://news.example/chrome-extension://dramatis/" },
    ])
      expect(await ask({ type, data }, sender)).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(handle).not.toHaveBeenCalled();
  },
);

test.each<[string, unknown, object]>([
  ["another extension", { type: "dossiers.list", data: {} }, { ...OPTIONS, id: "other" }],
  ["nobody in particular", { type: "dossiers.list", data: {} }, { url: OPTIONS.url }],
  ["a message that is none", "dossiers.list", OPTIONS],
  ["null", null, OPTIONS],
  ["a type that is no request", { type: "dossiers.burn", data: {} }, OPTIONS],
  ["a type that every object has", { type: "constructor", data: {} }, OPTIONS],
  ["a type that is no text", { type: 7, data: {} }, OPTIONS],
])("%s gets no answer", (_name, message, sender) => {
  const { ask, handle } = router();
  expect(ask(message, sender)).toBeUndefined();
  expect(handle).not.toHaveBeenCalled();
});

test.each<[string, unknown]>([
  ["card.get", { refs: [] }],
  ["card.get", { refs: Array.from({ length: 51 }, () => ({ dossier: "d", person: "p" })) }],
  ["card.get", { refs: [{ dossier: "d" }] }],
  ["card.get", undefined],
  ["card.shown", { id: "x".repeat(41) }],
  ["veto.add", { person: "d/p", scope: "everywhere", host: "h", path: "/" }],
  ["names.find", { version: "1", texts: [], words: [] }],
  ["names.find", { version: 1, texts: ["x".repeat(100_001)], words: [] }],
])("bad data of %s reaches no handler: %j", async (type, data) => {
  const { ask, handle } = router();
  expect(await ask({ type, data }, PAGE)).toMatchObject({ ok: false, error: { code: "internal" } });
  expect(handle).not.toHaveBeenCalled();
});

test("what a handler throws reaches the sender as plain data", async () => {
  const { ask, handle } = router();
  handle.mockRejectedValueOnce(new DramatisError("not-found", ["x"]));
  expect(await ask({ type: "dossier.enable", data: { id: "x", on: true } }, OPTIONS)).toEqual({
    ok: false,
    error: { code: "not-found", details: ["x"] },
  });
  handle.mockImplementationOnce(() => {
    throw new TypeError("oops");
  });
  expect(await ask({ type: "dossiers.list", data: {} }, OPTIONS)).toMatchObject({ error: { code: "internal" } });
});
