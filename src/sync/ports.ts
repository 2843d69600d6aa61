/** What the engine needs of the world. Everything is passed in, so that tests can stop, bend and break it. */
export interface Ports {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Milliseconds since 1970. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** False only when the browser is sure to be offline. */
  online(): boolean;
  /** Calls back after `ms`; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
  /** Whether the extension may read this origin ("https://example.org") without the host's consent by CORS. */
  hasPermission(origin: string): Promise<boolean>;
  /** Gives back the permission for a host ("https://example.org", without port), where it was asked for. */
  giveBack(host: string): Promise<void>;
  /** `navigator.locks`; where it is missing, a lease in the database keeps two runs apart. */
  locks: Pick<LockManager, "request"> | undefined;
  /** Minutes between checks where a feed has no interval of its own; 0: only by hand. */
  interval(): Promise<number>;
  appVersion: string;
  timeouts: Timeouts;
  /** Records that are stored in one transaction; default: as many as can be written in a short time. */
  batch?: number;
}

/** Milliseconds. */
export interface Timeouts {
  /** Until the headers are there, and between two pieces of a body. */
  stall: number;
  /** For a whole index. */
  index: number;
  /** For a whole dossier. */
  dossier: number;
}

/**
 * Chromium ends an extension's worker when a request has had no answer for 30 s; ending it ourselves before leaves a
 * sentence for the reader. The totals bound a host that sends a byte now and then: 64 MB in 15 minutes is 70 KB a second.
 */
export const TIMEOUTS: Timeouts = { stall: 25_000, index: 60_000, dossier: 900_000 };
