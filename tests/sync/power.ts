/**
 * A world whose power can be cut. Everything asynchronous that the library does goes through `step`: network, locks,
 * permissions, timers and every single request to IndexedDB. At the step chosen the power goes: a transaction under way is
 * aborted, as a browser does when a worker is killed, and nothing that the dead library waits for ever answers.
 */
import { IDBDatabase, IDBIndex, IDBObjectStore, IDBRequest } from "fake-indexeddb";

export type Failure = "killed" | "aborted";

export class Power {
  steps = 0;
  /** What each step was, for messages. */
  names: string[] = [];
  dead = false;
  readonly died: Promise<"died">;
  /** All that were ever begun; those still under way are aborted when the power goes. */
  readonly transactions = new Set<IDBTransaction>();
  readonly cutAt: number;
  readonly failure: Failure;
  private resolveDied: (value: "died") => void = () => {};

  constructor(cutAt = Number.POSITIVE_INFINITY, failure: Failure = "killed") {
    this.cutAt = cutAt;
    this.failure = failure;
    this.died = new Promise((resolve) => {
      this.resolveDied = resolve;
    });
  }

  /** True when this step is the one that fails. */
  fails(name: string): boolean {
    this.steps++;
    this.names.push(name);
    if (this.steps !== this.cutAt) return false;
    if (this.failure === "killed") {
      this.dead = true;
      for (const transaction of this.transactions) abort(transaction);
      this.resolveDied("died");
    }
    return true;
  }

  /** An asynchronous function with a step before and a step after it. */
  wrap<A extends unknown[], R>(name: string, work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      await this.step(`before ${name}`);
      const result = await work(...args);
      await this.step(`after ${name}`);
      return result;
    };
  }

  async step(name: string): Promise<void> {
    if (this.dead) return new Promise(() => {});
    if (!this.fails(name)) return;
    if (this.dead) return new Promise(() => {});
    throw new TypeError(`broken on purpose at ${name}`);
  }
}

const connections = new WeakMap<object, Power>();

/** An IndexedDB over the same data as `data` whose connections hang on this power. */
export function poweredFactory(data: IDBFactory, power: Power): IDBFactory {
  return new Proxy(data, {
    get(target, name) {
      if (name !== "open") return Reflect.get(target, name, target);
      return (...args: Parameters<IDBFactory["open"]>) => {
        if (power.dead) return new IDBRequest();
        if (power.fails("open")) {
          if (power.dead) return new IDBRequest();
          throw new DOMException("broken on purpose", "UnknownError");
        }
        const request = target.open(...args);
        const claim = () => connections.set(request.result, power);
        request.addEventListener("success", claim);
        request.addEventListener("upgradeneeded", claim);
        return request;
      };
    },
  });
}

const METHODS = [
  "add",
  "put",
  "delete",
  "clear",
  "get",
  "getKey",
  "getAll",
  "getAllKeys",
  "count",
  "openCursor",
  "openKeyCursor",
];

/** Makes all requests of fake-indexeddb go through the power of their connection. Call once. */
export function instrument(): void {
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const method of METHODS) {
      const original = (prototype as unknown as Record<string, unknown>)[method] as
        | ((...args: unknown[]) => unknown)
        | undefined;
      if (!original) continue;
      Object.defineProperty(prototype, method, {
        configurable: true,
        value(this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
          const store = "objectStore" in this ? this.objectStore : this;
          const power = connections.get(store.transaction.db);
          if (!power) return original.apply(this, args);
          if (power.dead) return abandoned(store.transaction);
          if (!power.fails(`${method} ${store.name}`)) return original.apply(this, args);
          return abandoned(store.transaction);
        },
      });
    }
  }
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof begin>) {
    const transaction = begin.apply(this, args);
    connections.get(this)?.transactions.add(transaction);
    return transaction;
  };
}

function abandoned(transaction: IDBTransaction): IDBRequest {
  abort(transaction);
  return new IDBRequest();
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
