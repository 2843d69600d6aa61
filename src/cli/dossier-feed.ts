import { canonicalize } from "../dossier/canonical.ts";
import { parseFeed, verifyFeed } from "../dossier/feed.ts";
import { FEED_FORMAT, type Feed } from "../dossier/feed-schema.ts";
import type { FeedTrust } from "../dossier/feed-trust.ts";
import { isPast } from "../dossier/feed-verify.ts";
import { pinnedKey } from "../dossier/key-chain.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, CommandError, EXIT, refuse } from "./dossier-command.ts";
import { updateEntries } from "./dossier-feed-entries.ts";
import { adviseOnFeed, readFeedFile, writeFeedFile } from "./dossier-feed-file.ts";
import { updateKeys } from "./dossier-feed-keys.ts";
import { checkWords, expiryOf, inSeconds, validity, type WordOptions, warnOfExpiry } from "./dossier-feed-options.ts";
import { exists } from "./dossier-files.ts";
import { nameOfKey } from "./dossier-key-names.ts";
import { warnOfPlace } from "./dossier-key-place.ts";
import { checkKeyName, checkPublicKey, readKey, refuseKeyFile, refuseTwice } from "./dossier-keys.ts";
import { printFindings, refusal } from "./dossier-report.ts";
import { readPackedFile } from "./dossier-seal.ts";
import { isAsSigned, withSignature } from "./dossier-sign.ts";
import { trustAfter } from "./dossier-verify.ts";

const HELP = `usage: npm run dossier -- feed INDEX.json [options] [DOSSIER.json...]

Makes a feed index, or brings one up to date: lists packed dossiers with address, length and hash, counts the index on, and
signs it. Refuses whatever a reader who has the index as it was would refuse (but see --edited). Run it with no dossier to
renew the expiry.
Refuses also an index that was changed by hand since it was signed, and one whose dossier beside it is not the one listed.

  --title TEXT          needed for a new index
  --publisher NAME      needed for a new index
  --publisher-url URL
  --summary TEXT
  --base URL            where the dossiers are served; without it their addresses are relative to the index
  --key, -k KEY.pem     signs the index; give it more than once to sign with several. A key that the index does not list
                        yet is added, and the listed ones among them vouch for it
  --recovery PUBLIC     lists the public key of a recovery key, whose private half you keep offline
  --retire KEY          a listed key (public key or fingerprint) that signs no more
  --expires WHEN        a date, or days from now ("30d"), or "never": after it readers' browsers distrust the index
  --remove ID           takes a dossier out of the index; readers keep what they have. If it comes back, its version
                        must be above the last one: their browsers remember it. With the file named, too, it is listed
                        anew: for a version that nobody has yet
  --edited              takes up what you changed in the index by hand: counts it on, and signs it as it is now. Leave
                        "sequence", "keys" and "signatures" as they are

Status: 0 written or nothing to do, 1 refused, 2 misused.`;

const OPTIONS = {
  title: { type: "string" },
  publisher: { type: "string" },
  "publisher-url": { type: "string" },
  summary: { type: "string" },
  base: { type: "string" },
  key: { type: "string", short: "k", multiple: true },
  recovery: { type: "string", multiple: true },
  retire: { type: "string", multiple: true },
  expires: { type: "string" },
  remove: { type: "string", multiple: true },
  edited: { type: "boolean" },
} as const;

export const feed: Command = {
  name: "feed",
  summary: "makes a feed index of packed dossiers, or brings one up to date",
  help: HELP,
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, OPTIONS, 1, Number.POSITIVE_INFINITY);
    const [path = "", ...paths] = positionals;
    const old = exists(path) ? readFeedFile(path) : undefined;
    const now = terminal.now();
    checkWords(values);
    const isEdited = old !== undefined && (lacksSignature(old) || !(await isAsSigned(old)));
    if (isEdited && !values.edited) throw refuseEdited(path, old);
    if (isEdited && !old.keys?.length) {
      throw refuse(path, "keys", "the index has signatures, but lists no key", "put the list back as it was");
    }
    const keys = await Promise.all((values.key ?? []).map((file) => readKey(file, terminal)));
    refuseTwice(values.key ?? [], keys);
    for (const file of values.key ?? []) warnOfPlace(file, terminal, path);
    const files = await Promise.all(paths.map(readPackedFile));

    const head = headOf(path, old, values, now);
    for (const option of ["recovery", "retire"] as const)
      for (const typed of values[option] ?? []) await refuseKeyFile(`--${option}`, typed);
    for (const typed of values.recovery ?? []) checkPublicKey("--recovery", typed);
    for (const typed of values.retire ?? []) checkKeyName("--retire", typed);
    const {
      list,
      signers,
      lines: keyLines,
    } = await updateKeys(path, old, keys, values.recovery ?? [], values.retire ?? [], now);
    const change = {
      path,
      old,
      files,
      base: values.base,
      remove: values.remove ?? [],
      signers,
      keys: list,
      edited: values.edited ?? false,
    };
    const { entries: dossiers, lines, warnings } = await updateEntries(change);
    const next: Feed = { ...head, ...(list.length > 0 && { keys: list }), dossiers };

    const isSame = old && contentOf(old) === contentOf(next) && signers.every((key) => isSignedBy(old, key.publicKey));
    // Where nothing is signed, what was changed by hand cannot be seen.
    const canSee = list.length > 0;
    if (isSame && !(values.edited && (isEdited || !canSee))) {
      const hint = canSee ? "" : "; if you changed it by hand, count it on with --edited";
      const asked = Object.keys(values).length > 0 || paths.length > 0;
      const nothing = asked || hint ? "" : '; name a dossier or an option (options come after "npm run dossier --")';
      terminal.out(`unchanged  ${path}: sequence ${old.sequence ?? "none"}${validity(old)}${hint}${nothing}`);
      warnOfExpiry(path, old.expires, now, terminal);
      return EXIT.done;
    }
    if (list.length > 0 && signers.length === 0) {
      throw refuse(
        path,
        "signatures",
        "the index was signed, so a change of it must be signed too",
        "name the key with --key",
      );
    }
    let signed = next;
    for (const key of signers) signed = await withSignature(signed, key);
    await checkAsReader(path, old && (isEdited ? trustUnseen(old) : await trustAfter(old)), signed, now);
    if (values.edited && !canSee && dossiers.some((entry) => entry.signature)) {
      const what = "the index lists no key, though its dossiers are signed";
      terminal.err(`${path}: warning: ${what}; if it was signed once, put "keys" back: readers refuse it without`);
    }
    if (values.edited) printFindings(adviseOnFeed(path), terminal);
    writeFeedFile(path, signed);
    for (const line of warnings) terminal.err(line);
    for (const line of [...keyLines, ...lines]) terminal.out(line);
    const names = await Promise.all(signers.map((key) => nameOfKey(key.publicKey, list)));
    const by = signers.length > 0 ? `signed by ${names.join(" and ")}` : "not signed";
    terminal.out(
      `written    ${path}: sequence ${signed.sequence}, ${dossiers.length} listed, ${by}${validity(signed)}`,
    );
    warnOfExpiry(path, signed.expires, now, terminal);
    return EXIT.done;
  },
};

type HeadValues = WordOptions & { expires?: string | undefined };

/** Everything of the index but keys, dossiers and signatures. */
function headOf(path: string, old: Feed | undefined, values: HeadValues, now: Date) {
  const { keys: _, dossiers: __, signatures: ___, expires, ...kept } = old ?? ({} as Partial<Feed>);
  const title = values.title ?? old?.title;
  if (title === undefined) throw new CommandError(`${path}: a new index needs a title; give it with --title`);
  const held = typeof old?.publisher === "string" ? { name: old.publisher } : old?.publisher;
  const name = values.publisher ?? held?.name;
  if (name === undefined) throw new CommandError(`${path}: a new index needs a publisher; give it with --publisher`);
  const url = values["publisher-url"] ?? held?.url;
  const until = values.expires === undefined ? expires : expiryOf(values.expires, now);
  if (isPast(until, now)) throw refuse(path, "expires", `${until} has passed`, "renew it with --expires");
  return {
    ...kept,
    format: FEED_FORMAT as typeof FEED_FORMAT,
    title,
    publisher: { ...held, name, ...(url !== undefined && { url }) },
    ...(values.summary !== undefined && { summary: values.summary }),
    sequence: (old?.sequence ?? 0) + 1,
    updated: inSeconds(now),
    ...(until !== undefined && { expires: until }),
  };
}

/** What an index says, without when and how often it said it. */
function contentOf({ sequence: _, updated: __, signatures: ___, ...content }: Feed): string {
  return canonicalize(content);
}

function isSignedBy(feed: Feed, key: string): boolean {
  return feed.signatures?.some((signature) => signature.key === key) ?? false;
}

/** Whether an index lists keys and has lost its signatures. */
function lacksSignature({ keys = [], signatures = [] }: Feed): boolean {
  return keys.length > 0 && signatures.length === 0;
}

function refuseEdited(path: string, { sequence }: Feed): CommandError {
  const what = `the index was changed after it was signed (sequence ${sequence ?? "none"})`;
  return refuse(path, "", what, "if the change is yours, take it up with --edited; else go back to the file as it was");
}

/**
 * What a reader remembers of an index that was changed since: its keys and its number, not what it said. So a version that
 * was lowered by hand is not noticed: nothing that is left says what it was.
 */
function trustUnseen({ keys = [], sequence = 0 }: Feed): FeedTrust {
  const live = keys.filter((entry) => entry.retired === undefined).map(pinnedKey);
  const former = keys.filter((entry) => entry.retired !== undefined).map(({ key }) => key);
  return { keys: live, former, marks: live.map(({ key }) => ({ key, sequence, digest: "", versions: [] })) };
}

/** Reads the new index as a new reader does, and as one who has the old. */
async function checkAsReader(path: string, before: FeedTrust | undefined, next: Feed, now: Date): Promise<void> {
  try {
    const read = parseFeed(JSON.stringify(next));
    await verifyFeed(read, undefined, now);
    if (before) await verifyFeed(read, before, now);
  } catch (error) {
    throw new CommandError(refusal(path, "", error), EXIT.refused);
  }
}
