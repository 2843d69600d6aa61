/**
 * A world whose power can be cut. Everything asynchronous that the library does goes through `step`: network (the call,
 * the headers, each piece of a body), locks, permissions, timers, WebCrypto and every single request to IndexedDB. At the
 * step chosen the power goes: a transaction under way is aborted, as a browser does when a worker is killed, and nothing
 * that the dead library waits for ever answers. Or the power stays on and this one step fails: the network drops, the
 * browser aborts the transaction, the disk is full.
 */
import { IDBDatabase, IDBIndex, IDBObjectStore, IDBRequest } from "fake-indexeddb";

export type Failure = "killed" | "aborted" | "full";

export class Power {
  steps = 0;
  /** What each step was, for messages. */
  names: string[] = [];
  dead = false;
  /** The part that is to be cut has ended: from now on nothing fails. */
  over = false;
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
    if (this.steps !== this.cutAt || this.over) return false;
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

  /** fetch with a step before, one after, and one for each piece of the body: any of them can be where the network drops. */
  fetch = async (url: string, init: RequestInit): Promise<Response> => {
    await this.step(`before fetch ${new URL(url).pathname}`);
    const response = await fetch(url, init);
    await this.step(`after fetch ${new URL(url).pathname}`);
    const piece = new TransformStream<Uint8Array, Uint8Array>({
      transform: async (chunk, controller) => {
        const half = Math.ceil(chunk.length / 2);
        controller.enqueue(chunk.slice(0, half));
        await this.step(`body of ${new URL(url).pathname}`);
        controller.enqueue(chunk.slice(half));
      },
    });
    const { status, statusText, headers } = response;
    // A body that has been unpacked already must not announce its packing.
    const copy = new Response(response.body?.pipeThrough(piece) ?? null, { status, statusText, headers });
    return Object.defineProperty(copy, "url", { value: response.url });
  };
}

/** A disk that is full whenever a step begins so: "add people", "put ". */
export class Disk extends Power {
  full: string | undefined;
  /** A step that makes room. */
  until: string | undefined;
  constructor() {
    super(Number.POSITIVE_INFINITY, "full");
  }
  override fails(name: string): boolean {
    if (this.until !== undefined && name.startsWith(this.until)) this.full = undefined;
    return this.full !== undefined && name.startsWith(this.full);
  }
}

/** The power that WebCrypto hangs on: one powered library runs at a time. */
let current: Power | undefined;

/** From now on WebCrypto takes its steps from this power. */
export function powerCrypto(power: Power | undefined): void {
  current = power;
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

/** Makes all requests of fake-indexeddb and WebCrypto go through the power of their connection. Call once. */
export function instrument(): void {
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const method of METHODS) {
      const original = (prototype as unknown as Record<string, unknown>)[method] as
        | ((...args: unknown[]) => IDBRequest)
        | undefined;
      if (!original) continue;
      Object.defineProperty(prototype, method, {
        configurable: true,
        value(this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
          const store = "objectStore" in this ? this.objectStore : this;
          const { transaction } = store;
          const power = connections.get(transaction.db);
          if (!power) return original.apply(this, args);
          const fails = !power.dead && power.fails(`${method} ${store.name} (${transaction.mode})`);
          if (power.dead) {
            abort(transaction);
            return new IDBRequest();
          }
          const request = original.apply(this, args);
          // The browser tells of it by events, never in the call itself.
          if (fails) queueMicrotask(() => abort(transaction, power.failure));
          return request;
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
  for (const method of ["digest", "importKey", "verify"] as const) {
    const original = crypto.subtle[method].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
    const stepping = (...args: unknown[]) => (current ? current.wrap(method, original)(...args) : original(...args));
    Object.defineProperty(crypto.subtle, method, { configurable: true, value: stepping });
  }
}

interface Abortable {
  _abort(error: string | null): void;
}

/** Aborts as the browser does it by itself, with its reason; one that has ended already stays as it is. */
function abort(transaction: IDBTransaction, failure: Failure = "aborted"): void {
  try {
    if (failure === "full") (transaction as unknown as Abortable)._abort("QuotaExceededError");
    else transaction.abort();
  } catch {
    // It has ended already.
  }
}
