import { canonicalize } from "../dossier/canonical.ts";
import { DramatisError } from "../dossier/errors.ts";
import type { Dossier } from "../dossier/schema.ts";
import { sha256 } from "./digest.ts";
import { type Install, install, type Staging } from "./install.ts";
import { allow, declined } from "./removal.ts";
import type { StageRun } from "./stage.ts";
import { writing } from "./storage-error.ts";
import type { Database, InstalledRow } from "./tables.ts";
import { wholeDossier } from "./whole.ts";

/** A dossier file as text, with what is made of it. */
export interface DossierFile {
  dossier: Dossier;
  bytes: number;
  digest: string;
}

/** A dossier file from its text. Throws what `parse` throws. */
export async function readFile(text: string, parse: (text: string) => Promise<Dossier>): Promise<DossierFile> {
  const bytes = new TextEncoder().encode(text);
  return { dossier: await parse(text), bytes: bytes.length, digest: await sha256(bytes) };
}

/**
 * Installs the dossier that came with the extension where none is held, or where it is newer than what is held under its
 * id. A feed's version has an id of its own and is never touched. What the reader removed stays removed.
 * Returns whether something was installed.
 */
export async function seed(db: Database, staging: Staging, file: DossierFile, now: number): Promise<boolean> {
  const id = file.dossier.id;
  if ((await declined(db)).has(id)) return false;
  const held = await db.installed.get(id);
  const current = held && (await db.generations.get(held.current));
  if (current && current.head.version >= file.dossier.version) return false;
  await install(db, staging, { id, origin: { type: "bundled" }, ...file, run: now, now });
  return true;
}

/** Whether what is in use is that dossier, however its file was spaced: exported ones are indented. */
async function holdsSame(db: Database, { current }: InstalledRow, dossier: Dossier): Promise<boolean> {
  const generation = await db.generations.get(current);
  return (
    generation?.head.version === dossier.version &&
    canonicalize(await wholeDossier(db, generation)) === canonicalize(dossier)
  );
}

/**
 * Installs a dossier from a file that the reader chose. Throws `older-file` and `conflicting-version` where the same
 * dossier is held in a newer version, or in the same version with other content.
 */
export async function importFile(
  db: Database,
  staging: Staging,
  file: DossierFile,
  now: number,
  run?: StageRun,
): Promise<string> {
  const id = file.dossier.id;
  const { version } = file.dossier;
  const held = await db.installed.get(id);
  if (held && held.highest.version > version)
    throw new DramatisError("older-file", [String(version), String(held.highest.version)]);
  if (held && held.highest.version === version) {
    if (held.highest.digest !== file.digest && !(await holdsSame(db, held, file.dossier)))
      throw new DramatisError("conflicting-version", [String(version)]);
    if (await allowHeld(db, id)) return id;
  }
  // In the transaction of the switch: killed between the two, the dossier would be in use and among the removed ones.
  const alongside = () => allow(db, (removed) => removed === id);
  const input: Install = { id, origin: { type: "imported" }, ...file, run: now, now, alongside };
  await install(db, staging, input, run);
  return id;
}

/** What is in use and asked for is not among the removed ones. False: it has been removed a moment ago. */
function allowHeld(db: Database, id: string): Promise<boolean> {
  return writing(db, [db.installed, db.meta], async () => {
    if (!(await db.installed.get(id))) return false;
    await allow(db, (removed) => removed === id);
    return true;
  });
}
