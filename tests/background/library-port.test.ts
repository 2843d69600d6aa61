import { describe, expect, test } from "vitest";
import { createSnapshotServer, type SnapshotPort } from "../../src/background/library-port.ts";
import { DramatisError } from "../../src/dossier/errors.ts";
import type { LibraryMessage, LibrarySnapshot } from "../../src/shared/library-port.ts";

/** A port of a page, what has come over it, and the page's going. */
function fakePort() {
  const heard: string[] = [];
  const leave: (() => void)[] = [];
  const port: SnapshotPort = {
    postMessage: (message) => void heard.push(words(message)),
    onDisconnect: { addListener: (listener) => void leave.push(listener) },
  };
  return { port, heard, leave: () => leave.forEach((listener) => void listener()) };
}
const words = (message: LibraryMessage) =>
  message.type === "failed" ? `failed: ${message.error.code}` : String(message.snapshot);

/** A server over a library whose snapshots are numbers; `rest` ends the time between two of them. */
function world() {
  const now = {
    number: 1,
    failure: undefined as Error | undefined,
    taken: 0,
    /** Happens once, when a snapshot has been read and is not yet there. */
    beforeAnswer: undefined as (() => void) | undefined,
  };
  const resting: { ms: number; done: () => void }[] = [];
  const server = createSnapshotServer(
    async () => {
      now.taken++;
      if (now.failure) throw now.failure;
      const { number, beforeAnswer } = now;
      now.beforeAnswer = undefined;
      beforeAnswer?.();
      return number as unknown as LibrarySnapshot;
    },
    (ms) => new Promise((done) => void resting.push({ ms, done })),
  );
  const settle = () => new Promise((done) => setTimeout(done));
  /** Milliseconds pass, however often the server rests in them. */
  const rest = async (ms = 250) => {
    await settle();
    for (let left = ms; left > 0; ) {
      const due = resting.splice(0);
      const step = Math.min(left, ...due.map((one) => one.ms));
      for (const one of due) {
        one.ms -= step;
        if (one.ms > 0) resting.push(one);
        else one.done();
      }
      left -= step;
      await settle();
    }
  };
  return { now, server, rest, settle };
}

describe("the snapshot server", () => {
  test("posts to a new page at once, and to all after a change; without a page it takes none", async () => {
    const { now, server, rest, settle } = world();
    server.changed();
    await settle();
    expect(now.taken).toBe(0);
    const [one, two] = [fakePort(), fakePort()];
    server.connect(one.port);
    await settle();
    expect(one.heard).toEqual(["1"]);
    await rest();
    server.connect(two.port);
    await settle();
    await rest();
    now.number = 2;
    server.changed();
    await settle();
    expect([one.heard.at(-1), two.heard]).toEqual(["2", ["1", "2"]]);
  });

  test("joins changes that come between two snapshots, and never loses the last", async () => {
    const { now, server, rest, settle } = world();
    const { port, heard } = fakePort();
    server.connect(port);
    await settle();
    for (now.number = 2; now.number < 6; now.number++) server.changed();
    await settle();
    expect(heard).toEqual(["1"]);
    await rest();
    expect(heard).toEqual(["1", "6"]);
    await rest();
    expect(now.taken).toBe(2);
  });

  test("what begins is told at once, within a fifth of the time that more of the same may take", async () => {
    const { now, server, rest, settle } = world();
    const { port, heard } = fakePort();
    server.connect(port);
    await settle();
    // At once after the last snapshot, in the middle of its rest, and while one is being taken.
    server.changed("begins");
    now.number = 2;
    await rest(50);
    expect(heard).toEqual(["1", "2"]);
    await rest(100);
    now.number = 3;
    server.changed();
    await rest(50);
    expect(heard).toEqual(["1", "2"]);
    server.changed("begins");
    await settle();
    expect(heard).toEqual(["1", "2", "3"]);
    await rest();
    server.changed();
    now.number = 4;
    server.changed("begins");
    await rest(50);
    expect(heard.at(-1)).toBe("4");
  });

  test("what was read before a dossier came or went is not posted after it: a row that went would come back", async () => {
    const { now, server, rest, settle } = world();
    const { port, heard } = fakePort();
    server.connect(port);
    await settle();
    await rest();
    await rest();
    now.beforeAnswer = () => {
      now.number = 2;
      server.changed("listed");
    };
    server.changed();
    await settle();
    expect(heard).toEqual(["1", "2"]);
  });

  test("though they come and go all the time, something is posted", async () => {
    const { now, server, settle } = world();
    const { port, heard } = fakePort();
    const change = () => {
      now.number++;
      now.beforeAnswer = change;
      server.changed("listed");
    };
    now.beforeAnswer = change;
    server.connect(port);
    await settle();
    expect(heard).toHaveLength(1);
  });

  test("many that begin at the same time are told together", async () => {
    const { now, server, rest, settle } = world();
    server.connect(fakePort().port);
    await settle();
    for (let i = 0; i < 100; i++) {
      server.changed("begins");
      await settle();
    }
    expect(now.taken).toBe(1);
    await rest(50);
    expect(now.taken).toBe(2);
  });

  test("forgets pages that have gone, told or found out", async () => {
    const { now, server, rest, settle } = world();
    const [told, found, stays] = [fakePort(), fakePort(), fakePort()];
    for (const { port } of [told, found, stays]) server.connect(port);
    await settle();
    await rest();
    await rest();
    told.leave();
    let tries = 0;
    found.port.postMessage = () => {
      tries++;
      throw new Error("Attempting to use a disconnected port object");
    };
    for (now.number = 2; now.number < 4; now.number++) {
      server.changed();
      await settle();
      await rest();
    }
    expect(stays.heard.slice(-2)).toEqual(["2", "3"]);
    expect(told.heard).not.toContain("2");
    expect(tries).toBe(1);
  });

  test("says why there is no snapshot, and goes on with the next change", async () => {
    const { now, server, rest, settle } = world();
    const { port, heard } = fakePort();
    now.failure = new DramatisError("quota");
    server.connect(port);
    await settle();
    expect(heard).toEqual(["failed: quota"]);
    now.failure = new TypeError("of some other kind");
    server.changed();
    await rest();
    expect(heard).toEqual(["failed: quota", "failed: internal"]);
    now.failure = undefined;
    server.changed();
    await rest();
    expect(heard.at(-1)).toBe("1");
  });
});
