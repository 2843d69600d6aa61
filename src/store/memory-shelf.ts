import { memoryReader } from "../dossier/reader.ts";
import type { DossierFile } from "./seed.ts";
import type { Held, Shelf } from "./shelf.ts";
import { countsOf } from "./stage.ts";

/** The bundled dossier alone, held in memory: for browsers that refuse a database. Nothing outlives the worker. */
export function memoryShelf(file: DossierFile, now: number): Shelf {
  const { dossier, bytes, digest } = file;
  const { sources: _s, people, events: _e, statements, ...head } = dossier;
  const held: Held = {
    row: {
      id: dossier.id,
      dossier: dossier.id,
      origin: { type: "bundled" },
      enabled: true,
      current: 0,
      run: now,
      highest: { version: dossier.version, digest },
    },
    generation: {
      g: 0,
      installed: dossier.id,
      state: "ready",
      head,
      counts: countsOf(dossier),
      bytes,
      digest,
      at: now,
    },
  };
  const reader = { ...memoryReader(dossier), since: () => 0 };
  return {
    held: async () => [held],
    reader: () => reader,
    reading: (work) => work(),
    people: async () => people,
    whole: async () => dossier,
    find: async (_held, test, limit) => ({
      people: people.filter(test.person).slice(0, limit),
      statements: statements.filter(test.statement).slice(0, limit),
    }),
    seen: async () => undefined,
    markSeen: async () => {},
  };
}
