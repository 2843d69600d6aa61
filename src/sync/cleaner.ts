import { cleanUp } from "../store/clean.ts";
import type { Staging } from "../store/install.ts";
import type { Database } from "../store/tables.ts";
import { giveBackHosts, hostOf } from "./give-back.ts";
import type { Ports } from "./ports.ts";

/** Milliseconds for which access to the host of a feed that is looked at is left alone: the reader may add it yet. */
const LOOKED_AT_TIME = 10 * 60 * 1000;

export interface Cleaner {
  /** The reader looks at a feed, or adds it: it may need the access that another one, removed long ago, has left. */
  expect(url: string): void;
  /** It has been added: what it needs can be read from the list of feeds. */
  added(url: string): void;
  /**
   * Deletes what is no longer needed, after giving back the access to hosts that went with it: both by one look at the clock, or
   * what lapses in between would be deleted with its access kept. Returns how many generations went.
   */
  clean(): Promise<number>;
  /** Gives back all access that only removed feeds needed, however young: they are about to be deleted. Never rejects. */
  giveBackAll(): Promise<void>;
}

export function createCleaner(db: Database, staging: Staging, ports: Ports): Cleaner {
  const looked = new Map<string, number>();
  const isExpected = (host: string) => Math.abs(ports.now() - (looked.get(host) ?? -Infinity)) < LOOKED_AT_TIME;
  return {
    expect: (url) => void looked.set(hostOf(url), ports.now()),
    added: (url) => void looked.delete(hostOf(url)),
    async clean() {
      const now = ports.now();
      const spared = await giveBackHosts(db, ports, { now, isExpected });
      return cleanUp(db, now, staging, spared);
    },
    async giveBackAll() {
      await giveBackHosts(db, ports, { now: ports.now(), isExpected, all: true });
    },
  };
}
