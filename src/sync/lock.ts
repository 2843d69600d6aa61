import { DramatisError } from "../dossier/errors.ts";
import { writing } from "../store/storage-error.ts";
import type { Database } from "../store/tables.ts";
import type { Ports } from "./ports.ts";

/** Milliseconds that a lease holds without being renewed: a killed worker blocks others no longer than this. */
const LEASE_TIME = 90_000;
const RENEW_TIME = 20_000;

/**
 * Runs `work` unless it runs elsewhere (another page of the extension, another tab): then `busy`. The browser's own locks
 * end with the worker that held them; without them a lease in the database does, which runs out.
 */
export async function exclusively<T>(ports: Ports, db: Database, name: string, work: () => Promise<T>): Promise<T> {
  if (!ports.locks) return withLease(ports, db, name, work);
  return ports.locks.request(`dramatis ${name}`, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new DramatisError("busy", [name]);
    return work();
  }) as Promise<T>;
}

interface Lease {
  owner: string;
  until: number;
}

async function withLease<T>(ports: Ports, db: Database, name: string, work: () => Promise<T>): Promise<T> {
  const key = `lease ${name}`;
  const owner = `${ports.now()} ${ports.random()}`;
  const take = () =>
    writing(db, [db.meta], async () => {
      const lease = (await db.meta.get(key))?.value as Lease | undefined;
      const now = ports.now();
      // One that runs out later than any could was taken before the clock was set back.
      const held = lease && lease.owner !== owner && lease.until > now && lease.until <= now + LEASE_TIME;
      if (held) throw new DramatisError("busy", [name]);
      await db.meta.put({ key, value: { owner, until: now + LEASE_TIME } satisfies Lease });
    });
  await take();
  let stop = () => {};
  const renew = () => {
    stop = ports.after(RENEW_TIME, () => void take().then(renew, () => {}));
  };
  renew();
  try {
    return await work();
  } finally {
    stop();
    await writing(db, [db.meta], async () => {
      const lease = (await db.meta.get(key))?.value as Lease | undefined;
      if (lease?.owner === owner) await db.meta.delete(key);
    });
  }
}
