import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { type Cast, compileLexicon, loadLexicon } from "../detect/index.ts";
import { type Dossier, dossierSchema } from "../dossier/schema.ts";
import { type DocumentMentions, detectInText } from "./detect-text.ts";

const USAGE = "usage: npm run detect -- --dossier DOSSIER.json INPUT... (.jsonl or .txt)";

/** A sentence for the person at the terminal; the tool ends with it and status 2. */
class InputError extends Error {}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`Cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? error}.`);
  }
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${place} is not JSON.`);
  }
}

function readDossier(path: string): Dossier {
  const result = v.safeParse(dossierSchema, parse(read(path), path));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InputError(`${path} is not a dossier: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}.`);
}

function* documents(path: string): Generator<{ doc: string; text: string }> {
  if (path.endsWith(".txt")) yield { doc: basename(path), text: read(path) };
  else if (path.endsWith(".jsonl")) {
    for (const [i, line] of read(path).split("\n").entries()) {
      if (!line.trim()) continue;
      const row = parse(line, `Line ${i + 1} of ${path}`) as { doc?: unknown; text?: unknown } | null;
      if (typeof row?.doc !== "string" || typeof row.text !== "string")
        throw new InputError(`Line ${i + 1} of ${path} must be {"doc": "…", "text": "…"}.`);
      yield { doc: row.doc, text: row.text };
    }
  } else if (path.endsWith(".html"))
    throw new InputError(`${path}: this version reads no .html; save the page's text as .txt or .jsonl.`);
  else throw new InputError(`${path}: only .jsonl and .txt files can be read.`);
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { dossier: { type: "string", multiple: true } },
    allowPositionals: true,
  });
  if (!values.dossier?.length || !positionals.length) throw new InputError(USAGE);
  const casts: Cast[] = values.dossier.map((path) => {
    const dossier = readDossier(path);
    return { id: dossier.id, people: dossier.people, context: dossier.context };
  });
  const lexicon = loadLexicon(compileLexicon(casts));
  const print = (line: DocumentMentions) => process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const path of positionals)
    for (const { doc, text } of documents(path)) print({ doc, mentions: detectInText(lexicon, text) });
}

try {
  main();
} catch (error) {
  if (!(error instanceof InputError) && !(error instanceof TypeError && "code" in error)) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
