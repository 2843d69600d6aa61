import { DramatisError, errorInfo } from "../dossier/errors.ts";
import { send, type Transport } from "../shared/send.ts";
import { readDossierFile } from "./read-file.ts";
import type { ImportLine } from "./state.ts";

/** Imports files one after the other; each has a line of its own from the first on, and a bad one stops no other. */
export async function importFiles(
  files: readonly File[],
  transport: Transport,
  firstId: number,
  report: (line: ImportLine) => void,
): Promise<void> {
  const lines = files.map((file, index) => ({ id: firstId + index, batch: firstId, file: file.name }));
  for (const line of lines) report({ ...line, outcome: { type: "reading" } });
  for (const [index, file] of files.entries()) {
    const line = lines[index]!;
    try {
      const text = await readDossierFile(file);
      const { title, version, enabled, replacedBy } = await send(transport, "dossier.import", { text });
      report({ ...line, outcome: { type: "done", title, version, enabled, replacedBy } });
    } catch (error) {
      report({ ...line, outcome: { type: "failed", error: errorInfo(error) } });
    }
  }
}

/** The line for a drop that held no file: a link, or words of a page. */
export function noFile(id: number): ImportLine {
  return { id, batch: id, file: "", outcome: { type: "failed", error: errorInfo(new DramatisError("no-file")) } };
}
