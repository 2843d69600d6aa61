import { type ChangeSummary, diffSteps } from "../dossier/diff.ts";
import type { Dossier } from "../dossier/schema.ts";
import { inSlices } from "../dossier/slices.ts";
import { sweep } from "./clean.ts";
import { candidate, replaces } from "./serving.ts";
import { discard, type StageRun, stageGeneration } from "./stage.ts";
import { isFull } from "./storage-error.ts";
import { Overtaken, switchTo } from "./switch.ts";
import type { Database, InstalledRow, Origin } from "./tables.ts";
import { sinceOf, wholeDossier } from "./whole.ts";

export interface Install {
  /** Id under which it is installed. */
  id: string;
  origin: Origin;
  dossier: Dossier;
  bytes: number;
  digest: string;
  /** Keys of the index by which it comes, see `GenerationRow`. */
  signers?: string[];
  run: number;
  now: number;
  /** Feed whose history records the change. */
  feed?: string;
  /**
   * Called inside the transaction of the switch, for what must change together with it; `feeds` and `meta` may be written.
   * Throws where the version is not wanted any more.
   */
  alongside?(): Promise<void>;
}

/** Generations that are being written right now, so that cleaning leaves them alone. */
export type Staging = Set<number>;

/**
 * Installs one version of a dossier: compares it with the one in use, stages it, switches. Until the switch nothing
 * changes for the reader, and a failure or an end at any point before leaves all as it was. Where the disk is full it is
 * cleaned and tried once more; so it is where another version came into use meanwhile (a roll-back, an import). Throws
 * `cancelled` where the reader removed the dossier meanwhile, `overtaken` where yet another version came into use.
 */
export async function install(db: Database, staging: Staging, input: Install, run?: StageRun): Promise<ChangeSummary> {
  try {
    return await attempt(db, staging, input, run);
  } catch (error) {
    // What was removed goes by `makeRoom` alone, which knows what has to be given back with it.
    const makeRoom = run?.makeRoom ?? (() => sweep(db, staging));
    const madeRoom = isFull(error) && (await makeRoom().catch(() => 0)) > 0;
    if (!madeRoom && !(error instanceof Overtaken)) throw error;
    return attempt(db, staging, input, run);
  }
}

async function attempt(db: Database, staging: Staging, input: Install, run?: StageRun): Promise<ChangeSummary> {
  const held = await db.installed.get(input.id);
  const takesOver = held ? undefined : await copyFromElsewhere(db, input);
  const base = held?.current ?? takesOver?.current;
  const before = base === undefined ? undefined : await db.generations.get(base);
  const steps = diffSteps(before && (await wholeDossier(db, before)), input.dossier);
  const changes = await inSlices(steps, run?.pause ?? nextTask);
  const since = before ? await sinceAfter(db, before.g, changes) : () => 0;

  const g = await stageGeneration(db, { ...input, installed: input.id, since }, run, staging);
  try {
    run?.signal?.throwIfAborted();
    await switchTo(db, {
      id: input.id,
      origin: input.origin,
      g,
      base: held?.current,
      takesOver,
      run: input.run,
      alongside: input.alongside,
      ...(input.feed ? { history: { feed: input.feed, at: input.now, changes: [changes] } } : {}),
    });
  } catch (error) {
    await discard(db, g, staging);
    throw error;
  }
  staging.delete(g);
  return changes;
}

const nextTask = () => new Promise<void>((resolve) => void setTimeout(resolve, 0));

/** A feed's dossier that the reader already has by the extension or by a file: its first version is an update of that. */
async function copyFromElsewhere(db: Database, { origin, dossier }: Install): Promise<InstalledRow | undefined> {
  const { id, version, publisher } = dossier;
  for (const row of await db.installed.where("dossier").equals(id).toArray()) {
    const generation = await db.generations.get(row.current);
    if (origin.type !== "feed" || !generation) continue;
    if (replaces({ dossier: id, origin, version, publisher }, candidate({ row, generation }))) return row;
  }
  return undefined;
}

async function sinceAfter(db: Database, base: number, changes: ChangeSummary) {
  const before = await sinceOf(db, base);
  const fresh = new Set([...changes.added, ...changes.changed, ...changes.withdrawn].map((r) => `${r.type}/${r.id}`));
  return (type: "statement" | "event", id: string, g: number) => {
    const name = `${type}/${id}`;
    return fresh.has(name) ? g : (before.get(name) ?? 0);
  };
}
