/** Files must hold no registry host, no local path and no machine name: they would break, or tell, elsewhere. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";

const lockfile = readFileSync("package-lock.json", "utf8");
const faults: string[] = [];
if (lockfile.includes('"resolved"')) faults.push('package-lock.json: holds "resolved" addresses');
const forbidden = [process.cwd(), homedir(), hostname()].filter((word) => word.length > 5);
/** Somebody's own folder, on any system. */
const HOME = /\/(home|Users)\/[\w.-]+|\b[A-Z]:\\+Users\\+[\w.-]+/i;
for (const file of execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n")) {
  if (/\.(png|ico)$/.test(file)) continue;
  const text = readFileSync(file, "utf8");
  for (const word of forbidden) if (text.includes(word)) faults.push(`${file}: holds ${word}`);
  const home = HOME.exec(text)?.[0];
  if (home) faults.push(`${file}: holds ${home}`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
