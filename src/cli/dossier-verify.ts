import { dirname, join } from "node:path";
import { matchEntry, verifyDossier, verifyFeed } from "../dossier/feed.ts";
import type { Feed, FeedEntry } from "../dossier/feed-schema.ts";
import type { FeedTrust } from "../dossier/feed-trust.ts";
import { checkEntry, markInstalled, sealStatement } from "../dossier/feed-verify.ts";
import { fingerprint, verifyValue } from "../dossier/signature.ts";
import { parseDossier } from "../dossier/validate.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, EXIT, refuse, type Terminal } from "./dossier-command.ts";
import { isFeedFile, readFeedFile } from "./dossier-feed-file.ts";
import { validity, warnOfExpiry } from "./dossier-feed-options.ts";
import { exists, readBytes } from "./dossier-files.ts";
import { describeKey, nameOfKey } from "./dossier-key-names.ts";
import { checkKeyName, isKey, refuseKeyFile } from "./dossier-keys.ts";
import { refusal } from "./dossier-report.ts";
import { howRewritten, refuseRewritten } from "./dossier-rewritten.ts";
import { readDossierFile, readSeal, sealPath } from "./dossier-seal.ts";

const HELP = `usage: npm run dossier -- verify [--key KEY] [--after OLD.json] FILE...

Checks a feed index as a reader's browser does: signatures, keys, expiry, then length, hash, signature and content of every
dossier that lies beside it. Of a packed dossier it checks the signature beside it, FILE.sig.

  --key, -k  public key or fingerprint that must have signed
  --after    an earlier version of the index: checks as a reader who has that one and its dossiers, with the keys pinned then

Status: 0 all that is here fits (what is not is named), 1 something does not, 2 misused.`;

const OPTIONS = { key: { type: "string", short: "k" }, after: { type: "string" } } as const;

export const verify: Command = {
  name: "verify",
  summary: "checks signatures, hashes and dossiers as a reader's browser does",
  help: HELP,
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS, 1, Number.POSITIVE_INFINITY);
    if (values.key !== undefined) {
      await refuseKeyFile("--key", values.key);
      checkKeyName("--key", values.key);
    }
    let status: number = EXIT.done;
    for (const path of positionals) {
      const good = isFeedFile(path)
        ? await verifyIndex(path, values.key, values.after, terminal)
        : await verifySealed(path, values.key, terminal);
      if (!good) status = EXIT.refused;
    }
    return status;
  },
};

async function verifySealed(path: string, key: string | undefined, terminal: Terminal): Promise<boolean> {
  const file = await readDossierFile(path);
  const seal = readSeal(path);
  if (!seal)
    throw refuse(path, "", `has no signature (${sealPath(path)})`, "sign it, or verify the index that lists it");
  if (!(await verifyValue(sealStatement(file), seal.signature))) {
    const how = await howRewritten(file.bytes, seal.sha256);
    if (how) throw refuseRewritten(path, how);
    const remedy = "sign it anew if the change is yours";
    throw refuse(path, "", "the signature does not fit: the file was changed after it was signed", remedy);
  }
  const signer = await fingerprint(seal.signature.key);
  if (key !== undefined && !(await isKey(seal.signature.key, key))) {
    throw refuse(path, "", `is signed by ${signer}, not by ${key}`, "ask its publisher which key is theirs");
  }
  terminal.out(`good  ${path}: ${file.id}, version ${file.version}, signed by ${signer}`);
  return true;
}

async function verifyIndex(
  path: string,
  key: string | undefined,
  after: string | undefined,
  terminal: Terminal,
): Promise<boolean> {
  const feed = readFeedFile(path);
  const trust = after === undefined ? undefined : await trustAfter(readFeedFile(after));
  try {
    const { signed, signers, trust: next } = await verifyFeed(feed, trust, terminal.now());
    const nameIt = (signer: string) => (signed ? nameOfKey(signer, feed.keys ?? []) : "nobody");
    const names = await Promise.all(signers.map(nameIt));
    const matches = await Promise.all(signers.map((signer) => signed && isKey(signer, key ?? "")));
    if (key !== undefined && !matches.includes(true)) {
      throw refuse(
        path,
        "signatures",
        `is signed by ${names.join(", ")}, not by ${key}`,
        "ask its publisher which key is theirs",
      );
    }
    const by = signed ? `signed by ${names.join(", ")}` : "not signed";
    terminal.out(`good  ${path}: sequence ${feed.sequence ?? "none"}, ${by}${validity(feed)}`);
    for (const entry of feed.keys ?? []) terminal.out(`key   ${await describeKey(entry)}`);
    warnOfExpiry(path, feed.expires, terminal.now(), terminal);
    let good = true;
    const away = feed.dossiers.filter((entry) => !isHere(path, entry)).length;
    for (const [index, entry] of feed.dossiers.entries()) {
      if (!(await verifyEntry(path, `dossiers[${index}]`, entry, next, terminal))) good = false;
    }
    if (away > 0) terminal.out(`not all of it was checked: ${away} of ${feed.dossiers.length} dossiers not here`);
    return good;
  } catch (error) {
    terminal.err(refusal(path, "", error));
    return false;
  }
}

/** Whether one dossier of the index is as announced; one that lies elsewhere is only named. */
async function verifyEntry(
  index: string,
  place: string,
  entry: FeedEntry,
  trust: FeedTrust,
  terminal: Terminal,
): Promise<boolean> {
  const path = localPath(index, entry);
  let bytes: Uint8Array | undefined;
  try {
    checkEntry(entry, trust, terminal.now());
    if (path === undefined || !exists(path)) {
      terminal.out(
        `?     ${entry.id}, version ${entry.version}: ${path ?? entry.url} is not here and was not looked at`,
      );
      return true;
    }
    bytes = readBytes(path);
    await verifyDossier(bytes, entry, trust.keys);
    matchEntry(parseDossier(bytes), entry);
    terminal.out(`good  ${path}: ${entry.id}, version ${entry.version}`);
    return true;
  } catch (error) {
    const how = bytes && (await howRewritten(bytes, entry.sha256));
    terminal.err(refusal(index, place, error, how ? "elsewhere" : undefined));
    if (how) terminal.err(refuseRewritten(path!, how).message);
    return false;
  }
}

function isHere(index: string, entry: FeedEntry): boolean {
  const path = localPath(index, entry);
  return path !== undefined && exists(path);
}

/** Where an entry's file lies as seen from the index, also outside of its folder; `undefined` for one at another address. */
export function localPath(index: string, entry: Pick<FeedEntry, "url">): string | undefined {
  if (/^(https?:|\/)/i.test(entry.url)) return undefined;
  const [path = ""] = entry.url.split(/[?#]/);
  try {
    return join(dirname(index), decodeURIComponent(path));
  } catch {
    return undefined; // A lone "%": no name of a file is written so.
  }
}

/** What a reader remembers who has this index and every dossier that it lists, however long ago that was. */
export async function trustAfter(feed: Feed): Promise<FeedTrust> {
  const { signers, trust } = await verifyFeed(feed, undefined, new Date(0));
  return feed.dossiers.reduce((known, entry) => markInstalled(known, signers, entry), trust);
}
