import { DramatisError } from "./errors.ts";
import { LIMITS } from "./limits.ts";

/** Characters of a refused address that are repeated to the reader. */
const SHOWN = 200;

/**
 * A feed's address as it is kept: https where the reader typed no scheme, no fragment. Throws `no-address`; `bad-scheme`
 * (the scheme) for anything but http(s); `address-with-name` for a user name or password, which would be sent and shown;
 * `bare-file` for the name of a file without its place; `bad-address` for what is no address, which a word without a dot is
 * unless a scheme stands before it.
 */
export function feedAddress(typed: string): string {
  const text = typed.trim();
  if (!text) throw new DramatisError("no-address");
  const bad = () => new DramatisError("bad-address", [text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text]);
  if (text.length > LIMITS.urlLength || /\s/.test(text)) throw bad();
  // No host ends like that: there is no such top-level domain.
  if (/^[^/:?#@]+\.json(\.gz)?$/i.test(text)) throw new DramatisError("bare-file", [text.slice(0, SHOWN)]);
  const scheme = schemeOf(text);
  if (scheme && !/^https?:$/.test(scheme)) throw new DramatisError("bad-scheme", [scheme]);
  const address = scheme ? text : `https://${text}`;
  if (!URL.canParse(address)) throw bad();
  const url = new URL(address);
  if (url.username || url.password) throw new DramatisError("address-with-name");
  if (!url.hostname || (!scheme && !isHost(url.hostname))) throw bad();
  url.hash = "";
  return url.href;
}

/** Schemes whose addresses hold an "@" that is none of a user's name and password. */
const WITH_AT = /^(?:mailto|sips?|xmpp|acct):/i;

/** "ftp:" of "ftp://example.org"; of "example.org:80", "localhost:80" and "user:password@example.org" none. */
function schemeOf(text: string): string | undefined {
  if (/^[^/?#]+:(?!\/\/)[^/?#]*@/.test(text) && !WITH_AT.test(text)) return undefined;
  return /^([a-z][a-z0-9+-]*:)(?!\d)/i.exec(text)?.[1]?.toLowerCase();
}

function isHost(hostname: string): boolean {
  return /[^.]\.[^.]/.test(hostname) || hostname.startsWith("[") || hostname === "localhost";
}
