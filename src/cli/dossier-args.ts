import { parseArgs } from "node:util";
import { nearestOf } from "../dossier/unknown-keys.ts";
import { UsageError } from "./dossier-command.ts";

type Options = Record<string, { type: "string" | "boolean"; short?: string; multiple?: boolean }>;

/** Options and file names of a command; throws UsageError on what it does not know. `least` and `most`: number of files. */
export function readArgs<T extends Options>(
  args: string[],
  options: T,
  least: number,
  most = least,
  env: NodeJS.ProcessEnv = process.env,
) {
  refuseTaken(options, env);
  for (const word of args) refuseDashes(word, options);
  refuseOptions(args, options);
  const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  const { length } = parsed.positionals;
  if (parsed.positionals.includes(""))
    throw new UsageError("the name of a file is empty; is a variable of your shell?");
  const address = parsed.positionals.find((name) => /^https?:\/\//i.test(name));
  if (address) throw new UsageError(`${address} is a web address, and a file is wanted; download it first`);
  if (length < least) throw new UsageError(`${length === 0 ? "no file is" : "not all files are"} named; see --help`);
  if (length > most) throw new UsageError(`${parsed.positionals[most]} is one file too many; see --help`);
  return parsed;
}

/** "-title" would be read as a "-t" and its value; "—title" comes of copying from a text. */
function refuseDashes(word: string, options: Options): void {
  const [, dashes, name = ""] = /^(-|[\u2010-\u2015\u2212]+-?|-[\u2010-\u2015\u2212])([\w-]+)/.exec(word) ?? [];
  if (dashes === undefined || !Object.hasOwn(options, name)) return;
  throw new UsageError(`${word}: an option begins with two short dashes; write --${name}`);
}

/** All that can be wrong with options, each in a sentence that says what to write. */
function refuseOptions(args: string[], options: Options): void {
  const { tokens } = parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option) {
      const near = nearestOf(name, Object.keys(options));
      throw new UsageError(`there is no option ${rawName}; ${near ? `did you mean --${near}?` : "see --help"}`);
    }
    if (option.type === "boolean" && value !== undefined) {
      throw new UsageError(`${rawName} takes no value, found "${value}"; write it alone`);
    }
    if (option.type === "string" && (value === undefined || (!token.inlineValue && value.startsWith("-")))) {
      const remedy = `write it after a space (one that begins with a dash: --${name}="-…")`;
      throw new UsageError(`${rawName}: its value is missing; ${remedy}`);
    }
    if (seen.has(name) && !option.multiple) throw new UsageError(`${rawName} is given twice; give it once`);
    seen.add(name);
  }
}

/** Without the lone "--" npm takes options for its own: what it does not know comes here as `npm_config_…`. */
function refuseTaken(options: Options, env: NodeJS.ProcessEnv): void {
  if (!isRunByNpm(env)) return;
  const taken = Object.keys(options).find((name) => {
    return !OF_NPM.has(name) && env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined;
  });
  if (taken)
    throw new UsageError(`--${taken} was taken by npm and did not come here; write -- after "npm run dossier"`);
}

/** Options that npm has as well: they may come of its own configuration. */
const OF_NPM = new Set(["key", "force", "json", "expires"]);

export function isRunByNpm(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event === "dossier";
}
