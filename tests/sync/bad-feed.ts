/**
 * A reader who has version 2 of a dossier from a feed that then goes wrong in one way. What must hold in every case: the
 * check fails with that code and that sentence, the old version is byte for byte in use, and when the feed is good again
 * the next check brings version 3.
 */
import { createHash } from "node:crypto";
import { IDBKeyRange } from "fake-indexeddb";
import { expect } from "vitest";
import type { ErrorCode } from "../../src/dossier/errors.ts";
import { generateKeyPair, type KeyPair } from "../../src/dossier/signature.ts";
import { Database, RECORD_TABLES } from "../../src/store/tables.ts";
import type { Library, LibraryOptions } from "../../src/sync/library.ts";
import { type Ports, TIMEOUTS } from "../../src/sync/ports.ts";
import { serve, type TestServer } from "../server/serve.ts";
import { publish, publishSigned, type Story } from "./publisher.ts";
import { sentence } from "./sentences.ts";
import { addAndWait, checkAndWait, createWorld, ended, startLibrary, type World } from "./world.ts";

/** Time that passes only when a test says so. */
export class Timers {
  private now = 0;
  private waiting: { at: number; callback: () => void }[] = [];

  after = (ms: number, callback: () => void): (() => void) => {
    // Pauses only let others go first: they pass by themselves.
    if (ms === 0) return stopper(setTimeout(callback, 0));
    const timer = { at: this.now + ms, callback };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((one) => one !== timer);
    };
  };

  elapse(ms: number): void {
    this.now += ms;
    const due = this.waiting.filter(({ at }) => at <= this.now);
    this.waiting = this.waiting.filter(({ at }) => at > this.now);
    for (const { callback } of due) callback();
  }
}

const stopper = (timer: ReturnType<typeof setTimeout>) => () => clearTimeout(timer);

export interface Scene {
  server: TestServer;
  world: World;
  library: Library;
  timers: Timers;
  url: string;
  /** The publisher's key, where the feed is signed. */
  pair: KeyPair;
  /** What the ports answer; a test changes it in the middle. */
  state: { online: boolean; permission: boolean };
  /** `sequence` of the index, where it is signed; default: the version. */
  publish(story: Story, sequence?: number): Promise<string>;
  close(): Promise<void>;
}

export interface SceneChoice {
  signed?: boolean;
  /** The address under which the reader knows the host; default: its own. */
  origin?: string;
  ports?: (scene: Scene) => Partial<Ports>;
  options?: Partial<LibraryOptions>;
  start?: typeof startLibrary;
}

/** Sets the scene: version 2 is installed and in use. */
export async function setScene(choice: SceneChoice = {}): Promise<Scene> {
  const [server, pair] = await Promise.all([serve(), generateKeyPair()]);
  const world = createWorld();
  const timers = new Timers();
  const state = { online: true, permission: true };
  const put = (story: Story, sequence = story.version) =>
    choice.signed ? publishSigned(server, story, pair, { sequence }) : publish(server, story);
  const scene = { server, world, timers, pair, state, close: () => server.close() } as Scene;
  scene.publish = async (story, sequence) =>
    (await put(story, sequence)).replace(server.origin, choice.origin ?? server.origin);
  scene.library = (choice.start ?? startLibrary)(
    world,
    {
      after: timers.after,
      timeouts: TIMEOUTS,
      online: () => state.online,
      hasPermission: async () => state.permission,
      ...choice.ports?.(scene),
    },
    choice.options,
  );
  scene.url = await scene.publish({ version: 2 });
  expect(await addAndWait(scene.library, scene.url)).toMatchObject({ type: "updated" });
  return scene;
}

/** Everything that is in use of the feed's dossier, as text: its row, its generation, all records. */
export async function bytesInUse({ world, url }: Scene): Promise<string> {
  const db = new Database({ indexedDB: world.data, IDBKeyRange });
  try {
    const row = await db.installed.get(`${url}#story`);
    const generation = await db.generations.get(row?.current ?? -1);
    const tables = RECORD_TABLES.map((name) =>
      db.table(name).where("[g+id]").between([row?.current, ""], [row?.current, []]).toArray(),
    );
    const text = JSON.stringify([row, generation, await Promise.all(tables)]);
    expect(text.length).toBeGreaterThan(1000);
    return `${createHash("sha256").update(text).digest("hex")} ${text}`;
  } finally {
    db.close();
  }
}

/** Every way to ask gives version 2. */
async function serves2({ library, url }: Scene): Promise<void> {
  const [card] = await library.cards([{ dossier: `${url}#story`, person: "p0" }]);
  expect(card?.statements.find(({ id }) => id === "s0")?.quote).toBe("Said in version 2.");
  expect((await library.casts()).map(({ id }) => id)).toContain(`${url}#story`);
  expect((await library.whole(`${url}#story`)).version).toBe(2);
}

export interface Refusal {
  code: ErrorCode;
  /** Words of the sentence, with its details filled in. */
  says: RegExp;
}

/** Runs one check that goes wrong and one that goes well. `during`: what happens while the first one runs. */
export async function refuses(
  scene: Scene,
  { code, says }: Refusal,
  during?: (scene: Scene) => Promise<void>,
): Promise<{ next: number | undefined }> {
  const { library, url, world } = scene;
  const before = await bytesInUse(scene);
  const waiting = ended(library, url);
  await library.feeds.check(url);
  await during?.(scene);
  const result = await waiting;
  expect(result).toMatchObject({ type: "failed", error: { code } });
  const [row] = await library.feeds.list();
  expect(row?.result).toEqual(result);
  if (result?.type === "failed") {
    expect(sentence(result.error)).toMatch(says);
    expect(sentence(result.error)).not.toMatch(/\$\d|undefined|\[object/);
  }
  expect((await library.feeds.history(url))[0]?.result).toEqual(result);
  expect(await bytesInUse(scene)).toBe(before);
  await serves2(scene);
  const next = row?.next === undefined ? undefined : Date.parse(row.next) - world.clock.now;
  return { next };
}

/** The feed is good again: the next check brings version 3, and version 2 is kept for a roll-back. */
export async function recovers({ library, url, publish: put }: Scene): Promise<void> {
  await put({ version: 3 }, 4);
  expect(await checkAndWait(library, url)).toMatchObject({ type: "updated", dossiers: [{ from: 2, to: 3 }] });
  const [row] = await library.feeds.list();
  expect(row).toMatchObject({ canRollBack: true, dossiers: [{ version: 3, previousVersion: 2 }] });
}
