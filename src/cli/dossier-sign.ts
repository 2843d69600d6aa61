import { dirname } from "node:path";
import type { Feed } from "../dossier/feed-schema.ts";
import { signValue, verifyValue } from "../dossier/signature.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, EXIT, refuse, UsageError } from "./dossier-command.ts";
import { isFeedFile, readFeedFile, writeFeedFile } from "./dossier-feed-file.ts";
import { isInside, writeWhole } from "./dossier-files.ts";
import { warnOfPlace } from "./dossier-key-place.ts";
import { readKey, type SigningKey } from "./dossier-keys.ts";
import { makeSeal, readPackedFile, sealPath } from "./dossier-seal.ts";

const HELP = `usage: npm run dossier -- sign --key KEY.pem FILE...

A packed dossier gets a signature beside it, FILE.sig; "feed" puts it into the index, so that the dossier can be verified
wherever it is copied. A feed index gets the signature inside; the key must be listed in it (feed --key does both at once).

  --key, -k  private key, as keygen wrote it

Status: 0 signed, 1 a file is not valid or the key not listed, 2 misused.`;

export const sign: Command = {
  name: "sign",
  summary: "signs a packed dossier or a feed index",
  help: HELP,
  async run(args, terminal) {
    const options = { key: { type: "string", short: "k" } } as const;
    const { values, positionals } = readArgs(args, options, 1, Number.POSITIVE_INFINITY);
    if (values.key === undefined) throw new UsageError("no key is named; name it with --key KEY.pem");
    const key = await readKey(values.key, terminal);
    for (const path of positionals) {
      if (isFeedFile(path)) {
        const feed = readFeedFile(path);
        if (!feed.keys?.some((entry) => entry.key === key.publicKey && entry.retired === undefined)) {
          throw refuse(path, "keys", `does not list the key ${key.fingerprint}`, "add it with feed --key");
        }
        // Under its old number its readers would take it for a forgery.
        if (!(await isAsSigned(feed)))
          throw refuse(
            path,
            "",
            "the index was changed after it was signed",
            "count it on and sign it with feed --edited",
          );
        writeFeedFile(path, await withSignature(feed, key));
        terminal.out(`signed  ${path} with ${key.fingerprint}`);
      } else {
        const seal = await makeSeal(await readPackedFile(path), key);
        writeWhole(sealPath(path), `${JSON.stringify(seal, null, 2)}\n`);
        terminal.out(`signed  ${path} with ${key.fingerprint}: ${sealPath(path)}`);
      }
    }
    warnOfPlace(
      values.key,
      terminal,
      positionals.find((path) => isInside(values.key!, dirname(path))),
    );
    return EXIT.done;
  },
};

/** Whether every signature of an index fits what it says. */
export async function isAsSigned({ signatures = [], ...signed }: Feed): Promise<boolean> {
  for (const signature of signatures) if (!(await verifyValue(signed, signature))) return false;
  return true;
}

/** The index with this key's signature; those of other keys stay. */
export async function withSignature(feed: Feed, key: SigningKey): Promise<Feed> {
  const { signatures = [], ...signed } = feed;
  const others = signatures.filter((signature) => signature.key !== key.publicKey);
  return { ...signed, signatures: [...others, await signValue(signed, key.privateKey)] };
}
