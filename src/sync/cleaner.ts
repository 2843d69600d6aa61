import { cleanUp, freeRoom } from "../store/clean.ts";
import type { Staging } from "../store/install.ts";
import type { Database } from "../store/tables.ts";
import { giveBackHosts, hostOf } from "./give-back.ts";
import { dropLooks, noteLook } from "./looked-at.ts";
import type { Ports } from "./ports.ts";

export interface Cleaner {
  /**
   * The reader looks at a feed, or adds it: it may need the access that another one, removed long ago, has left. To be waited
   * for before its host is asked. Never rejects: on a full disk the reader may be asked for the access again.
   */
  expect(url: string): Promise<void>;
  /** It has been added: what it needs can be read from the list of feeds. Never rejects. */
  added(url: string): Promise<void>;
  /**
   * Deletes what is no longer needed, after giving back the access to hosts that went with it. Returns how many generations
   * went.
   */
  clean(): Promise<number>;
  /** Deletes all that is not in use, however young, after giving back what access went with it. */
  freeRoom(): Promise<void>;
}

/** Cleans the store, and gives back access to hosts that goes with what is deleted. */
export function createCleaner(db: Database, staging: Staging, ports: Ports): Cleaner {
  return {
    expect: (url) => noteLook(db, hostOf(url), ports.now()).catch(() => {}),
    added: (url) => dropLooks(db, new Map([[hostOf(url), undefined]])).catch(() => {}),
    clean: async () => cleanUp(db, staging, await giveBackHosts(db, ports, { now: ports.now() })),
    freeRoom: async () => freeRoom(db, staging, await giveBackHosts(db, ports, { now: ports.now(), all: true })),
  };
}
