import { baseAddress } from "./dom.ts";

/** What settings and vetoes go by: the page that the reader sees, so that a frame belongs to its top page. */
export interface Place {
  host: string;
  path: string;
}

/** The host of the top page where it can be known, else the frame's own (frames of other origins in Firefox). */
export function currentPlace(): Place {
  const { pathname } = location;
  try {
    if (top && top !== window) return { host: top.location.hostname, path: top.location.pathname };
  } catch {
    // Another origin.
  }
  const ancestors = location.ancestorOrigins;
  const outermost = ancestors?.length ? ancestors[ancestors.length - 1] : undefined;
  // About:blank and srcdoc frames have no host of their own; their base address is their creator's.
  const host = hostOf(outermost) || location.hostname || hostOf(baseAddress(document));
  return { host, path: pathname };
}

function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).hostname : "";
}
