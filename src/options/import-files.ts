import { DramatisError, errorInfo } from "../dossier/errors.ts";
import { LIMITS } from "../dossier/limits.ts";
import { send, type Transport } from "../shared/send.ts";
import type { ImportLine } from "./model.ts";

/** Imports files one after the other; each has a line of its own, and a bad one stops no other. */
export async function importFiles(
  files: readonly File[],
  transport: Transport,
  firstId: number,
  report: (line: ImportLine) => void,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    const line = { id: firstId + index, file: file.name };
    report({ ...line, outcome: { type: "reading" } });
    try {
      if (file.size > LIMITS.messageText) throw new DramatisError("too-large", [String(LIMITS.messageText)]);
      const { title, version } = await send(transport, "dossier.import", { text: await file.text() });
      report({ ...line, outcome: { type: "done", title, version } });
    } catch (error) {
      report({ ...line, outcome: { type: "failed", error: errorInfo(error) } });
    }
  }
}
