/** Files that the reader chose or dropped: what is told of each, and what is kept of it on the page. */
import { describe, expect, test, vi } from "vitest";
import { createController } from "../../src/options/controller.ts";
import { reduce } from "../../src/options/model.ts";
import { initialState } from "../../src/options/state.ts";
import { createStore } from "../../src/shared/ui/store.ts";
import { type Answers, fakeBackground } from "./harness/fake-background.ts";
import { BUNDLED } from "./harness/fixtures.ts";
import { optionsPorts } from "./harness/options-states.ts";

function page(answers: Answers = { "dossier.import": BUNDLED }) {
  const store = createStore(reduce, initialState(0));
  const { transport, asked } = fakeBackground(answers);
  const { actions } = createController(store, { ...optionsPorts("usual"), transport });
  const lines = () => store.state().imports.map(({ file, outcome }) => [file, outcome.type]);
  const outcomes = () => store.state().imports.map(({ outcome }) => outcome);
  const codes = () => store.state().imports.map(({ outcome }) => outcome.type === "failed" && outcome.error.code);
  const ended = () =>
    vi.waitFor(() => expect(store.state().imports.every(({ outcome }) => outcome.type !== "reading")).toBe(true));
  return { asked, actions, lines, outcomes, codes, ended };
}

const text = (name: string, content = "{}") => new File([content], name);

/** A folder is dropped as a file that cannot be read. */
function folder(): File {
  const file = new File([], "stories");
  const fail = () => Promise.reject(new DOMException("A requested file could not be found.", "NotFoundError"));
  return Object.assign(file, { text: fail, arrayBuffer: fail });
}

const PICTURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d];

describe("a file that cannot be a dossier has a sentence of its own, and goes no further", () => {
  test.each([
    ["a folder", folder(), "unreadable-file"],
    ["a picture", new File([new Uint8Array(PICTURE)], "a.png"), "binary-file"],
    ["zeros", new File([new Uint8Array(20)], "zeros"), "binary-file"],
    ["UTF-16", new File([new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])], "a.json"), "binary-file"],
    ["an empty file", text("a.json", ""), "empty-file"],
    ["spaces alone", text("a.json", "\uFEFF \n"), "empty-file"],
  ])("%s", async (_what, file, code) => {
    const { asked, actions, codes, ended } = page();
    actions.importFiles([file]);
    await ended();
    expect(codes()).toEqual([code]);
    expect(asked).toEqual([]);
  });

  test("and stops no other", async () => {
    const { actions, lines, ended } = page();
    actions.importFiles([folder(), text("good.json")]);
    await ended();
    expect(lines()).toEqual([
      ["stories", "failed"],
      ["good.json", "done"],
    ]);
  });
});

test("text goes to the background without its byte order mark", async () => {
  const { asked, actions, ended } = page();
  actions.importFiles([text("a.json", '\uFEFF{"title":"Zoë"}')]);
  await ended();
  expect(asked).toEqual([["dossier.import", { text: '{"title":"Zoë"}' }]]);
});

describe("the lines of an import", () => {
  test("stand in the order of the files, each from the first on", async () => {
    const { actions, lines, ended } = page();
    actions.importFiles([text("a.json"), text("b.json")]);
    expect(lines()).toEqual([
      ["a.json", "reading"],
      ["b.json", "reading"],
    ]);
    await ended();
    expect(lines()).toEqual([
      ["a.json", "done"],
      ["b.json", "done"],
    ]);
  });

  test("give way to those of the next", async () => {
    const { actions, lines, ended } = page();
    actions.importFiles([text("a.json")]);
    await ended();
    actions.importFiles([text("b.json")]);
    await ended();
    expect(lines()).toEqual([["b.json", "done"]]);
  });

  test("that are still under way stay, also when the others are closed", async () => {
    const slow = Promise.withResolvers<typeof BUNDLED>();
    const { actions, lines, ended } = page({ "dossier.import": slow.promise });
    actions.importFiles([text("slow.json")]);
    actions.importFiles([folder()]);
    await vi.waitFor(() => expect(lines().at(-1)).toEqual(["stories", "failed"]));
    expect(lines()).toEqual([
      ["slow.json", "reading"],
      ["stories", "failed"],
    ]);
    actions.closeImports();
    expect(lines()).toEqual([["slow.json", "reading"]]);
    slow.resolve(BUNDLED);
    await ended();
    actions.closeImports();
    expect(lines()).toEqual([]);
  });

  test("of an import that is still under way stay with it when the next begins, those that failed too", async () => {
    const slow = Promise.withResolvers<typeof BUNDLED>();
    const { actions, lines, ended } = page({ "dossier.import": slow.promise });
    actions.importFiles([folder(), text("slow.json")]);
    await vi.waitFor(() => expect(lines()[0]).toEqual(["stories", "failed"]));
    actions.importFiles([text("next.json")]);
    expect(lines()).toEqual([
      ["stories", "failed"],
      ["slow.json", "reading"],
      ["next.json", "reading"],
    ]);
    slow.resolve(BUNDLED);
    await ended();
    expect(lines()).toHaveLength(3);
    actions.importFiles([folder()]);
    await ended();
    expect(lines()).toEqual([["stories", "failed"]]);
  });

  test("of a dossier beside which a feed's is used say so", async () => {
    const replacedBy = {
      origin: { type: "feed" as const, feed: "https://a.example/f.json", feedTitle: "A" },
      version: 9,
    };
    const { actions, ended, outcomes } = page({ "dossier.import": { ...BUNDLED, replacedBy } });
    actions.importFiles([text("a.json")]);
    await ended();
    expect(outcomes()).toMatchObject([{ type: "done", replacedBy }]);
  });

  test("of a dossier that is switched off say so", async () => {
    const { actions, ended, outcomes } = page({ "dossier.import": { ...BUNDLED, enabled: false } });
    actions.importFiles([text("a.json")]);
    await ended();
    expect(outcomes()).toEqual([
      { type: "done", title: BUNDLED.title, version: BUNDLED.version, enabled: false, replacedBy: undefined },
    ]);
  });
});

test("what was dropped and is no file is said", async () => {
  const { actions, codes, ended } = page();
  actions.importFiles([]);
  await ended();
  expect(codes()).toEqual(["no-file"]);
});
