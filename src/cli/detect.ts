import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { compileLexicon, loadLexicon } from "../detect/index.ts";
import { type Dossier, dossierSchema } from "../dossier/schema.ts";
import { enterCallersFolder, ROOT } from "./callers-folder.ts";
import { type HtmlDetector, startHtmlDetector } from "./detect-html.ts";
import { type DocumentMentions, detectInText } from "./detect-text.ts";
import { InputError, parseJson, readText } from "./input.ts";

const USAGE = "usage: npm run detect -- --dossier DOSSIER.json INPUT... (.jsonl, .txt or .html)";
const EXTENSION = join(ROOT, "dist", "chromium");

function readDossier(path: string): Dossier {
  const result = v.safeParse(dossierSchema, parseJson(readText(path), path));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InputError(`${path} is not a dossier: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}.`);
}

/** The documents of a text file. */
function* documents(path: string): Generator<{ doc: string; text: string }> {
  if (path.endsWith(".txt")) yield { doc: basename(path), text: readText(path) };
  else if (path.endsWith(".jsonl")) {
    for (const [i, line] of readText(path).split("\n").entries()) {
      if (!line.trim()) continue;
      const place = `Line ${i + 1} of ${path}`;
      const row = parseJson(line, place) as { doc?: unknown; text?: unknown } | null;
      if (typeof row?.doc !== "string" || typeof row.text !== "string")
        throw new InputError(`${place} must be {"doc": "…", "text": "…"}.`);
      yield { doc: row.doc, text: row.text };
    }
  } else throw new InputError(`${path}: only .jsonl, .txt and .html files can be read.`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { dossier: { type: "string", multiple: true }, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (!values.dossier?.length || !positionals.length) throw new InputError(USAGE);
  const dossiers = values.dossier.map(readDossier);
  const lexicon = loadLexicon(compileLexicon(dossiers));
  const print = (line: DocumentMentions) => process.stdout.write(`${JSON.stringify(line)}\n`);
  let html: HtmlDetector | undefined;
  try {
    for (const path of positionals) {
      if (path.endsWith(".html")) {
        // Found missing before a browser is started.
        readText(path);
        html ??= await startHtmlDetector(EXTENSION, dossiers);
        print(await html.read(path));
      } else for (const { doc, text } of documents(path)) print({ doc, mentions: detectInText(lexicon, text) });
    }
  } finally {
    await html?.close();
  }
}

// Whoever reads has read enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  enterCallersFolder("detect");
  await main();
} catch (error) {
  if (!(error instanceof InputError) && !(error instanceof TypeError && "code" in error)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
