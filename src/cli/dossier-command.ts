import { parseArgs } from "node:util";

/** What a command needs of the outside; tests pass their own. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  now(): Date;
}

/** Exit status: done; the files are not as they should be (each fault was named); used in a wrong way, or a file cannot be read. */
export const EXIT = { done: 0, refused: 1, misused: 2 } as const;

export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` prints. */
  help: string;
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** Ends a command with a sentence: `status` tells whether the files or the use are at fault. */
export class CommandError extends Error {
  readonly status: number;

  constructor(message: string, status: number = EXIT.misused) {
    super(message);
    this.status = status;
  }
}

/** "file: place: what; what to do", the files being at fault. */
export function refuse(file: string, place: string, what: string, remedy: string): CommandError {
  return new CommandError(`${[file, place, what].filter(Boolean).join(": ")}; ${remedy}`, EXIT.refused);
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

/** Options and file names of a command; throws CommandError on what it does not know. `least` and `most`: number of files. */
export function readArgs<T extends Options>(args: string[], options: T, least: number, most = least) {
  let parsed: ReturnType<typeof parse<T>>;
  try {
    parsed = parse(args, options);
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split(". ")[0]}; see --help`);
  }
  const { length } = parsed.positionals;
  if (length < least) throw new CommandError(`${length === 0 ? "no file is" : "not all files are"} named; see --help`);
  if (length > most) throw new CommandError(`${parsed.positionals[most]} is one file too many; see --help`);
  return parsed;
}

function parse<T extends Options>(args: string[], options: T) {
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}
