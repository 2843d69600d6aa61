import type { Browser } from "webextension-polyfill";

type Access = Pick<Browser, "permissions"> & { storage: { local: Pick<Browser["storage"]["local"], "get" | "set"> } };

/** In `storage.local`: the hosts that were asked for. What the reader gave in the browser's own settings is not ours to give back. */
const ASKED = "askedHosts";

/** All pages of the host of an address; match patterns know no ports. */
function patternOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Whether the extension may read a host, on any port: Firefox finds no pattern with a port in one without. */
export function hasHost(browser: Pick<Access, "permissions">, address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(address)] });
}

/** Asks the reader for access to a host. In the very call of a click: the browser wants the request there. */
export function askForHost(browser: Access, address: string): Promise<boolean> {
  const pattern = patternOf(address);
  return browser.permissions.request({ origins: [pattern] }).then(async (isGiven) => {
    if (isGiven) await change(browser, (hosts) => [...new Set([...hosts, pattern])]);
    return isGiven;
  });
}

/**
 * Gives access back that was asked for. Firefox does it without a click, also in the background. Chromium refuses it to an
 * extension whose content scripts are for all pages ("You cannot remove required permissions"): there it stays until the
 * reader takes it.
 */
export async function giveBackHost(browser: Access, address: string): Promise<void> {
  const pattern = patternOf(address);
  if (!(await askedHosts(browser)).includes(pattern)) return;
  await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
  await change(browser, (hosts) => hosts.filter((host) => host !== pattern));
}

async function askedHosts(browser: Access): Promise<string[]> {
  const held = (await browser.storage.local.get(ASKED))[ASKED];
  return Array.isArray(held) ? held.filter((host) => typeof host === "string") : [];
}

async function change(browser: Access, apply: (hosts: string[]) => string[]): Promise<void> {
  await browser.storage.local.set({ [ASKED]: apply(await askedHosts(browser)) });
}
