import { expect, test } from "vitest";
import type { PagePort } from "../../src/page/browser-api.ts";
import { SummaryServer } from "../../src/page/summary-server.ts";
import type { PageSummary } from "../../src/shared/page-messages.ts";

function fakePort() {
  const heard: unknown[] = [];
  const leave: (() => void)[] = [];
  const port: PagePort = {
    name: "",
    postMessage: (message) => void heard.push(message),
    onDisconnect: { addListener: (listener) => void leave.push(listener) },
  };
  return { port, heard, leave: () => leave.forEach((listener) => void listener()) };
}
const summary = (hidden: number) => ({ hidden }) as PageSummary;

test("posts on connect and after changes, many of one task as one, and only to popups that are there", async () => {
  let number = 1;
  let taken = 0;
  const server = new SummaryServer(() => {
    taken++;
    return summary(number);
  });
  server.changed();
  await Promise.resolve();
  expect(taken).toBe(0);
  const [one, two] = [fakePort(), fakePort()];
  server.connect(one.port);
  server.connect(two.port);
  await Promise.resolve();
  expect([one.heard, two.heard]).toEqual([[summary(1)], [summary(1)]]);
  one.leave();
  for (number = 2; number < 5; number++) server.changed();
  await Promise.resolve();
  expect([one.heard, two.heard]).toEqual([[summary(1)], [summary(1), summary(5)]]);
});

test("a popup that has gone untold takes nothing from the others", async () => {
  const server = new SummaryServer(() => summary(1));
  const [gone, stays] = [fakePort(), fakePort()];
  let tries = 0;
  gone.port.postMessage = () => {
    tries++;
    throw new Error("Attempting to use a disconnected port object");
  };
  server.connect(gone.port);
  server.connect(stays.port);
  await Promise.resolve();
  server.changed();
  await Promise.resolve();
  expect(stays.heard).toHaveLength(2);
  expect(tries).toBe(1);
});

test("a summary that cannot be taken throws nothing at the page, and the next one is posted", async () => {
  let fails = true;
  const server = new SummaryServer(() => {
    if (fails) throw new Error("no styles");
    return summary(1);
  });
  const { port, heard } = fakePort();
  // An error in a microtask would be an unhandled one: vitest fails on it.
  server.connect(port);
  await Promise.resolve();
  expect(heard).toEqual([]);
  fails = false;
  server.changed();
  await Promise.resolve();
  expect(heard).toEqual([summary(1)]);
});
