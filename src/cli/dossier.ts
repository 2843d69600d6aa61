/** The publisher's tool: `npm run dossier -- COMMAND …`. One file a command; this one only chooses. */
import { nearestOf } from "../dossier/unknown-keys.ts";
import { enterCallersFolder } from "./callers-folder.ts";
import { type Command, CommandError, EXIT, type Terminal, UsageError } from "./dossier-command.ts";
import { diff } from "./dossier-diff.ts";
import { feed } from "./dossier-feed.ts";
import { keygen } from "./dossier-keygen.ts";
import { pack } from "./dossier-pack.ts";
import { sign } from "./dossier-sign.ts";
import { validate } from "./dossier-validate.ts";
import { verify } from "./dossier-verify.ts";

const COMMANDS: readonly Command[] = [validate, pack, keygen, sign, verify, diff, feed];

const HELP = `usage: npm run dossier -- COMMAND [--help] …

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join("\n")}

Status: 0 done, 1 the files are not as they should be, 2 misused. docs/dossiers.md and docs/feeds.md go through it step by step.`;

/** Runs one command line; resolves with the exit status. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? terminal.err : terminal.out)(HELP);
    return name === undefined ? EXIT.misused : EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const names = COMMANDS.map((one) => one.name);
    const near = nearestOf(name, names);
    const remedy = near ? `did you mean ${near}?` : `the commands are ${names.join(", ")}`;
    terminal.err(`there is no command "${name}"; ${remedy}`);
    return EXIT.misused;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(command.help);
    return EXIT.done;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    terminal.err(error.message);
    if (error instanceof UsageError) terminal.err(command.help.split("\n")[0]!);
    return error.status;
  }
}

if (import.meta.main) {
  enterCallersFolder("dossier");
  process.exitCode = await main(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    now: () => new Date(),
  });
}
