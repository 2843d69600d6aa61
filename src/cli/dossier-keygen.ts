import { fingerprint, generateKeyPair } from "../dossier/signature.ts";
import { readArgs } from "./dossier-args.ts";
import { type Command, EXIT, UsageError } from "./dossier-command.ts";
import { writeSecret } from "./dossier-files.ts";
import { toPem } from "./dossier-key-file.ts";
import { warnOfPlace, warnOfReaders } from "./dossier-key-place.ts";

const HELP = `usage: npm run dossier -- keygen --out KEY.pem

Makes a pair of Ed25519 keys. The private one goes to KEY.pem, readable by you alone (mode 600); an existing file is never
touched, a folder that is missing is made (mode 700). Keep it apart from what you upload. Prints the public key and its fingerprint: publish the fingerprint where readers can check it, on paper if you can.
Keep a copy of the private key off this computer. Nobody can make it again.

Status: 0 done, 2 the file is there already or cannot be written.`;

export const keygen: Command = {
  name: "keygen",
  summary: "makes a pair of keys to sign with",
  help: HELP,
  async run(args, terminal) {
    const { values } = readArgs(args, { out: { type: "string", short: "o" } }, 0);
    if (!values.out) throw new UsageError("no file for the private key is named; name one with --out");
    const { publicKey, privateKey } = await generateKeyPair();
    writeSecret(values.out, toPem(privateKey));
    warnOfReaders(values.out, terminal);
    warnOfPlace(values.out, terminal);
    terminal.out(`private key  ${values.out} (yours alone)`);
    terminal.out(`public key   ${publicKey}`);
    terminal.out(`fingerprint  ${await fingerprint(publicKey)}`);
    return EXIT.done;
  },
};
