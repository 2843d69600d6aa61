/** Why a browser lets no extension mark a page. Each has a sentence in popup.json under `closed_<reason>`. */
export type ClosedReason =
  | "browser"
  | "store"
  | "extension"
  | "pdf"
  | "file"
  | "source"
  | "failed"
  | "hidden"
  | "restricted";

/** Where browsers let no extension in: their stores and accounts. */
const CLOSED_HOSTS = new Set([
  "chromewebstore.google.com",
  "addons.mozilla.org",
  "accounts.firefox.com",
  "accounts-static.cdn.mozilla.net",
  "content.cdn.mozilla.net",
  "discovery.addons.mozilla.org",
  "install.mozilla.org",
  "microsoftedge.microsoft.com",
  "sync.services.mozilla.com",
]);
const BROWSER_SCHEMES =
  /^(about|chrome|edge|brave|vivaldi|opera|devtools|resource|chrome-search|chrome-untrusted|chrome-error):/;

/** What the address alone tells of a page that has not answered; undefined: nothing stands against marking it. */
export function closedReason(address: string, fileAccess: boolean): ClosedReason | undefined {
  if (/^(chrome|moz|safari-web)-extension:/.test(address)) return "extension";
  if (address.startsWith("view-source:")) return "source";
  if (BROWSER_SCHEMES.test(address)) return "browser";
  if (!URL.canParse(address)) return "restricted";
  const { protocol, hostname, pathname } = new URL(address);
  if (CLOSED_HOSTS.has(hostname) || (hostname === "chrome.google.com" && pathname.startsWith("/webstore")))
    return "store";
  if (/\.pdf$/i.test(pathname)) return "pdf";
  if (protocol === "file:") return fileAccess ? undefined : "file";
  return /^https?:$/.test(protocol) ? undefined : "restricted";
}

/** What Chromium's refusal to run a script tells of a page whose address it hides; undefined: nothing. */
export function refusedReason(refusal: string): ClosedReason | undefined {
  if (refusal.includes("extensions gallery")) return "store";
  if (refusal.includes("error page")) return "failed";
  if (refusal.includes("-extension://")) return "extension";
  return /chrome(-untrusted)?:\/\/|devtools:/.test(refusal) ? "browser" : undefined;
}
