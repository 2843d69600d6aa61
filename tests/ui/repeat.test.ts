/** A background that ends while a request is under way: the answer is lost, what was asked may have been done or not. */
import { expect, test, vi } from "vitest";
import { repeating } from "../../src/options/repeat.ts";
import { send } from "../../src/shared/send.ts";

const LOST = new Error("the message channel closed before a response was received");
const feed = { url: "https://a.example/feed.json" };

/** Answers in turn; an `Error` is a lost answer, undefined that of a browser that tells it so. */
function background(...answers: unknown[]) {
  const inner = vi.fn(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const wait = vi.fn(async () => {});
  return { inner, wait, transport: repeating(inner, wait) };
}

const done = { ok: true, value: null };
const gone = { ok: false, error: { code: "not-found", details: [feed.url] } };

test.each([
  ["thrown", LOST],
  ["undefined", undefined],
])("what may be asked twice is asked once more where the answer was lost (%s), after a pause", async (_how, lost) => {
  const { inner, wait, transport } = background(lost, done);
  await send(transport, "feed.check", feed);
  expect(inner).toHaveBeenCalledTimes(2);
  expect(wait).toHaveBeenCalledTimes(1);
});

test("a removal that had been done when the answer was lost is done, not gone elsewhere", async () => {
  const { transport } = background(LOST, gone);
  await expect(send(transport, "feed.remove", feed)).resolves.toBeNull();
});

test("a removal that is refused at first is refused: nothing is asked again", async () => {
  const { inner, transport } = background(gone);
  await expect(send(transport, "feed.remove", feed)).rejects.toMatchObject({ code: "not-found" });
  expect(inner).toHaveBeenCalledTimes(1);
});

test("what would do more the second time is not asked again", async () => {
  for (const type of ["feed.rollBack", "feed.add"] as const) {
    const { inner, transport } = background(LOST, done);
    await expect(send(transport, type, feed)).rejects.toThrow("channel closed");
    expect(inner).toHaveBeenCalledTimes(1);
  }
});

test("an answer that is lost twice is a failure", async () => {
  const { inner, transport } = background(LOST, LOST, done);
  await expect(send(transport, "feed.remove", feed)).rejects.toThrow("channel closed");
  expect(inner).toHaveBeenCalledTimes(2);
});

test("what the reader asked for later is not overtaken by an earlier request that is sent again", async () => {
  const done: unknown[] = [];
  let isFirst = true;
  let pause: () => void = () => {};
  const transport = repeating(
    async (message) => {
      if (isFirst) {
        isFirst = false;
        throw LOST;
      }
      done.push((message.data as { on?: boolean }).on);
      return { ok: true, value: null };
    },
    () =>
      new Promise((resolve) => {
        pause = resolve;
      }),
  );
  const on = send(transport, "dossier.enable", { id: "a", on: true });
  await vi.waitFor(() => expect(isFirst).toBe(false));
  await send(transport, "dossier.enable", { id: "b", on: true });
  await send(transport, "dossier.enable", { id: "a", on: false });
  pause();
  await on;
  // The one of the other dossier, the later one of this.
  expect(done).toEqual([true, false]);
});

test.each([
  ["feed.cancel", "feed.check"],
  ["feed.cancel", "feeds.checkAll"],
  ["feed.remove", "feed.restore"],
] as const)("%s is not sent again after a later %s of the same thing", async (earlier, later) => {
  const sent: string[] = [];
  let pause: () => void = () => {};
  const transport = repeating(
    async ({ type }) => {
      sent.push(type);
      if (type === earlier) throw LOST;
      return done;
    },
    () =>
      new Promise((resolve) => {
        pause = resolve;
      }),
  );
  const first = send(transport, earlier, feed);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await (later === "feeds.checkAll" ? send(transport, later, {}) : send(transport, later, feed));
  pause();
  await expect(first).resolves.toBeNull();
  expect(sent).toEqual([earlier, later]);
});
