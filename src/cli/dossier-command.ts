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

/** The command line itself is at fault: the command's usage is told with it. */
export class UsageError extends CommandError {}

/** "file: place: what; what to do", the files being at fault. */
export function refuse(file: string, place: string, what: string, remedy: string): CommandError {
  return new CommandError(`${[file, place, what].filter(Boolean).join(": ")}; ${remedy}`, EXIT.refused);
}
