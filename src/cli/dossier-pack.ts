import { dirname, join } from "node:path";
import { sha256Hex, toHex, utf8 } from "../dossier/bytes.ts";
import { canonicalize } from "../dossier/canonical.ts";
import { type Command, CommandError, EXIT, readArgs, refuse, type Terminal } from "./dossier-command.ts";
import { exists, isFolder, makeFolder, readBytes, readText, writeWhole } from "./dossier-files.ts";
import { findingLine } from "./dossier-report.ts";
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
    if (/[\\/]$/.test(out)) makeFolder(out);
    if (positionals.length > 1 && out && !isFolder(out)) {
      const what = "is no folder, and several dossiers were named";
      throw new CommandError(`${out}: ${what}; name a folder, with a slash at its end`);
    }
    let status: number = EXIT.done;
    for (const file of positionals) {
      const packed = await packOne(file, terminal);
      if (!packed) status = EXIT.refused;
      else await write(packed, pathFor(file, packed.name, out), values.force ?? false, terminal);
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

async function write({ id, version, bytes }: Packed, path: string, force: boolean, terminal: Terminal): Promise<void> {
  const same = exists(path) && toHex(readBytes(path)) === toHex(bytes);
  if (exists(path) && !same && !force) {
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
  terminal.out(`sha256    ${await sha256Hex(bytes)}`);
}
