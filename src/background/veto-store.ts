import { cleanVetoes, type Veto } from "./vetoes.ts";

/** The part of `browser.storage.local` and `.session` that vetoes need. */
export interface VetoArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

export interface VetoStore {
  load(): Promise<readonly Veto[]>;
  /** Applies one change to what is held then. Changes follow one another, so that none writes over another. */
  change(apply: (held: readonly Veto[]) => readonly Veto[]): Promise<readonly Veto[]>;
}

const KEY = "vetoes";

/** Vetoes in one area of the browser's storage; changes follow one another. */
export function createVetoStore(area: VetoArea): VetoStore {
  let queue: Promise<unknown> = Promise.resolve();
  const load = async () => cleanVetoes((await area.get(KEY))[KEY]);
  return {
    load,
    change(apply) {
      const work = async () => {
        const held = await load();
        const next = apply(held);
        if (next !== held) await area.set({ [KEY]: next });
        return next;
      };
      const done = queue.then(work, work);
      queue = done;
      return done;
    },
  };
}

/** An area that nothing survives: for private windows where the browser has none of its own for that. */
export function memoryArea(): VetoArea {
  const items: Record<string, unknown> = {};
  return {
    get: async (key) => ({ [key]: items[key] }),
    set: async (patch) => void Object.assign(items, patch),
  };
}
