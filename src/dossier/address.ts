import { hiddenInLine } from "./characters.ts";

/** Whether a link of a dossier may be offered to readers: http(s), a host, no user name (which can imitate a host). */
export function isPlainWebAddress(address: string): boolean {
  if (hiddenInLine(address) !== undefined || !URL.canParse(address)) return false;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}

/** Whether an address, absolute or relative to one of https, is a plain web address. */
export function isPlainReference(address: string): boolean {
  return (
    URL.canParse(address, "https://feed.invalid/") &&
    isPlainWebAddress(new URL(address, "https://feed.invalid/").href) &&
    hiddenInLine(address) === undefined
  );
}
