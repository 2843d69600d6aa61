import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256Hex, utf8 } from "../dossier/bytes.ts";
import { canonicalize } from "../dossier/canonical.ts";
import { shown } from "../dossier/faults.ts";
import { DOSSIER_FORMAT } from "../dossier/schema.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, CommandError, EXIT, refuse, type Terminal, UsageError } from "./dossier-command.ts";
import { isOfKind } from "./dossier-feed-file.ts";
import { exists, isFolder, makeFolder, readBytes, readText, writeWhole } from "./dossier-files.ts";
import { findingLine } from "./dossier-report.ts";
import { howRewritten, refuseRewritten } from "./dossier-rewritten.ts";
import { examine } from "./dossier-validate.ts";

const HELP = `usage: npm run dossier -- pack [--out FILE-OR-FOLDER] [--force] DOSSIER.json...

Writes a valid dossier in its canonical form (RFC 8785: keys sorted, no space), the file that is hashed, signed and served.
Without --out it goes beside the dossier as ID-VERSION.json. A packed file with other content is not written over: a version
that readers have must never change, so raise "version" instead.

  --out, -o  where to write; with several dossiers a folder. One that ends with a slash is a folder, made if it is missing
  --force    write over a packed file that nobody has downloaded yet

Status: 0 packed, 1 not valid or already there with other content, 2 misused.`;

const OPTIONS = { out: { type: "string", short: "o" }, force: { type: "boolean" } } as const;

export const pack: Command = {
  name: "pack",
  summary: "writes the canonical file that is hashed and served",
  help: HELP,
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS, 1, Number.POSITIVE_INFINITY);
    const out = values.out ?? "";
    if (values.out === "") throw new UsageError("--out: must not be empty; name a file or a folder");
    if (/[\\/]$/.test(out)) makeFolder(out);
    if (positionals.length > 1 && out && !isFolder(out)) {
      const what = "is no folder, and several dossiers were named";
      throw new CommandError(`${out}: ${what}; name a folder, with a slash at its end`);
    }
    let status: number = EXIT.done;
    for (const file of positionals) {
      const packed = await packOne(file, terminal);
      if (!packed) {
        status = EXIT.refused;
        continue;
      }
      const path = pathFor(file, packed.name, out);
      await write(file, packed, path, values.force ?? false, terminal);
    }
    return status;
  },
};

interface Packed {
  name: string;
  id: string;
  version: number;
  bytes: Uint8Array;
}

/** The canonical form of the file's own content: nothing is filled in or trimmed. */
async function packOne(file: string, terminal: Terminal): Promise<Packed | undefined> {
  const { dossier, findings } = examine(file);
  if (!dossier) {
    for (const finding of findings) terminal.err(findingLine(finding));
    return undefined;
  }
  const { id, version } = dossier;
  return { name: `${id}-${version}.json`, id, version, bytes: utf8(canonicalize(JSON.parse(readText(file)))) };
}

function pathFor(file: string, name: string, out: string): string {
  if (out === "") return join(dirname(file), name);
  return isFolder(out) ? join(out, name) : out;
}

/** Whether a file is a version of this dossier; `--force` is for those alone: of a key or an index it would leave nothing. */
function isVersionOf(id: string, bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  return isOfKind(DOSSIER_FORMAT, text) && (JSON.parse(text) as { id?: unknown }).id === id;
}

async function write(file: string, packed: Packed, path: string, force: boolean, terminal: Terminal): Promise<void> {
  const { id, version, bytes } = packed;
  const sha256 = await sha256Hex(bytes);
  const there = exists(path) ? readBytes(path) : undefined;
  const same = there !== undefined && (await sha256Hex(there)) === sha256;
  if (there && !isVersionOf(id, there)) {
    const what = `is there already, and is not a version of ${shown(id)}`;
    throw refuse(path, "", what, "name another file with --out, or a folder with a slash at its end");
  }
  if (there && !same && !force) {
    if (realpathSync(path) === realpathSync(file)) {
      const remedy = "name a folder with --out, or use --force to write the packed form over it";
      throw refuse(path, "", "is the file that is to be packed", remedy);
    }
    const how = await howRewritten(there, sha256);
    if (how) throw refuseRewritten(path, how);
    throw refuse(
      path,
      "",
      "is there already with other content",
      'raise "version", or use --force if nobody has it yet',
    );
  }
  if (!same) writeWhole(path, bytes);
  terminal.out(`${same ? "unchanged" : "packed"}  ${path}`);
  terminal.out(`id        ${id}`);
  terminal.out(`version   ${version}`);
  terminal.out(`bytes     ${bytes.length}`);
  terminal.out(`sha256    ${sha256}`);
}
