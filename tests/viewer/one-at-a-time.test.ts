import { expect, test } from "vitest";
import { oneAtATime } from "../../src/viewer/one-at-a-time.ts";

test("of what comes while one piece of work runs only the newest is begun", async () => {
  const begun: string[] = [];
  const inTurn = oneAtATime("overtaken");
  let end = () => {};
  const first = inTurn(async () => {
    begun.push("first");
    await new Promise<void>((done) => {
      end = done;
    });
    return "first";
  });
  const work = (name: string) => async () => {
    begun.push(name);
    return name;
  };
  await Promise.resolve();
  const second = inTurn(work("second"));
  const third = inTurn(work("third"));
  expect(begun).toEqual(["first"]);
  end();
  expect(await Promise.all([first, second, third])).toEqual(["first", "overtaken", "third"]);
  expect(begun).toEqual(["first", "third"]);
});

test("work that fails tells who asked for it, and the next is done", async () => {
  const inTurn = oneAtATime("overtaken");
  const failing = inTurn(() => Promise.reject(new Error("no disk")));
  await expect(failing).rejects.toThrow("no disk");
  expect(await inTurn(async () => "done")).toBe("done");
});
