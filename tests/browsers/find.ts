/**
 * Where is a browser? CHROMIUM_PATH / FIREFOX_PATH, the usual places, puppeteer's cache; else it is installed: by
 * puppeteer's own download where the net allows, by Debian's packages as root, whichever works first.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export type BrowserKind = "chromium" | "firefox";
export const BROWSERS: readonly BrowserKind[] = ["chromium", "firefox"];

const USUAL: Record<BrowserKind, string[]> = {
  chromium: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ],
  firefox: [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/snap/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
};
const PUPPETEER_NAME: Record<BrowserKind, string> = { chromium: "chrome", firefox: "firefox" };
const DEBIAN_PACKAGE: Record<BrowserKind, string> = { chromium: "chromium", firefox: "firefox-esr" };

/** Path of an installed browser, or undefined. */
export function installedBrowser(kind: BrowserKind): string | undefined {
  const given = process.env[`${kind.toUpperCase()}_PATH`];
  if (given) {
    if (!existsSync(given)) throw new Error(`${kind.toUpperCase()}_PATH is ${given}, but there is no such file`);
    return given;
  }
  return USUAL[kind].find(existsSync) ?? cachedBrowser(kind);
}

function cachedBrowser(kind: BrowserKind): string | undefined {
  const name = PUPPETEER_NAME[kind];
  const cache = join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), ".cache", "puppeteer"), name);
  if (!existsSync(cache)) return undefined;
  const binaries = new Set([name, `${name}.exe`, kind === "chromium" ? "Google Chrome for Testing" : "firefox"]);
  const found = readdirSync(cache, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && binaries.has(entry.name),
  );
  return found && join(found.parentPath, found.name);
}

/** Path of a browser of this kind, installing one if there is none. Says what it does. */
export function findBrowser(kind: BrowserKind): string {
  const path = installedBrowser(kind);
  if (path) return path;
  console.log(`No ${kind} found (${kind.toUpperCase()}_PATH is not set): installing one.`);
  for (const install of [downloadByPuppeteer, installByApt]) {
    install(kind);
    const installed = installedBrowser(kind);
    if (installed) {
      console.log(`Installed ${installed}.`);
      return installed;
    }
  }
  throw new Error(
    `${kind} could not be installed here. Install it by hand, or set ${kind.toUpperCase()}_PATH to its binary.`,
  );
}

function run(command: string, args: string[]): boolean {
  console.log(`  ${command} ${args.join(" ")}`);
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

function installByApt(kind: BrowserKind): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", DEBIAN_PACKAGE[kind]]);
}

function downloadByPuppeteer(kind: BrowserKind): void {
  const stable = kind === "chromium" ? "chrome@stable" : "firefox@stable";
  run(join("node_modules", ".bin", "puppeteer"), ["browsers", "install", stable]);
}
