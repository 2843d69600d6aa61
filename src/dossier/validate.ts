import type { Dossier } from "./schema.ts";

export interface ParseOptions {
  /** Version of the app that will read the dossier; absent: `minAppVersion` is not looked at. */
  appVersion?: string;
}

/**
 * Reads a dossier file: size, UTF-8, JSON, format, schema, and what only the whole file can show.
 * Throws DramatisError: empty-body, too-large, bad-json, needs-newer-format, needs-newer-app, bad-schema.
 */
export function parseDossier(input: string | Uint8Array, options: ParseOptions = {}): Dossier {
  throw new Error(`not built yet ${input} ${options}`);
}
